package ai.fastrouter.camel.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All calls that have not ended: a linked list through the calls themselves, so that a call costs no object here. */
final class CallsInFlight {

    private HttpCall first;

    synchronized void add(HttpCall call) {
        call.next = first;
        if (first != null) {
            first.previous = call;
        }
        first = call;
    }

    synchronized void remove(HttpCall call) {
        if (call.previous == null && first != call) {
            return;
        }
        if (call.previous != null) {
            call.previous.next = call.next;
        } else {
            first = call.next;
        }
        if (call.next != null) {
            call.next.previous = call.previous;
        }
        call.previous = null;
        call.next = null;
    }

    synchronized boolean isEmpty() {
        return first == null;
    }

    /** Those of which the condition holds. The condition must be quick. */
    synchronized List<HttpCall> find(Predicate<HttpCall> condition) {
        List<HttpCall> found = List.of();
        for (HttpCall call = first; call != null; call = call.next) {
            if (condition.test(call)) {
                if (found.isEmpty()) {
                    found = new ArrayList<>();
                }
                found.add(call);
            }
        }
        return found;
    }
}
