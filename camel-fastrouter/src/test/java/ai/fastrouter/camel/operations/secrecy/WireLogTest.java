package ai.fastrouter.camel.operations.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import ai.fastrouter.camel.gateway.http.TestProxy;
import ai.fastrouter.camel.gateway.http.TestTls;
import ai.fastrouter.camel.operations.CaughtLog;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.LocalGatewayBuilder;
import ai.fastrouter.camel.test.Reply;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP client logs when all its loggers are at TRACE, with each version of HTTP. */
class WireLogTest {

    @ParameterizedTest
    @CsvSource({"http1, HTTP/1.1", "http2, HTTP/2.0"})
    void call_overTls_leavesNoSecretInTheLog(String version, String protocol) throws Exception {
        try (LocalGateway gateway = LocalGateway.builder()
                        .tls(TestTls.context("localhost.p12"))
                        .start();
                CaughtLog log = CaughtLog.everything();
                DefaultCamelContext context = new DefaultCamelContext()) {
            gateway.onChat().always(Reply.chat(Canaries.ANSWER));
            gateway.onSpeech().always(Reply.bytes("audio/wav", Canaries.audio()));
            FastRouterComponent component = new FastRouterComponent();
            component.setSslContextParameters(TestTls.trusting("localhost.p12"));
            component.setHttpVersion(version);
            component.getConfiguration().setBaseUrl(gateway.baseUrl());
            component.getConfiguration().setApiKey(Canaries.KEY);
            component.getConfiguration().setModel("openai/gpt-5.1");
            context.addComponent("fastrouter", component);
            context.start();

            Exchange chat = send(context, "fastrouter:chat");
            Exchange speech = send(context, "fastrouter:speech?voice=alloy");

            assertThat(chat.getMessage().getBody(String.class)).isEqualTo(Canaries.ANSWER);
            assertThat(speech.getMessage().getBody(byte[].class)).isEqualTo(Canaries.audio());
            assertThat(gateway.lastRequest().protocol()).isEqualTo(protocol);
            context.stop();
            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("DEBUG org.apache.hc.client5"))
                    .allSatisfy(line -> assertThat(Canaries.in(line)).as(line).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void call_throughProxyWithPassword_leavesNoSecretInTheLog(boolean tls) throws Exception {
        LocalGatewayBuilder server = LocalGateway.builder();
        try (LocalGateway gateway = (tls ? server.tls(TestTls.context("localhost.p12")) : server).start();
                TestProxy proxy = new TestProxy("alice", Canaries.PASSWORD, 0);
                CaughtLog log = CaughtLog.everything();
                DefaultCamelContext context = new DefaultCamelContext()) {
            gateway.onChat().always(Reply.chat(Canaries.ANSWER));
            FastRouterComponent component = new FastRouterComponent();
            component.setSslContextParameters(TestTls.trusting("localhost.p12"));
            component.setProxyHost("127.0.0.1");
            component.setProxyPort(proxy.port());
            component.setProxyAuthUsername("alice");
            component.setProxyAuthPassword(Canaries.PASSWORD);
            component.getConfiguration().setBaseUrl(gateway.baseUrl());
            component.getConfiguration().setApiKey(Canaries.KEY);
            component.getConfiguration().setModel("openai/gpt-5.1");
            context.addComponent("fastrouter", component);
            context.start();

            assertThat(send(context, "fastrouter:chat").getMessage().getBody(String.class))
                    .isEqualTo(Canaries.ANSWER);
            assertThat(proxy.heads()).hasSize(1);
            context.stop();
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("Proxy-Authorization: ***"))
                    .allSatisfy(line -> assertThat(Canaries.in(line)).as(line).isEmpty());
        }
    }

    private static Exchange send(DefaultCamelContext context, String uri) {
        return context.createFluentProducerTemplate()
                .to(uri)
                .withBody(Canaries.PROMPT)
                .send();
    }
}
