package ai.fastrouter.camel.test.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.client.Call;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LocalGatewayExtensionTest {

    @RegisterExtension
    static final LocalGatewayExtension SHARED =
            LocalGatewayExtension.create(LocalGateway.builder().latency(Duration.ofMillis(1)));

    private static final Set<String> SHARED_URLS = new HashSet<>();
    private static final Set<LocalGateway> OWN_GATEWAYS = new HashSet<>();

    @RegisterExtension
    final LocalGatewayExtension own = LocalGatewayExtension.create();

    @RepeatedTest(3)
    void fields_staticAndNot_shareOrDoNot() throws Exception {
        SHARED_URLS.add(SHARED.baseUrl());
        OWN_GATEWAYS.add(own.gateway());
        assertThat(SHARED.gateway().requests()).isEmpty();
        assertThat(Call.chat(SHARED.gateway(), "hello").statusCode()).isEqualTo(200);
        assertThat(own.arouterUrl()).isNotEqualTo(SHARED.arouterUrl());
    }

    @Nested
    class Inner {

        @Test
        void nestedClass_usesTheSameGateway() {
            SHARED_URLS.add(SHARED.baseUrl());
            assertThat(SHARED.gateway().requests()).isEmpty();
        }
    }

    @AfterAll
    static void gateways_wereSharedOrNot() {
        assertThat(SHARED_URLS).hasSize(1);
        assertThat(OWN_GATEWAYS).hasSize(3);
    }
}
