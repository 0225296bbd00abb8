package ai.fastrouter.camel.access;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the key comes from: option, property, environment, in this order. */
class ApiKeyTest extends AccessTestSupport {

    @Test
    void key_asOption_winsOverComponentAndProperty() {
        component().getConfiguration().setApiKey("of-component");
        property("fastrouter.api.key", "of-property");

        assertThat(ask("&apiKey=of-endpoint").getException()).isNull();

        assertThat(authorization()).isEqualTo("Bearer of-endpoint");
    }

    @Test
    void key_ofTheComponent_winsOverTheProperty() {
        component().getConfiguration().setApiKey("of-component");
        property("fastrouter.api.key", "of-property");

        assertThat(ask("").getException()).isNull();

        assertThat(authorization()).isEqualTo("Bearer of-component");
    }

    @ParameterizedTest
    @CsvSource({"fastrouter,of-fastrouter", "arouter,of-arouter"})
    void key_asProperty_isThatOfTheGateway(String gateway, String key) {
        property("fastrouter.api.key", "of-fastrouter");
        property("arouter.api.key", " of-arouter ");

        assertThat(ask("&gateway=" + gateway).getException()).isNull();

        assertThat(authorization()).isEqualTo("Bearer " + key);
    }

    @Test
    void key_inRaw_isTakenAsItIs() {
        assertThat(ask("&apiKey=RAW(a+b%20c&d)").getException()).isNull();

        assertThat(authorization()).isEqualTo("Bearer a+b%20c&d");
    }

    /** Another process, since this one's environment can't be changed. */
    @Test
    void key_inTheEnvironment_isThatOfTheGateway() throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KeyFromEnvironment.class.getName(),
                local().baseUrl());
        program.environment().put("AROUTER_API_KEY", "of-environment");
        program.environment().remove("FASTROUTER_API_KEY");
        Process process = program.redirectErrorStream(true).start();
        List<String> printed;
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } finally {
            process.destroyForcibly();
        }

        assertThat(printed).contains("with key: Hi");
        assertThat(local().requests()).hasSize(2);
        assertThat(local().requests().get(0).header("Authorization")).isEqualTo("Bearer of-environment");
        // to this machine it goes without a key
        assertThat(local().requests().get(1).header("Authorization")).isNull();
        assertThat(printed).contains("local: FastRouterAuthenticationException");
        assertThat(printed).contains("not required: started");
        assertThat(printed).contains("models: started");
        assertThat(printed)
                .filteredOn(line -> line.startsWith("without key: "))
                .singleElement()
                .asString()
                .contains("MissingApiKeyException", "No API key for fastrouter")
                .contains("option apiKey", "camel.component.fastrouter.api-key")
                .contains("property fastrouter.api.key")
                .contains("environment variable FASTROUTER_API_KEY")
                .contains("apiKeyRequired=false");
    }

    private FastRouterComponent component() {
        return context.getComponent("fastrouter", FastRouterComponent.class);
    }

    private void property(String name, String value) {
        context.getPropertiesComponent().addInitialProperty(name, value);
    }

    private static String authorization() {
        return local().lastRequest().header("Authorization");
    }
}
