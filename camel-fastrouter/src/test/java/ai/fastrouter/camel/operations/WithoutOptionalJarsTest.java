package ai.fastrouter.camel.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.test.LocalGateway;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The component works where neither Micrometer nor a tracer nor the console nor JMX is on the class path. */
class WithoutOptionalJarsTest {

    private static final List<String> OPTIONAL = List.of(
            "micrometer-",
            "camel-telemetry-",
            "camel-tracing-",
            "camel-opentelemetry",
            "opentelemetry-",
            "camel-console-",
            "camel-management-4",
            "camel-endpointdsl-",
            "camel-componentdsl-");

    @Test
    void chat_withoutOptionalJars_isAnswered() throws Exception {
        URL[] jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> OPTIONAL.stream()
                        .noneMatch(
                                jar -> Path.of(entry).getFileName().toString().startsWith(jar)))
                .map(WithoutOptionalJarsTest::url)
                .toArray(URL[]::new);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (LocalGateway gateway = LocalGateway.start();
                URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> loader.loadClass("io.micrometer.core.instrument.MeterRegistry"))
                    .isInstanceOf(ClassNotFoundException.class);
            Thread.currentThread().setContextClassLoader(loader);

            Object answer = loader.loadClass(OneChat.class.getName())
                    .getMethod("ask", String.class)
                    .invoke(null, gateway.baseUrl());

            assertThat((String) answer).isNotBlank().endsWith(" calls: 1");
            assertThat(gateway.requestCount()).isEqualTo(1);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
