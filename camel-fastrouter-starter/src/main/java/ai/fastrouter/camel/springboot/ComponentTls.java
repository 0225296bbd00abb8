package ai.fastrouter.camel.springboot;

import ai.fastrouter.camel.FastRouterComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;

/** Decides about TLS towards the gateway: the SSL bundle that is named, else the only SSLContextParameters there are. */
final class ComponentTls {

    private final String bundle;
    private final ObjectProvider<SslBundles> bundles;
    private final ObjectProvider<SSLContextParameters> parameters;

    ComponentTls(String bundle, ObjectProvider<SslBundles> bundles, ObjectProvider<SSLContextParameters> parameters) {
        this.bundle = bundle;
        this.bundles = bundles;
        this.parameters = parameters;
    }

    /**
     * @throws NoSuchSslBundleException if there is no bundle of the given name
     * @throws IllegalArgumentException if both a bundle and parameters are given
     */
    void applyTo(FastRouterComponent component) {
        if (bundle != null) {
            applyBundleTo(component);
        } else if (component.isAutowiredEnabled()
                && component.getSslContextParameters() == null
                && !component.isUseGlobalSslContextParameters()) {
            parameters.ifUnique(component::setSslContextParameters);
        }
    }

    private void applyBundleTo(FastRouterComponent component) {
        if (component.getSslContextParameters() != null) {
            throw new IllegalArgumentException("camel.component.fastrouter.ssl-bundle=" + bundle
                    + " is set, and ssl-context-parameters too: set only one of them");
        }
        SslBundles all = bundles.getIfAvailable();
        if (all == null) {
            throw new NoSuchSslBundleException(bundle, "There are no SSL bundles in this application");
        }
        component.setSslContextParameters(BundleParameters.of(all.getBundle(bundle)));
    }
}
