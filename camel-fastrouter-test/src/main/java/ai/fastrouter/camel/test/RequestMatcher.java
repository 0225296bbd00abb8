package ai.fastrouter.camel.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.atomic.AtomicInteger;

/** Says whether a scripted answer is meant for a request. Used with {@link LocalGateway#on(RequestMatcher...)}. */
@FunctionalInterface
public interface RequestMatcher {

    /** Whether the request is meant. Called on an I/O thread: must be quick. */
    boolean matches(RecordedRequest request);

    /** Both this and the other. */
    default RequestMatcher and(RequestMatcher other) {
        return request -> matches(request) && other.matches(request);
    }

    /** Any request. */
    static RequestMatcher any() {
        return request -> true;
    }

    /** Requests whose path ends with the text, for example {@code /chat/completions}. */
    static RequestMatcher path(String end) {
        return request -> request.path().endsWith(end);
    }

    /** Requests for an operation. */
    static RequestMatcher operation(Operation operation) {
        return request -> request.operation() == operation;
    }

    /** Requests that name the model. */
    static RequestMatcher model(String model) {
        return request -> model.equals(request.model());
    }

    /** Requests that carry the header with exactly this first value. */
    static RequestMatcher header(String name, String value) {
        return request -> value.equals(request.header(name));
    }

    /** Requests whose kept body contains the text. */
    static RequestMatcher bodyContains(String text) {
        return request -> request.body().contains(text);
    }

    /** Requests whose JSON body has the value at the pointer, for example {@code json("/messages/0/role", "user")}. */
    static RequestMatcher json(String pointer, Object value) {
        JsonNode wanted = new ObjectMapper().valueToTree(value);
        return request -> wanted.equals(request.json().at(pointer));
    }

    /**
     * Only the n-th request, counted from 1 among those that passed the matchers before it: put it last. Each instance
     * counts for itself.
     */
    static RequestMatcher nth(int n) {
        AtomicInteger seen = new AtomicInteger();
        return request -> seen.incrementAndGet() == n;
    }
}
