package ai.fastrouter.camel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterGateway;
import ai.fastrouter.camel.chat.request.ChatOptions;
import ai.fastrouter.camel.exchange.Option;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option of chat, set in the URI and by its header, arrives with exactly its value; nothing else arrives. */
class ChatOptionsContractTest extends ContractTestSupport {

    static Stream<Arguments> inUris() {
        return onBothGateways(OptionCases.all().stream().filter(option -> option.uri() != null));
    }

    static Stream<Arguments> inHeaders() {
        return Stream.of(FastRouterGateway.values())
                .flatMap(gateway -> OptionCases.all().stream()
                        .flatMap(option -> option.headers().stream()
                                .map(value -> Arguments.of(
                                        gateway, option, value, value.getClass().getSimpleName()))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("inUris")
    void option_inTheUri_isSentAsGiven(FastRouterGateway gateway, OptionCase option) throws Exception {
        Exchange exchange = send(chat(gateway, withModel(option, option.inUri())), option.body(), Map.of());

        assertSent(gateway, option, exchange);
    }

    @ParameterizedTest(name = "{0}: {1} as {3}")
    @MethodSource("inHeaders")
    void option_inItsHeader_isSentAsGiven(FastRouterGateway gateway, OptionCase option, Object value, String type)
            throws Exception {
        String uri = chat(gateway, withModel(option, option.with()));
        Exchange exchange = send(uri, option.body(), Map.of(header(option.option()), value));

        assertSent(gateway, option, exchange);
    }

    @ParameterizedTest
    @EnumSource(FastRouterGateway.class)
    void noOption_set_onlyModelAndMessagesAreSent(FastRouterGateway gateway) throws Exception {
        send(chat(gateway, "model=" + OptionCase.MODEL), OptionCase.TEXT, Map.of());

        assertThat(fieldsOf(local().lastRequest().json())).containsExactlyInAnyOrder("model", "messages");
    }

    @Test
    void model_unsetAtARouter_isNotSent() throws Exception {
        Exchange exchange = send(chat(FastRouterGateway.arouter, ""), OptionCase.TEXT, Map.of());

        JsonNode sent = local().lastRequest().json();
        assertThat(exchange.getException()).isNull();
        assertThat(fieldsOf(sent)).containsExactly("messages");
        assertThat(ChatContract.violations(sent, FastRouterGateway.arouter)).isEmpty();
    }

    @Test
    void options_ofChat_areAllCovered() {
        List<String> covered = OptionCases.all().stream()
                .map(option -> option.option().replace(".", ""))
                .distinct()
                .toList();

        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(
                        ChatOptions.ALL.all().stream().map(Option::name).toList());
    }

    private void assertSent(FastRouterGateway gateway, OptionCase option, Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        assertThat(local().requests()).hasSize(1);
        JsonNode sent = local().lastRequest().json();
        assertThat(sent).isEqualTo(option.request());
        assertThat(ChatContract.violations(sent, gateway)).isEmpty();
    }

    private static String withModel(OptionCase option, String options) {
        String model = option.option().equals("model") && !options.isEmpty() ? "" : "model=" + OptionCase.MODEL;
        return model.isEmpty() || options.isEmpty() ? model + options : model + "&" + options;
    }

    private static String header(String name) {
        return ChatOptions.ALL.all().stream()
                .filter(option -> option.name().equals(name))
                .map(Option::header)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> fieldsOf(JsonNode json) {
        List<String> names = new java.util.ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Stream<Arguments> onBothGateways(Stream<OptionCase> options) {
        List<OptionCase> all = options.toList();
        return Stream.of(FastRouterGateway.values())
                .flatMap(gateway -> all.stream().map(option -> Arguments.of(gateway, option)));
    }
}
