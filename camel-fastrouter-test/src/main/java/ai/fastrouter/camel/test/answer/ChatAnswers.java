package ai.fastrouter.camel.test.answer;

import ai.fastrouter.camel.test.RecordedRequest;
import ai.fastrouter.camel.test.Reply;
import com.fasterxml.jackson.databind.JsonNode;

/** Answers chat completions. */
final class ChatAnswers {

    private ChatAnswers() {}

    static Reply to(RecordedRequest request) {
        JsonNode messages = request.json().path("messages");
        String question = messages.path(messages.size() - 1).path("content").asText("");
        return Reply.chat("You said: " + question);
    }
}
