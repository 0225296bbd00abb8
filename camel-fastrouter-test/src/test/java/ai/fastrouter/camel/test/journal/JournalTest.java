package ai.fastrouter.camel.test.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.test.intake.Sha256;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void add_overTheNumber_keepsTheNewest() throws Exception {
        Journal journal = new Journal(2, 1_000);
        Received first = request("1", 10);
        Received last = request("3", 10);
        for (Received request : List.of(first, request("2", 10), last)) {
            journal.add(request);
        }
        assertThat(journal.count()).isEqualTo(3);
        assertThat(journal.all()).extracting(r -> r.path()).containsExactly("/2", "/3");
        assertThat(journal.last()).isSameAs(last);
        assertThat(journal.take(Duration.ZERO).path()).isEqualTo("/2");
        assertThat(first.bytes()).hasSize(10);
    }

    @Test
    void add_overTheBytes_forgetsTheOldestBodyButNotItsChecksum() {
        Journal journal = new Journal(10, 1_000);
        Received first = request("1", 600);
        String sha256 = Sha256.of(first.bytes());
        journal.add(first);
        journal.add(request("2", 600));
        assertThat(first.bytes()).isEmpty();
        assertThat(first.size()).isEqualTo(600);
        assertThat(first.sha256()).isEqualTo(sha256);
        assertThat(journal.last().bytes()).hasSize(600);
    }

    @Test
    void add_overTheBytes_keepsWhatIsNotAnsweredYet() {
        Journal journal = new Journal(10, 1_000);
        Received waiting = new Received("POST", "/1", null, Map.of(), "c", "HTTP/1.1", 1_000);
        waiting.sink().write(ByteBuffer.wrap(new byte[600]));
        journal.add(waiting);
        journal.add(request("2", 600));
        assertThat(waiting.bytes()).hasSize(600);
    }

    private static Received request(String name, int size) {
        Received request = new Received("POST", "/" + name, null, Map.of(), "c", "HTTP/1.1", 1_000);
        request.sink().write(ByteBuffer.wrap(new byte[size]));
        request.completed(List.of(), null);
        request.markAnswered();
        return request;
    }
}
