package ai.fastrouter.camel.examples.jingle;

import ai.fastrouter.camel.model.AudioJob;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/**
 * Tags a WAV with what it was made of: appends a chunk {@code LIST} of type {@code INFO}, which players show. The audio is not read
 * into memory; anything that is no WAV is left as it is.
 */
public class WavTags {

    private static final int HEAD = 12;

    /** The WAV with title ({@code INAM}), prompt ({@code ICMT}), model ({@code ISFT}) and job ({@code ISRC}). */
    public InputStream tagged(
            @Body InputStream wav,
            @Header(Exchange.CONTENT_LENGTH) long length,
            @Header("title") String title,
            @Header("prompt") String prompt,
            @Header("CamelFastRouterAudioJob") AudioJob job)
            throws IOException {
        byte[] head = wav.readNBytes(HEAD);
        if (!new String(head, StandardCharsets.ISO_8859_1).matches("(?s)RIFF....WAVE")) {
            return joined(new ByteArrayInputStream(head), wav);
        }
        byte[] tags = list(title, prompt, job);
        int padding = (int) (length % 2);
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) (length - 8 + padding + tags.length));
        return joined(
                new ByteArrayInputStream(head),
                wav,
                new ByteArrayInputStream(new byte[padding]),
                new ByteArrayInputStream(tags));
    }

    private static byte[] list(String title, String prompt, AudioJob job) {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.writeBytes("INFO".getBytes(StandardCharsets.US_ASCII));
        add(info, "INAM", title);
        add(info, "ICMT", prompt);
        add(info, "ISFT", job.model());
        add(info, "ISRC", job.requestId());
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        chunk(list, "LIST", info.toByteArray());
        return list.toByteArray();
    }

    private static void add(ByteArrayOutputStream info, String name, String value) {
        if (value != null) {
            chunk(info, name, (value + "\0").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Each chunk begins at an even place. */
    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .array());
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
    }

    private static InputStream joined(InputStream... parts) {
        return new SequenceInputStream(Collections.enumeration(List.of(parts)));
    }
}
