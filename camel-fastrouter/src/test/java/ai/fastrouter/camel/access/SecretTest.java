package ai.fastrouter.camel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The key goes to the gateway and nowhere else. */
class SecretTest extends AccessTestSupport {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger wire = (Logger) LoggerFactory.getLogger("org.apache.hc.client5.http.wire");
    private final Logger camel = (Logger) LoggerFactory.getLogger("org.apache.camel");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Level level;

    @BeforeEach
    void logEverything() {
        level = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        // Camel's own trace shows URIs as they are; this one all bytes, which is what it is for
        camel.setLevel(Level.DEBUG);
        wire.setLevel(Level.OFF);
    }

    @AfterEach
    void logAsBefore() {
        root.setLevel(level);
        camel.setLevel(null);
        wire.setLevel(null);
        root.detachAppender(log);
    }

    @Test
    void key_inTheUri_isInNoLog() throws Exception {
        local().onChat().reply(Reply.chat("Hi"), Reply.error(401, Envelope.E1, "Wrong key " + SECRET));
        context.addRoutes(routeWith("&temperature=1"));

        template.requestBody("direct:secret", (Object) "Say: Hi");
        Exchange failed = template.request(
                "direct:secret", exchange -> exchange.getMessage().setBody("Hi"));

        assertThat(failed.getException()).isNotNull();
        assertThat(text(failed.getException())).doesNotContain(SECRET);
        assertThat(local().lastRequest().header("Authorization")).isEqualTo("Bearer " + SECRET);
        assertThat(log.list).isNotEmpty();
        assertThat(loggersThatShowTheKey()).isEmpty();
    }

    @Test
    void key_ofARouteThatDoesNotStart_isNotInTheFailure() {
        Throwable failure = catchThrowable(() -> context.addRoutes(routeWith("&temperature=3")));

        assertThat(text(failure)).contains("temperature=3").doesNotContain(SECRET);
        assertThat(loggersThatShowTheKey()).isEmpty();
    }

    @Test
    void key_inTheUri_isNotShownByEndpointsNorByJmx() throws Exception {
        context.addRoutes(routeWith(""));
        Endpoint endpoint = context.getEndpoints().stream()
                .filter(one -> one.getEndpointUri().startsWith("fastrouter"))
                .findFirst()
                .orElseThrow();

        assertThat(endpoint.toString()).contains("chat").doesNotContain(SECRET);
        assertThat(context.getRoute("secret").toString()).doesNotContain(SECRET);
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName endpoints = new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",*");
        assertThat(beans.queryNames(endpoints, null)).isNotEmpty();
        for (ObjectName bean : beans.queryNames(endpoints, null)) {
            assertThat(bean.toString()).doesNotContain(SECRET);
            for (MBeanAttributeInfo attribute : beans.getMBeanInfo(bean).getAttributes()) {
                if (attribute.getName().endsWith("Uri")) {
                    assertThat(String.valueOf(beans.getAttribute(bean, attribute.getName())))
                            .as("%s of %s", attribute.getName(), bean)
                            .doesNotContain(SECRET);
                }
            }
        }
    }

    @Override
    protected boolean useJmx() {
        return true;
    }

    private static RouteBuilder routeWith(String options) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:secret")
                        .routeId("secret")
                        .to("fastrouter:chat?model=a/b&apiKey=" + SECRET + "&baseUrl=" + local().baseUrl() + options);
            }
        };
    }

    private List<String> loggersThatShowTheKey() {
        return List.copyOf(log.list).stream()
                .filter(SecretTest::showsTheKey)
                .map(ILoggingEvent::getLoggerName)
                .distinct()
                .toList();
    }

    private static boolean showsTheKey(ILoggingEvent event) {
        boolean shown = event.getFormattedMessage().contains(SECRET);
        for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            shown |= thrown.getMessage() != null && thrown.getMessage().contains(SECRET);
        }
        return shown;
    }

    private static String text(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
