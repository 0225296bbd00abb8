package ai.fastrouter.camel.springboot;

import ai.fastrouter.camel.error.MissingApiKeyException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in place of a stack trace what to do when an application does not start for want of a key. Named in
 * {@code META-INF/spring.factories}.
 */
final class MissingApiKeyAnalyzer extends AbstractFailureAnalyzer<MissingApiKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, MissingApiKeyException cause) {
        String description = "A route uses the component fastrouter, and there is no API key for the gateway "
                + cause.getGateway() + ".";
        String action = "Give the key in one of three ways:%n%n"
                .concat("    - the property camel.component.fastrouter.api-key%n")
                .concat("    - the property " + cause.getProperty() + "%n")
                .concat("    - the environment variable " + cause.getVariable() + "%n%n")
                .concat("If the gateway needs none, set camel.component.fastrouter.api-key-required=false.");
        return new FailureAnalysis(description, action.formatted(), failure);
    }
}
