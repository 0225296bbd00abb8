package ai.fastrouter.camel.operations.secrecy;

import ai.fastrouter.camel.test.LocalGateway;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One call and what the gateway makes of it.
 *
 * @param name    says both
 * @param uri     where it is sent to
 * @param body    what is sent
 * @param headers further headers
 * @param script  tells the gateway what to answer
 * @param fails   whether the call, or reading its answer, must fail
 */
record Scene(
        String name,
        String uri,
        Object body,
        Map<String, Object> headers,
        Consumer<LocalGateway> script,
        boolean fails) {

    static Scene of(String name, String uri, Object body) {
        return new Scene(name, uri, body, Map.of(), gateway -> {}, false);
    }

    Scene when(Consumer<LocalGateway> newScript) {
        return new Scene(name, uri, body, headers, newScript, fails);
    }

    Scene with(String header, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Scene(name, uri, body, more, script, fails);
    }

    Scene failing() {
        return new Scene(name, uri, body, headers, script, true);
    }
}
