package ai.fastrouter.camel.benchmark.server;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.AsyncServerBootstrap;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;

/**
 * A server that costs as little as it can: it reads a request and answers from memory. Runs in a process of its own, prints its
 * port and ends when its standard input does.
 */
public final class BareServer {

    /** How much audio one answer has, in MB of a million bytes. */
    public static final int AUDIO_MEGABYTES = 200;

    private BareServer() {}

    public static void main(String[] args) throws Exception {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
        HttpAsyncServer server = AsyncServerBootstrap.bootstrap()
                .setCanonicalHostName("127.0.0.1")
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(1)
                        .setTcpNoDelay(true)
                        .setBacklogSize(16_384)
                        .setSoReuseAddress(true)
                        .build())
                .register(
                        "/v1/chat/completions", () -> new CannedHandler(Canned.COMPLETION, "application/json", null, 0))
                .register(
                        "/slow/chat/completions",
                        () -> new CannedHandler(Canned.COMPLETION, "application/json", timer, 2000))
                .register(
                        "/stream/chat/completions",
                        () -> new CannedHandler(Canned.STREAM, "text/event-stream", null, 0))
                .register(
                        "/audio/audio/speech",
                        () -> new CannedHandler(new EndlessAudio(AUDIO_MEGABYTES * 1_000_000L), null, 0))
                .register(
                        "/audio/audio/transcriptions",
                        () -> new CannedHandler(Canned.TRANSCRIPTION, "application/json", null, 0))
                .register("/jobs/chat/completions", () -> new CannedHandler(JobHandler.submitted(), null, 0))
                .register("/jobs/getPromptToAudioResponse", () -> new CannedHandler(JobHandler.pending(), null, 0))
                .create();
        server.start();
        var endpoint = server.listen(new InetSocketAddress("127.0.0.1", 0), URIScheme.HTTP)
                .get(10, TimeUnit.SECONDS);
        System.out.println(((InetSocketAddress) endpoint.getAddress()).getPort());
        System.out.flush();
        while (System.in.read() >= 0) {
            // until the parent closes the pipe or is gone
        }
        server.close();
        server.awaitShutdown(TimeValue.ofSeconds(5));
        timer.shutdownNow();
    }

    /** The answers. */
    static final class Canned {
        static final byte[] TRANSCRIPTION = "{\"text\":\"The order\"}".getBytes(StandardCharsets.UTF_8);
        static final byte[] COMPLETION = completion();
        static final byte[] STREAM = stream(500);

        private static byte[] completion() {
            return ("{\"id\":\"fr_5b6c7d8e-0000-4000-8000-1234567890ab\",\"object\":\"chat.completion\",\"created\":1790000000,"
                            + "\"model\":\"openai/gpt-5.1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                            + "The route takes the order, asks the warehouse, and answers the customer within a second. "
                                    .repeat(2)
                            + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":36,"
                            + "\"total_tokens\":48,\"cost\":0.00042,\"provider\":\"openai\",\"prompt_tokens_details\":{\"cached_tokens\":0},"
                            + "\"completion_tokens_details\":{\"reasoning_tokens\":0}}}")
                    .getBytes(StandardCharsets.UTF_8);
        }

        private static byte[] stream(int chunks) {
            StringBuilder text = new StringBuilder();
            String head =
                    "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,\"model\":\"openai/gpt-5.1\",";
            for (int i = 0; i < chunks - 1; i++) {
                text.append(head)
                        .append(
                                "\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"},\"finish_reason\":null}]}\n\n");
            }
            text.append(head).append("\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
            return text.append("data: [DONE]\n\n").toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
