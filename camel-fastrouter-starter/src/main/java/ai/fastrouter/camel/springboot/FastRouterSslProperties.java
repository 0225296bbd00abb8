package ai.fastrouter.camel.springboot;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** What Spring Boot adds to the component's own properties. */
@ConfigurationProperties(prefix = "camel.component.fastrouter")
public class FastRouterSslProperties {

    /**
     * The SSL bundle (spring.ssl.bundle) for TLS towards the gateway: whom to trust, and the client certificate if there is one.
     * Not together with ssl-context-parameters.
     */
    private String sslBundle;

    public String getSslBundle() {
        return sslBundle;
    }

    public void setSslBundle(String sslBundle) {
        this.sslBundle = sslBundle;
    }
}
