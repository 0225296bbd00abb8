package ai.fastrouter.camel.access;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A program of its own, with the key of ARouter in its environment and none of FastRouter. Prints what comes of it. */
public final class KeyFromEnvironment {

    private KeyFromEnvironment() {}

    /** Takes the base URL of a local gateway. */
    public static void main(String[] args) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            String local = "fastrouter:chat?model=a/b&baseUrl=" + args[0];
            print("with key", template.requestBody(local + "&gateway=arouter", (Object) "Say: Hi", String.class));
            Exchange refused =
                    template.request(local, exchange -> exchange.getMessage().setBody("Say: Hi"));
            print("local", refused.getException().getClass().getSimpleName());
            print("without key", start(context, "fastrouter:chat?model=a/b"));
            print("not required", start(context, "fastrouter:chat?model=a/b&apiKeyRequired=false"));
            print("models", start(context, "fastrouter:models"));
        }
    }

    private static String start(CamelContext context, String uri) {
        Endpoint endpoint = context.getEndpoint(uri);
        try {
            endpoint.createProducer().start();
            return "started";
        } catch (Exception e) {
            return e.toString();
        }
    }

    private static void print(String what, String outcome) {
        System.out.println(what + ": " + outcome);
    }
}
