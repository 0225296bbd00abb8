package ai.fastrouter.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.junit5.LocalGatewayExtension;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Which ObjectMapper makes objects of answers. */
class ObjectMapperTest {

    @RegisterExtension
    static final LocalGatewayExtension GATEWAY = LocalGatewayExtension.create();

    private final ObjectMapper mapper =
            new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private final ApplicationContextRunner discovering = application()
            .withBean("mapper", ObjectMapper.class, () -> mapper)
            .withPropertyValues("camel.component.fastrouter.auto-discover-object-mapper=true");

    /** What an answer becomes. */
    record Ticket(String dueDate) {}

    @BeforeEach
    void answerInSnakeCase() {
        GATEWAY.gateway().onChat().always(Reply.chat("{\"due_date\":\"Friday\"}"));
    }

    @Test
    void onlyBean_withTheOption_isUsed() {
        discovering.run(context -> assertThat(dueDate(context)).isEqualTo("Friday"));
    }

    @Test
    void onlyBean_withoutTheOption_isLeft() {
        application()
                .withBean("mapper", ObjectMapper.class, () -> mapper)
                .run(context -> assertThat(dueDate(context)).isNull());
    }

    @Test
    void twoBeans_areLeft() {
        discovering
                .withBean("another", ObjectMapper.class, ObjectMapper::new)
                .run(context -> assertThat(dueDate(context)).isNull());
    }

    @Test
    void twoBeans_onePrimary_isUsed() {
        application()
                .withBean("mapper", ObjectMapper.class, () -> mapper, bean -> bean.setPrimary(true))
                .withBean("another", ObjectMapper.class, ObjectMapper::new)
                .withPropertyValues("camel.component.fastrouter.auto-discover-object-mapper=true")
                .run(context -> assertThat(dueDate(context)).isEqualTo("Friday"));
    }

    private static ApplicationContextRunner application() {
        return Application.withRouteTo("fastrouter:chat?outputClass=" + Ticket.class.getName())
                .withPropertyValues(
                        "camel.component.fastrouter.api-key=any",
                        "camel.component.fastrouter.model=openai/gpt-4o",
                        "camel.component.fastrouter.base-url=" + GATEWAY.baseUrl());
    }

    private static String dueDate(ApplicationContext context) {
        return context.getBean(ProducerTemplate.class)
                .requestBody("direct:start", "When?", Ticket.class)
                .dueDate();
    }
}
