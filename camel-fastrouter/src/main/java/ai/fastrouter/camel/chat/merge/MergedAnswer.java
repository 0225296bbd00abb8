package ai.fastrouter.camel.chat.merge;

import ai.fastrouter.camel.model.ChatChunk;
import ai.fastrouter.camel.model.ChatResponse;
import ai.fastrouter.camel.model.TokenUsage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts the chunks of a stream together to the answer they are pieces of. Not thread-safe. */
public final class MergedAnswer {

    private final TreeMap<Integer, MergedChoice> choices = new TreeMap<>();
    private MergedChoice recent;
    private ChatChunk last;
    private TokenUsage usage;
    private String provider;
    private Map<String, Object> further;
    private long chunks;

    public void add(ChatChunk chunk) {
        chunks++;
        last = chunk;
        usage = chunk.usage() == null ? usage : chunk.usage();
        provider = chunk.provider() == null ? provider : chunk.provider();
        if (!chunk.additionalFields().isEmpty()) {
            further = further == null ? new LinkedHashMap<>() : further;
            further.putAll(chunk.additionalFields());
        }
        List<ChatChunk.Choice> pieces = chunk.choices();
        for (int i = 0; i < pieces.size(); i++) {
            choice(pieces.get(i).index()).add(pieces.get(i));
        }
    }

    /** How many chunks were added. */
    public long chunks() {
        return chunks;
    }

    /** The first choice's text so far; null while there is none. */
    public String text() {
        return choices.isEmpty() ? null : choices.firstEntry().getValue().text();
    }

    public ChatResponse response() {
        List<ChatResponse.Choice> whole =
                choices.values().stream().map(MergedChoice::whole).toList();
        String who = provider == null && usage != null ? usage.provider() : provider;
        return last == null
                ? new ChatResponse(null, null, null, whole, null, null, null)
                : new ChatResponse(last.id(), last.model(), last.created(), whole, usage, who, further);
    }

    private MergedChoice choice(int index) {
        if (recent == null || recent.index() != index) {
            recent = choices.computeIfAbsent(index, MergedChoice::new);
        }
        return recent;
    }
}
