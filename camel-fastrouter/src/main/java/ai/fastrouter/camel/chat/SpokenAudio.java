package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.exchange.spool.AudioSpool;
import ai.fastrouter.camel.exchange.spool.Spool;
import ai.fastrouter.camel.exchange.spool.SpoolSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.apache.camel.Exchange;

/** Decodes the audio of an answer piece by piece, so that it is not in memory a second time. */
final class SpokenAudio extends InputStream {

    private static final int PIECE = 16 * 1024;

    private final String base64;
    private int next;

    private SpokenAudio(String base64) {
        this.base64 = base64;
    }

    /** @throws FastRouterException with the code {@code invalid_output} if it is not base64 */
    static AudioSpool spool(Exchange exchange, String base64, ErrorDetails details) throws FastRouterException {
        Spool spool = new Spool(SpoolSettings.of(exchange.getContext()), base64.length() / 4L * 3);
        try {
            decode(base64, spool, details);
            return AudioSpool.of(List.of(spool), exchange);
        } catch (IOException e) {
            spool.discard();
            throw notKept(e, details);
        } catch (FastRouterException | RuntimeException e) {
            spool.discard();
            throw e;
        }
    }

    private static void decode(String base64, Spool spool, ErrorDetails details)
            throws IOException, FastRouterException {
        InputStream decoded = Base64.getMimeDecoder().wrap(new SpokenAudio(base64));
        byte[] piece = new byte[PIECE];
        for (int count = read(decoded, piece, details); count >= 0; count = read(decoded, piece, details)) {
            spool.append(ByteBuffer.wrap(piece, 0, count));
        }
        if (spool.length() == 0) {
            throw notBase64(details);
        }
        spool.complete();
    }

    private static int read(InputStream decoded, byte[] piece, ErrorDetails details) throws FastRouterException {
        try {
            return decoded.read(piece);
        } catch (IOException e) {
            throw notBase64(details);
        }
    }

    private static FastRouterException notBase64(ErrorDetails details) {
        return new FastRouterException(
                "chat failed: the audio of the answer is not base64", details.withCode("invalid_output"), null);
    }

    static FastRouterException notKept(IOException cause, ErrorDetails details) {
        return new FastRouterException(
                "The audio can't be kept until its exchange is done: " + cause.getMessage(),
                details.withCode("spool_failed"),
                cause);
    }

    @Override
    public int read() {
        return next < base64.length() ? base64.charAt(next++) & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, base64.length() - next);
        if (count == 0 && length > 0) {
            return -1;
        }
        for (int i = 0; i < count; i++) {
            target[offset + i] = (byte) base64.charAt(next++);
        }
        return count;
    }
}
