package ai.fastrouter.camel.gateway.wire;

import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.model.ChatMessage;
import ai.fastrouter.camel.model.ContentPart;
import ai.fastrouter.camel.model.Media;
import ai.fastrouter.camel.model.ToolCall;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/**
 * Writes a request body: JSON straight into the buffer that is sent. Media are put in between as streams that are encoded while they
 * are sent.
 */
public final class RequestJson implements AutoCloseable {

    private final SegmentBuffer buffer;
    private final JsonGenerator json;

    /** @param expectedSize in bytes; a good guess saves copies */
    public RequestJson(int expectedSize) {
        buffer = new SegmentBuffer(Math.max(expectedSize, 64));
        try {
            json = Json.generator(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON as it is, without a separator before it. */
    public RequestJson raw(RawJson piece) throws IOException {
        json.writeRaw(piece.serialized());
        return this;
    }

    public RequestJson startObject() throws IOException {
        json.writeStartObject();
        return this;
    }

    public RequestJson endObject() throws IOException {
        json.writeEndObject();
        return this;
    }

    /** A field of the object that was started. */
    public RequestJson field(String name, Object value) throws IOException {
        json.writeFieldName(Unicode.repaired(name));
        return value(value);
    }

    /**
     * Any value: null, texts, numbers, booleans, maps, collections, arrays, records of chat, {@link Media}, {@link RawJson}.
     *
     * @throws IllegalArgumentException if it, or something in it, is of another type; the text names the type
     */
    public RequestJson value(Object value) throws IOException {
        if (value instanceof CharSequence text) {
            json.writeString(Unicode.repaired(text.toString()));
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Iterable<?> items) {
            items(items);
        } else if (value instanceof RawJson piece) {
            json.writeRawValue(piece.serialized());
        } else if (value instanceof ChatMessage message) {
            message(message);
        } else if (value instanceof ContentPart part) {
            map(part.toMap());
        } else if (value instanceof ToolCall call) {
            map(call.toMap());
        } else if (value instanceof Media media) {
            media(media);
        } else if (value instanceof Object[] array) {
            items(java.util.Arrays.asList(array));
        } else {
            scalar(value);
        }
        return this;
    }

    /** What was written. Nothing can be added afterwards. */
    public RequestBody toBody() throws IOException {
        json.close();
        return buffer.toBody();
    }

    /** Gives the buffers back. */
    @Override
    public void close() throws IOException {
        json.close();
    }

    /** Most turns are a role and a text. */
    private void message(ChatMessage message) throws IOException {
        boolean plain = message.content() != null
                && message.parts().isEmpty()
                && message.toolCalls().isEmpty()
                && message.toolCallId() == null
                && message.reasoningDetails().isEmpty()
                && message.name() == null
                && message.audio() == null
                && message.refusal() == null
                && message.reasoning() == null
                && message.additionalFields().isEmpty();
        if (!plain) {
            map(message.toMap());
            return;
        }
        json.writeStartObject();
        field("role", message.role());
        field("content", message.content());
        json.writeEndObject();
    }

    private void map(Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            field(String.valueOf(entry.getKey()), entry.getValue());
        }
        json.writeEndObject();
    }

    private void items(Iterable<?> items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            value(item);
        }
        json.writeEndArray();
    }

    private void media(Media media) throws IOException {
        json.writeRawValue("\"" + media.prefix());
        json.flush();
        if (media.length() > 0) {
            buffer.insert(new RequestBody.Source(
                    () -> new Base64Stream(media.opener().open(), media.length()), media.encodedLength()));
        }
        json.writeRaw('"');
    }

    private void scalar(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            json.writeNumber(((Number) value).intValue());
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (value instanceof Double || value instanceof Float) {
            floating((Number) value);
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name());
        } else {
            throw new IllegalArgumentException(
                    "a value of type " + value.getClass().getName() + " can't be written as JSON");
        }
    }

    private void floating(Number number) throws IOException {
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("the number " + number + " can't be written as JSON");
        }
        if (number instanceof Float) {
            json.writeNumber(number.floatValue());
        } else {
            json.writeNumber(value);
        }
    }
}
