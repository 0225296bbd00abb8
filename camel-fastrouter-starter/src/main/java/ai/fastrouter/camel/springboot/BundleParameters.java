package ai.fastrouter.camel.springboot;

import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.apache.camel.support.jsse.CipherSuitesParameters;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SecureSocketProtocolsParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslManagerBundle;
import org.springframework.boot.ssl.SslOptions;

/** An SSL bundle of Spring Boot as Camel's TLS parameters. */
final class BundleParameters {

    private BundleParameters() {}

    static SSLContextParameters of(SslBundle bundle) {
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setSecureSocketProtocol(bundle.getProtocol());
        parameters.setKeyManagers(new BundleKeys(bundle.getManagers()));
        parameters.setTrustManagers(new BundleTrust(bundle.getManagers()));
        SslOptions options = bundle.getOptions();
        if (options.getEnabledProtocols() != null) {
            SecureSocketProtocolsParameters protocols = new SecureSocketProtocolsParameters();
            protocols.setSecureSocketProtocol(List.of(options.getEnabledProtocols()));
            parameters.setSecureSocketProtocols(protocols);
        }
        if (options.getCiphers() != null) {
            CipherSuitesParameters ciphers = new CipherSuitesParameters();
            ciphers.setCipherSuite(List.of(options.getCiphers()));
            parameters.setCipherSuites(ciphers);
        }
        return parameters;
    }

    /** The client certificate; none for a bundle without a key store. */
    private static final class BundleKeys extends KeyManagersParameters {

        private final SslManagerBundle managers;

        BundleKeys(SslManagerBundle managers) {
            this.managers = managers;
        }

        @Override
        public KeyManager[] createKeyManagers() {
            return managers.getKeyManagers();
        }
    }

    /** Whom to trust; the usual authorities for a bundle without a trust store. */
    private static final class BundleTrust extends TrustManagersParameters {

        private final SslManagerBundle managers;

        BundleTrust(SslManagerBundle managers) {
            this.managers = managers;
        }

        @Override
        public TrustManager[] createTrustManagers() {
            return managers.getTrustManagers();
        }
    }
}
