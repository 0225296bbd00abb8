package ai.fastrouter.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.spring.LocalGatewayConnection;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;

/** A whole Spring Boot application with the starter, talking to the local gateway. */
// tag::connection[]
@CamelSpringBootTest
@SpringBootTest(properties = "camel.component.fastrouter.model=openai/gpt-4o")
@LocalGatewayConnection
class SpringBootApplicationTest {

    @Autowired
    private LocalGateway gateway;
    // end::connection[]

    @Autowired
    private ProducerTemplate camel;

    @Test
    void chat_inARoute_answersWithTheModelOfTheProperties() {
        gateway.onChat().reply(Reply.chat("Good morning"));
        Exchange exchange = camel.request("direct:ask", e -> e.getMessage().setBody("Hello"));
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("Good morning");
        assertThat(exchange.getMessage().getHeader(FastRouterConstants.RESPONSE_MODEL))
                .isEqualTo("openai/gpt-4o");
        assertThat(gateway.lastRequest().model()).isEqualTo("openai/gpt-4o");
    }

    /** The script of the other test is gone, and so is what it asked. */
    @Test
    void gateway_beforeEachTest_isReset() {
        assertThat(gateway.requests()).isEmpty();
        assertThat(camel.requestBody("direct:ask", "Hello", String.class)).isNotEqualTo("Good morning");
        assertThat(gateway.requestCount()).isEqualTo(1);
    }

    @Test
    void answer_asRecord_convertsToMap() {
        ChatResponse response = camel.requestBody("direct:response", "Hello", ChatResponse.class);
        Map<?, ?> map = camel.getCamelContext().getTypeConverter().convertTo(Map.class, response);
        assertThat(map).isNotEmpty();
        assertThat(response.text()).isNotEmpty();
    }

    /** Two routes. */
    @SpringBootApplication
    static class TestApplication {

        @Bean
        RouteBuilder routes() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:ask").to("fastrouter:chat");
                    from("direct:response").to("fastrouter:chat?output=response");
                }
            };
        }
    }
}
