package ai.fastrouter.camel.test.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.client.Call;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The annotation in any Spring test. */
@SpringJUnitConfig
@LocalGatewayConnection(components = {"fastrouter", "second"})
class LocalGatewayConnectionTest {

    @Autowired
    private LocalGateway gateway;

    @Autowired
    private Environment environment;

    @Test
    void everyComponent_getsAddressAndKey() {
        for (String component : List.of("fastrouter", "second")) {
            assertThat(environment.getProperty("camel.component." + component + ".base-url"))
                    .isEqualTo(gateway.baseUrl());
            assertThat(environment.getProperty("camel.component." + component + ".api-key"))
                    .isNotEmpty();
        }
    }

    @Test
    void gateway_isThereAndFresh() throws Exception {
        assertThat(gateway.requestCount()).isZero();
        Call.chat(gateway, "Hello");
        assertThat(gateway.requestCount()).isEqualTo(1);
    }

    @Test
    void gateway_isThereAndFreshAgain() throws Exception {
        gateway_isThereAndFresh();
    }

    @Nested
    class InANestedTest {

        @Test
        void gateway_isTheSame(@Autowired LocalGateway inner) {
            assertThat(inner).isSameAs(gateway);
        }
    }

    @Test
    void component_ofArouter_getsThatAddress() {
        try (GenericApplicationContext context = context("arouter")) {
            LocalGateway own = context.getBean(LocalGateway.class);
            assertThat(context.getEnvironment().getProperty("camel.component.fastrouter.base-url"))
                    .isEqualTo(own.arouterUrl());
        }
    }

    @Test
    void context_closed_closesTheGateway() {
        GenericApplicationContext context = context("fastrouter");
        LocalGateway own = context.getBean(LocalGateway.class);
        context.close();
        assertThatThrownBy(() -> Call.chat(own, "Hello")).isInstanceOf(ConnectException.class);
    }

    private static GenericApplicationContext context(String gateway) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("camel.component.fastrouter.gateway", gateway)));
        new ConnectionCustomizer(List.of("fastrouter")).customizeContext(context, null);
        context.refresh();
        return context;
    }
}
