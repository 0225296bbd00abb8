package ai.fastrouter.camel.benchmark.subject;

import java.net.URI;
import java.nio.file.Path;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityConsumer;
import org.apache.hc.core5.http.nio.entity.FileEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.nio.support.BasicResponseConsumer;

/** A file to the socket by the client's own file producer, without a form around it. */
public final class BareUpload extends BareAudio {

    private final URI uri;
    private final Path file;

    public BareUpload(String baseUrl, Path file) {
        this.uri = URI.create(baseUrl + "/audio/transcriptions");
        this.file = file;
    }

    @Override
    public String name() {
        return "bare client from a file";
    }

    @Override
    public void call(Done done) {
        client.execute(
                new BasicRequestProducer(
                        Method.POST, uri, new FileEntityProducer(file.toFile(), ContentType.create("audio/wav"))),
                new BasicResponseConsumer<>(new BasicAsyncEntityConsumer()),
                ending(done, answer -> answer.length > 0));
    }
}
