package ai.fastrouter.camel.gateway.multipart;

import ai.fastrouter.camel.gateway.RequestBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** A form read back from the bytes that would be sent, strictly: anything that is not where it must be fails. */
final class ParsedForm {

    /** A part: its header lines joined by line feeds, and its bytes. */
    record Part(String headers, byte[] content) {
        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    final List<Part> parts = new ArrayList<>();

    ParsedForm(RequestBody body) throws IOException {
        String delimiter = "--" + body.contentType().substring("multipart/form-data; boundary=".length());
        // one char per byte, so that indexes and bytes are the same
        String sent = new String(bytes(body), StandardCharsets.ISO_8859_1);
        int at = 0;
        while (!sent.startsWith(delimiter + "--\r\n", at)) {
            at = expect(sent, at, delimiter + "\r\n");
            int headersEnd = sent.indexOf("\r\n\r\n", at);
            int contentEnd = sent.indexOf("\r\n" + delimiter, headersEnd + 4);
            String headers = new String(
                    sent.substring(at, headersEnd).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            byte[] content = sent.substring(headersEnd + 4, contentEnd).getBytes(StandardCharsets.ISO_8859_1);
            parts.add(new Part(headers.replace("\r\n", "\n"), content));
            at = contentEnd + 2;
        }
        if (at + delimiter.length() + 4 != sent.length()) {
            throw new IOException("bytes after the end");
        }
    }

    static byte[] bytes(RequestBody body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (RequestBody.Segment segment : body.segments()) {
            if (segment instanceof RequestBody.Bytes bytes) {
                byte[] copy = new byte[bytes.buffer().remaining()];
                bytes.buffer().duplicate().get(copy);
                out.write(copy);
            } else if (segment instanceof RequestBody.FilePart file) {
                Files.copy(file.path(), out);
            } else if (segment instanceof RequestBody.Source source) {
                try (InputStream in = source.opener().open()) {
                    in.transferTo(out);
                }
            }
        }
        return out.toByteArray();
    }

    private static int expect(String text, int at, String expected) throws IOException {
        if (!text.startsWith(expected, at)) {
            throw new IOException("no delimiter at " + at);
        }
        return at + expected.length();
    }
}
