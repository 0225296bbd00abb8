package ai.fastrouter.camel.test.spring;

import java.util.List;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link LocalGatewayConnection} on test classes and those around them. Named in {@code META-INF/spring.factories}. */
final class ConnectionFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        LocalGatewayConnection connection =
                TestContextAnnotationUtils.findMergedAnnotation(testClass, LocalGatewayConnection.class);
        return connection == null ? null : new ConnectionCustomizer(List.of(connection.components()));
    }
}
