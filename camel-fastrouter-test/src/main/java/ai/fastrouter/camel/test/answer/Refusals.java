package ai.fastrouter.camel.test.answer;

import ai.fastrouter.camel.test.Envelope;
import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.check.BadRequest;

/** Errors in the shape that the addressed gateway uses. */
final class Refusals {

    private Refusals() {}

    static Reply of(RecordedRequest request, BadRequest problem) {
        return of(
                request, problem.status(), Envelope.usualType(problem.status()), problem.code(), problem.getMessage());
    }

    static Reply of(RecordedRequest request, int status, String type, String code, String message) {
        return Reply.error(status, request.arouter() ? Envelope.E2 : Envelope.E1, type, code, message);
    }
}
