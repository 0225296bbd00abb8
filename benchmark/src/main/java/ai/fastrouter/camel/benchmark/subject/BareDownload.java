package ai.fastrouter.camel.benchmark.subject;

import ai.fastrouter.camel.benchmark.server.BareServer;
import java.net.URI;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.nio.entity.StringAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;

/** Audio from the socket into a file, on the I/O thread, and nothing else. */
public final class BareDownload extends BareAudio {

    private final URI uri;

    public BareDownload(String baseUrl) {
        uri = URI.create(baseUrl + "/audio/speech");
    }

    @Override
    public String name() {
        return "bare client into a file";
    }

    @Override
    public void call(Done done) {
        client.execute(
                new BasicRequestProducer(
                        Method.POST, uri, new StringAsyncEntityProducer("{}", ContentType.APPLICATION_JSON)),
                new BasicResponseConsumer<>(new FileWriting()),
                ending(done, length -> length == BareServer.AUDIO_MEGABYTES * 1_000_000L));
    }
}
