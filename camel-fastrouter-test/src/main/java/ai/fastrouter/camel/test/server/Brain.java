package ai.fastrouter.camel.test.server;

import ai.fastrouter.camel.test.Reply;
import ai.fastrouter.camel.test.journal.Received;
import java.util.function.Consumer;

/** What the server asks for answers. */
public interface Brain {

    /** Works the answer out and hands it over, now or later, on any thread. Called when the whole request is there. */
    void answer(Received request, Consumer<Reply> answer);

    /** Told of a request whose client left before it was whole. */
    void abandoned(Received request);
}
