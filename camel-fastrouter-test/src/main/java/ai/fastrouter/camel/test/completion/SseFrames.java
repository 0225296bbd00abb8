package ai.fastrouter.camel.test.completion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes payloads as server-sent events, packet by packet, with the oddities that a script asks for. */
final class SseFrames {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ChatScript script;
    private final List<byte[]> packets = new ArrayList<>();

    private SseFrames(ChatScript script) {
        this.script = script;
    }

    static List<byte[]> of(ChatScript script, CompletionChunks.Payloads payloads) {
        return new SseFrames(script).write(payloads);
    }

    private List<byte[]> write(CompletionChunks.Payloads payloads) {
        if (script.bom) {
            packets.add(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        for (int i = 0; i < payloads.all().size(); i++) {
            byte[] frame = frame(payloads.all().get(i));
            if (script.halfFrame && i == payloads.lastDelta()) {
                packets.add(Arrays.copyOf(frame, frame.length / 2));
                return packets;
            }
            comment(i);
            split(frame);
        }
        if (script.done && script.errorEvent == null) {
            packets.add(utf8("data: [DONE]" + script.lineEnding + script.lineEnding));
        }
        return packets;
    }

    private byte[] frame(String payload) {
        StringBuilder frame = new StringBuilder(payload.length() + 16);
        for (String line : script.multiLineData ? lines(payload) : List.of(payload)) {
            frame.append("data: ").append(line).append(script.lineEnding);
        }
        return utf8(frame.append(script.lineEnding).toString());
    }

    private void comment(int i) {
        if (script.comments) {
            String end = script.lineEnding;
            packets.add(utf8(
                    i % 2 == 0
                            ? ": keep-alive" + end + end
                            : ":" + end + "event: message" + end + "id: " + i + end + "retry: 1000" + end));
        }
    }

    private void split(byte[] frame) {
        int at = script.splitUtf8 ? insideCharacter(frame) : script.splitFrames ? frame.length / 2 : 0;
        if (at > 0) {
            packets.add(Arrays.copyOf(frame, at));
            packets.add(Arrays.copyOfRange(frame, at, frame.length));
        } else {
            packets.add(frame);
        }
    }

    /** The place of the first byte that continues a character, 0 when there is none. */
    private static int insideCharacter(byte[] frame) {
        for (int i = 0; i < frame.length; i++) {
            if ((frame[i] & 0xC0) == 0x80) {
                return i;
            }
        }
        return 0;
    }

    private static List<String> lines(String payload) {
        try {
            Object tree = MAPPER.readTree(payload);
            return MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(tree)
                    .lines()
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of(payload);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
