package ai.fastrouter.camel.test.junit5;

import ai.fastrouter.camel.test.LocalGateway;
import ai.fastrouter.camel.test.LocalGatewayBuilder;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link LocalGateway}: as a field with {@code @RegisterExtension} or, with
 * {@code @ExtendWith(LocalGatewayExtension.class)}, as a parameter. A static field shares one gateway among the tests of a
 * class; scripts and journal are reset before each test. It is closed after the last.
 */
public final class LocalGatewayExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final LocalGatewayBuilder builder;
    private volatile LocalGateway gateway;
    private int classes;

    /** An extension with a gateway of default settings. */
    public LocalGatewayExtension() {
        this(LocalGateway.builder());
    }

    private LocalGatewayExtension(LocalGatewayBuilder builder) {
        this.builder = builder;
    }

    /** An extension with a gateway of default settings. */
    public static LocalGatewayExtension create() {
        return new LocalGatewayExtension();
    }

    /** An extension with a gateway of these settings. */
    public static LocalGatewayExtension create(LocalGatewayBuilder builder) {
        return new LocalGatewayExtension(builder);
    }

    /** The running gateway; started now when no test has started yet, so that it can be used in static fields. */
    public synchronized LocalGateway gateway() {
        if (gateway == null) {
            gateway = builder.start();
        }
        return gateway;
    }

    /** The FastRouter base URL of the running gateway. */
    public String baseUrl() {
        return gateway().baseUrl();
    }

    /** The ARouter base URL of the running gateway. */
    public String arouterUrl() {
        return gateway().arouterUrl();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // Nested classes come here too, inside the class that holds them.
        classes++;
        gateway();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        gateway().reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes == 0) {
            close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--classes == 0) {
            close();
        }
    }

    private synchronized void close() {
        if (gateway != null) {
            gateway.close();
            gateway = null;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalGateway.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return gateway();
    }
}
