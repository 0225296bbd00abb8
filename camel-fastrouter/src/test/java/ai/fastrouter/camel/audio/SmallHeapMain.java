package ai.fastrouter.camel.audio;

import ai.fastrouter.camel.FastRouterComponent;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Routes large audio through a JVM with a small heap, and prints what came through, one {@code name=value} a line. Arguments: the
 * gateway's address, a directory, and a file in it to upload.
 */
final class SmallHeapMain {

    private SmallHeapMain() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        Path recording = Path.of(arguments[2]);
        try (CamelContext context = new DefaultCamelContext()) {
            FastRouterComponent component = new FastRouterComponent();
            component.getConfiguration().setBaseUrl(arguments[0]);
            component.getConfiguration().setApiKey("sk-v1-test");
            context.addComponent("fastrouter", component);
            context.addRoutes(routes(directory));
            context.start();
            run(context.createProducerTemplate(), directory, recording);
        }
        print("done", true);
    }

    private static RouteBuilder routes(Path directory) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:spooled")
                        .to("fastrouter:speech?model=m&voice=v")
                        .setHeader(Exchange.FILE_NAME, constant("spooled.mp3"))
                        .to("file:" + directory);
                from("direct:live")
                        .to("fastrouter:speech?model=m&voice=v&output=stream")
                        .setHeader(Exchange.FILE_NAME, constant("live.mp3"))
                        .to("file:" + directory);
                from("direct:hear").to("fastrouter:transcription?model=m");
                from("direct:hearStream").noStreamCaching().to("fastrouter:transcription?model=m");
                from("direct:speakAndHear")
                        .to("fastrouter:speech?model=m&voice=v")
                        .to("fastrouter:transcription?model=m");
            }
        };
    }

    private static void run(ProducerTemplate template, Path directory, Path recording) throws Exception {
        for (String way : new String[] {"spooled", "live"}) {
            template.requestBody("direct:" + way, "Speak long");
            print(way, sha256(directory.resolve(way + ".mp3")));
            Files.delete(directory.resolve(way + ".mp3"));
        }
        print("file", template.requestBody("direct:hear", recording.toFile(), String.class));
        // without a file behind it, as from a socket
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(recording))) {
            print(
                    "stream",
                    template.requestBodyAndHeader(
                            "direct:hearStream", stream, Exchange.FILE_NAME, "recording.wav", String.class));
        }
        print("both", template.requestBody("direct:speakAndHear", "Speak long", String.class));
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void print(String name, Object value) {
        System.out.println(name + "=" + value);
    }
}
