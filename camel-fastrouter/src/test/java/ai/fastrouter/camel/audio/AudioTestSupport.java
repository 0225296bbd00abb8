package ai.fastrouter.camel.audio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.audio.AudioFormat;
import ai.fastrouter.camel.test.audio.Voice;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A context whose component talks to a local gateway, and whose temporary files can be counted. */
public abstract class AudioTestSupport extends CamelTestSupport {

    @RegisterExtension
    protected static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    /** Where audio is spooled. */
    @TempDir
    protected Path spoolDirectory;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getStreamCachingStrategy().setSpoolEnabled(true);
        context.getStreamCachingStrategy().setSpoolDirectory(spoolDirectory.toFile());
        context.getStreamCachingStrategy().setRemoveSpoolDirectoryWhenStopping(false);
        FastRouterComponent component = new FastRouterComponent();
        component.getConfiguration().setBaseUrl(gateway().baseUrl());
        component.getConfiguration().setApiKey("sk-v1-test");
        configure(component);
        context.addComponent("fastrouter", component);
        return context;
    }

    /** For tests that need the component otherwise. */
    protected void configure(FastRouterComponent component) {}

    protected static LocalGateway gateway() {
        return GATEWAY.gateway();
    }

    @AfterEach
    protected void noTemporaryFileIsLeft() {
        Awaitility.await().untilAsserted(() -> assertThat(spooled()).isEmpty());
    }

    /** The temporary files there are at the moment. */
    protected File[] spooled() {
        File[] files = spoolDirectory.toFile().listFiles();
        return files == null ? new File[0] : files;
    }

    protected Exchange send(String uri, Object body) {
        return send(uri, body, Map.of());
    }

    protected Exchange send(String uri, Object body, Map<String, Object> headers) {
        return send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    protected Exchange send(String uri, Processor message) {
        return template.request(uri, message);
    }

    /** The failure of an exchange, of the type expected. */
    protected static <T extends Throwable> T failure(Exchange exchange, Class<T> type) {
        Throwable failure = exchange.getException();
        if (!type.isInstance(failure)) {
            throw new AssertionError("expected a " + type.getSimpleName() + " but got " + failure, failure);
        }
        return type.cast(failure);
    }

    /** A spoken text. */
    protected static byte[] spoken(String text, AudioFormat format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Voice.speak(text, format, 1, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
