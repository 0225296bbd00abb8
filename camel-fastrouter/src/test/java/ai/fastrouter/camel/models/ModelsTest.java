package ai.fastrouter.camel.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.audio.AudioTestSupport;
import ai.fastrouter.camel.error.FastRouterAuthenticationException;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import ai.fastrouter.camel.model.GatewayModel;
import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultMessage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest extends AudioTestSupport {

    private static final String URI = "fastrouter:models";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:cached").to(URI + "?modelsCacheTime=1m");
                from("direct:briefly").to(URI + "?modelsCacheTime=20");
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static List<GatewayModel> models(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(List.class);
    }

    private String arouter() {
        return "?gateway=arouter&baseUrl=" + gateway().arouterUrl();
    }

    @Test
    void list_ofFastRouter_isTypedWithExactPrices() {
        List<GatewayModel> models = models(send(URI, null));
        assertThat(gateway().lastRequest().method()).isEqualTo("GET");
        assertThat(gateway().lastRequest().path()).isEqualTo("/api/v1/models");
        assertThat(gateway().lastRequest().query()).isNull();
        assertThat(models).hasSizeGreaterThan(3).allSatisfy(model -> {
            assertThat(model.id()).contains("/");
            assertThat(model.name()).isNotBlank();
            assertThat(model.contextLength()).isNotNull();
            assertThat(model.price("prompt")).isInstanceOf(BigDecimal.class);
            assertThat(model.outputModalities()).isNotEmpty();
            assertThat(model.active()).isTrue();
            assertThat(model.ownedBy()).isNotNull();
        });
        assertThatThrownBy(() -> models.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void modalities_areFilteredHere_whereTheGatewayIgnoresThem() {
        List<GatewayModel> models = models(send(URI + "?outputModalities=audio", null));
        assertThat(gateway().lastRequest().query()).isEqualTo("output_modalities=audio");
        assertThat(models)
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.outputModalities()).contains("audio"));
        assertThat(models(send(URI, null)).size()).isGreaterThan(models.size());
    }

    @Test
    void arouter_hidesAudioModelsUnlessAsked() {
        List<GatewayModel> unasked = models(send(URI + arouter(), null));
        assertThat(unasked)
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.outputModalities()).contains("text"));
        List<GatewayModel> all = models(send(URI + arouter() + "&outputModalities=all", null));
        assertThat(all.size()).isGreaterThan(unasked.size());
        assertThat(all).anySatisfy(model -> assertThat(model.outputModalities()).contains("audio"));
        assertThat(all.get(0).maxCompletionTokens()).isNotNull();
        assertThat(all.get(0).description()).isNotNull();
    }

    @Test
    void parameters_areAllDemanded_inTheHeaderToo() {
        List<GatewayModel> models = models(send(
                URI + "?supportedParameters=temperature",
                null,
                Map.of(FastRouterConstants.SUPPORTED_PARAMETERS, List.of("tools", "temperature"))));
        assertThat(gateway().lastRequest().query()).isEqualTo("supported_parameters=tools,temperature");
        assertThat(models)
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.supportedParameters()).contains("tools", "temperature"));
    }

    @Test
    void query_isPercentEncoded() {
        send(URI, null, Map.of(FastRouterConstants.OUTPUT_MODALITIES, List.of("a&b=c d", "\u00fc")));
        assertThat(gateway().lastRequest().query()).isEqualTo("output_modalities=a%26b%3Dc%20d,%C3%BC");
        assertThat(gateway().lastRequest().queryParameter("output_modalities")).isEqualTo("a&b=c d,\u00fc");
    }

    @Test
    void key_isNotNeededToStart_andSentIfThereIsOne() {
        send(URI, null);
        assertThat(gateway().lastRequest().header("Authorization")).isEqualTo("Bearer sk-v1-test");
        assertThat(context.getEndpoint("fastrouter:models?baseUrl=https://gateway.invalid/v1&apiKey=")
                        .getEndpointUri())
                .contains("models");
    }

    @Test
    void entries_withOddTypes_areReadTolerantly() {
        gateway().onModels().reply(Reply.json("""
                        {"data":[
                          {"id":"a/b","created":"1750000000","context_length":128000.0,"pricing":{"prompt":"0.00000015",
                           "completion":6e-7,"odd":{"x":1}},"architecture":{"tokenizer":"T","input_modalities":["text",null],
                           "output_modalities":"text"},"top_provider":{"max_completion_tokens":4096,"is_moderated":true},
                           "supported_parameters":null,"is_active":"false","per_request_limits":null,"extra":[1,{"y":2}]},
                          null, 7, "c/d", [],
                          {"id":"e/f"}
                        ],"object":"list","more":{"z":[]}}"""));
        List<GatewayModel> models = models(send(URI, null));
        assertThat(models).extracting(GatewayModel::id).containsExactly("a/b", "e/f");
        GatewayModel model = models.get(0);
        assertThat(model.created()).isEqualTo(1_750_000_000L);
        assertThat(model.contextLength()).isEqualTo(128_000L);
        assertThat(model.pricing())
                .containsExactly(
                        Map.entry("prompt", new BigDecimal("0.00000015")),
                        Map.entry("completion", new BigDecimal("6E-7")));
        assertThat(model.inputModalities()).containsExactly("text");
        assertThat(model.outputModalities()).containsExactly("text");
        assertThat(model.maxCompletionTokens()).isEqualTo(4096L);
        assertThat(model.active()).isFalse();
        assertThat(model.additionalFields())
                .containsKeys("extra", "architecture", "top_provider")
                .doesNotContainKey("per_request_limits");
        assertThat(model.toMap())
                .containsEntry("id", "a/b")
                .containsEntry(
                        "architecture",
                        Map.of(
                                "tokenizer",
                                "T",
                                "input_modalities",
                                List.of("text"),
                                "output_modalities",
                                List.of("text")));
        assertThat(models.get(1).pricing()).isEmpty();
        assertThat(models.get(1).price("prompt")).isNull();
    }

    @Test
    void list_withoutEnvelope_isReadToo() {
        gateway().onModels().reply(Reply.json("[{\"id\":\"a/b\"}]"));
        assertThat(models(send(URI, null))).extracting(GatewayModel::id).containsExactly("a/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"no list\"}}",
                "{\"message\":\"no list\"}",
                "no list",
                "{\"data\":[{\"id\":"
            })
    void answer_withoutAList_isAFailure(String answer) {
        gateway().onModels().reply(answer.startsWith("{") ? Reply.json(answer) : Reply.text(answer));
        FastRouterException failure = failure(send(URI, null), FastRouterException.class);
        assertThat(failure).hasMessageContaining("models failed");
        assertThat(failure.getStatus()).isEqualTo(200);
    }

    @Test
    void error_isTyped() {
        gateway().onModels().reply(Reply.error(401, Envelope.E1, "who are you"));
        assertThat(failure(send(URI, null), FastRouterAuthenticationException.class))
                .hasMessageContaining("who are you");
    }

    @Test
    void cachedList_isFetchedOnce_forEachFilter() {
        for (int i = 0; i < 3; i++) {
            assertThat(models(send("direct:cached", null))).isNotEmpty();
            assertThat(models(send("direct:cached", null, Map.of(FastRouterConstants.OUTPUT_MODALITIES, "audio"))))
                    .isNotEmpty();
        }
        assertThat(gateway().requestCount()).isEqualTo(2);
    }

    @Test
    void cachedList_thatIsTooOld_isFetchedAnew() {
        send("direct:briefly", null);
        Awaitility.await().until(() -> {
            send("direct:briefly", null);
            return gateway().requestCount() >= 2;
        });
    }

    @Test
    void exchanges_thatComeTogether_shareOneCall() throws Exception {
        gateway().onModels().always(Reply.byDefault().delay(Duration.ofMillis(200)));
        List<CompletableFuture<Exchange>> sent = Stream.generate(
                        () -> template.asyncSend("direct:cached", exchange -> {}))
                .limit(30)
                .toList();
        for (CompletableFuture<Exchange> one : sent) {
            assertThat(models(one.get(10, TimeUnit.SECONDS))).isNotEmpty();
        }
        assertThat(gateway().requestCount()).isEqualTo(1);
    }

    @Test
    void failure_isToldToAllWhoWait_andNotKept() throws Exception {
        gateway()
                .onModels()
                .reply(Reply.error(503, Envelope.E2, "busy").delay(Duration.ofMillis(200)), Reply.byDefault());
        List<CompletableFuture<Exchange>> sent = Stream.generate(
                        () -> template.asyncSend("direct:cached", exchange -> {}))
                .limit(10)
                .toList();
        for (CompletableFuture<Exchange> one : sent) {
            failure(one.get(10, TimeUnit.SECONDS), FastRouterTransientException.class);
        }
        assertThat(gateway().requestCount()).isEqualTo(1);
        assertThat(models(send("direct:cached", null))).isNotEmpty();
        assertThat(gateway().requestCount()).isEqualTo(2);
    }

    @Test
    void cache_whoseFetchBreaksInAnyWay_keepsNobodyWaiting() throws Exception {
        gateway().onModels().reply(Reply.byDefault().delay(Duration.ofSeconds(2)));
        CompletableFuture<Exchange> fetching = template.asyncSend(
                "direct:cached",
                exchange -> exchange.setMessage(new DefaultMessage(exchange) {
                    @Override
                    public void setBody(Object body) {
                        throw new StackOverflowError("no room for the list");
                    }
                }));
        Awaitility.await().until(() -> gateway().requestCount() == 1);
        CompletableFuture<Exchange> waiting = template.asyncSend("direct:cached", exchange -> {});
        assertThat(fetching.get(20, TimeUnit.SECONDS).getException()).hasStackTraceContaining("no room");
        Exchange waited = waiting.get(20, TimeUnit.SECONDS);
        // on a very busy machine it may have come too late to wait
        if (gateway().requestCount() == 1) {
            assertThat(failure(waited, FastRouterException.class).getCode()).isEqualTo("unreadable_answer");
        }
    }
}
