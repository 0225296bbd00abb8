package ai.fastrouter.camel.test.answer;

import ai.fastrouter.camel.test.Operation;
import ai.fastrouter.camel.test.check.BadRequest;
import ai.fastrouter.camel.test.journal.Received;

/**
 * Who may ask, and how much.
 *
 * @param apiKey the only key that is accepted; {@code null} for any
 * @param jsonLimit how many bytes a JSON body may have
 * @param uploadLimit how many bytes an audio file may have; 0 for any number
 */
public record Guard(String apiKey, long jsonLimit, long uploadLimit) {

    void check(Received request) {
        Operation operation = request.operation();
        boolean open = operation == Operation.DOWNLOAD || operation == Operation.MODELS && !request.arouter();
        if (!open) {
            key(request);
        }
        boolean upload = operation == Operation.TRANSCRIPTION || operation == Operation.TRANSLATION;
        if (!upload && request.size() > jsonLimit) {
            throw BadRequest.tooLarge("The request body must have at most " + jsonLimit + " bytes");
        }
    }

    private void key(Received request) {
        String authorization = request.header("Authorization");
        String key = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).trim()
                : request.arouter() ? request.header("X-Api-Key") : null;
        if (key == null || key.isEmpty()) {
            throw BadRequest.unauthorized("No API key was sent: use the header Authorization: Bearer KEY");
        }
        if (apiKey != null && !apiKey.equals(key)) {
            throw BadRequest.unauthorized("The API key is invalid, disabled or expired");
        }
    }
}
