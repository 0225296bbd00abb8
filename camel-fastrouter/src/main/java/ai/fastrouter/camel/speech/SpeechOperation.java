package ai.fastrouter.camel.speech;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.OperationHandler;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.exchange.OutgoingHeaders;
import ai.fastrouter.camel.exchange.Turn;
import ai.fastrouter.camel.speech.join.Joiner;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Text to speech: {@code POST /audio/speech}. The body, or the header {@code CamelFastRouterSpeechText}, is the text; the body
 * becomes the audio, as a re-readable stream or, with {@code output=stream}, as one that is still being received.
 *
 * <p>A text is at most 4,096 code points long (ARouter audio guide: "4096 characters"), unless it may be split.
 */
public final class SpeechOperation implements OperationHandler {

    /** The most code points of one request. */
    static final int LONGEST_TEXT = 4096;

    private final OperationContext context;
    private final OptionValues endpointOptions;
    private final OutgoingHeaders headers;

    /** @throws IllegalArgumentException if an option of the endpoint is out of range */
    public SpeechOperation(OperationContext context) {
        this.context = context;
        this.endpointOptions = SpeechOptions.ALL.read(context.options());
        this.headers = new OutgoingHeaders(context.options());
    }

    @Override
    public void start(Exchange exchange, Turn turn) throws Exception {
        Message message = exchange.getMessage();
        OptionValues options = SpeechOptions.ALL.resolve(endpointOptions, message);
        SpeechFormat format = SpeechFormat.of(options.get(SpeechOptions.FORMAT));
        SpeechRequests requests = new SpeechRequests(context.target(), options, headers.of(exchange));
        List<String> parts = parts(text(message), options.get(SpeechOptions.SPLIT_INPUT, false));
        boolean live = "stream".equals(options.get(SpeechOptions.OUTPUT));
        Joiner joiner = parts.size() == 1 ? null : joiner(format);
        Speech speech = new Speech(
                context,
                exchange,
                turn,
                format,
                requests,
                parts,
                options.get(SpeechOptions.SPLIT_PARALLEL, 1),
                joiner == null || !live ? joiner : joiner.live());
        if (live) {
            new LiveSpeech(speech, options.get(SpeechOptions.AUTO_CLOSE, true)).start();
        } else {
            new SpooledSpeech(speech).start();
        }
    }

    private static String text(Message message) throws FastRouterRequestException {
        String text = message.getHeader(FastRouterConstants.SPEECH_TEXT, String.class);
        if (text == null) {
            text = message.getBody(String.class);
        }
        if (text == null || text.isBlank()) {
            throw refused("empty_text", "There is no text to speak: the body is empty or can't be turned into text");
        }
        return text;
    }

    private static List<String> parts(String text, boolean split) throws FastRouterRequestException {
        if (!TextSplitter.isLonger(text, LONGEST_TEXT)) {
            return List.of(text);
        }
        if (!split) {
            throw refused(
                    "text_too_long",
                    "The text has " + text.codePointCount(0, text.length()) + " characters, more than the "
                            + LONGEST_TEXT + " that can be spoken at once; set splitInput=true to speak it in parts");
        }
        return TextSplitter.split(text, LONGEST_TEXT);
    }

    private static Joiner joiner(SpeechFormat format) throws FastRouterRequestException {
        Joiner joiner = format.joiner();
        if (joiner == null) {
            throw refused(
                    "format_not_joinable",
                    "A text of more than " + LONGEST_TEXT + " characters can't be spoken with responseFormat="
                            + format.name().toLowerCase(java.util.Locale.ROOT)
                            + ": its parts can't be joined. Use mp3, aac, wav or pcm");
        }
        return joiner;
    }

    private static FastRouterRequestException refused(String code, String message) {
        return new FastRouterRequestException(message, ErrorDetails.ofCode(code).withOperation("speech", null), null);
    }
}
