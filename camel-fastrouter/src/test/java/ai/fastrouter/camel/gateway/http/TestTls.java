package ai.fastrouter.camel.gateway.http;

import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/**
 * Certificates for tests: {@code localhost.p12} is for localhost and 127.0.0.1, {@code otherhost.p12} for
 * gateway.example.
 */
public final class TestTls {

    private static final String PASSWORD = "changeit";

    private TestTls() {}

    /** A server's side. */
    public static SSLContext context(String keyStore) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(TestTls.class.getResourceAsStream("/tls/" + keyStore), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** A client that trusts this certificate. */
    public static SSLContextParameters trusting(String keyStore) {
        KeyStoreParameters trusted = new KeyStoreParameters();
        trusted.setResource("classpath:tls/" + keyStore);
        trusted.setPassword(PASSWORD);
        trusted.setType("PKCS12");
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setKeyStore(trusted);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        return parameters;
    }
}
