package ai.fastrouter.camel.test.spring;

import ai.fastrouter.camel.test.LocalGateway;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a test of a Spring Boot application: starts a {@link LocalGateway}, points the component to it and offers it as a bean.
 *
 * <pre>{@code
 * @CamelSpringBootTest
 * @SpringBootTest
 * @LocalGatewayConnection
 * class AnswersTest {
 *     @Autowired
 *     LocalGateway gateway;
 * }
 * }</pre>
 *
 * <p>It sets {@code camel.component.NAME.base-url} and {@code .api-key}, and wins over every other source of these properties; an
 * address in the URI of an endpoint stays. Scripts and journal are reset before each test method. The gateway lives as long as the
 * application context, which Spring shares among test classes of the same configuration.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface LocalGatewayConnection {

    /** The names of the components that talk to it. */
    String[] components() default "fastrouter";
}
