package ai.fastrouter.camel.test.spring;

import ai.fastrouter.camel.test.LocalGateway;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Gives each test method a gateway without scripts and journal. Named in {@code META-INF/spring.factories}. */
final class ResetListener implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), LocalGatewayConnection.class)) {
            test.getApplicationContext().getBean(LocalGateway.class).reset();
        }
    }
}
