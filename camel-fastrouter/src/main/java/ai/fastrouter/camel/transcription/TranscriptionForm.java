package ai.fastrouter.camel.transcription;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionValues;
import ai.fastrouter.camel.exchange.upload.Recording;
import ai.fastrouter.camel.gateway.RequestBody;
import ai.fastrouter.camel.gateway.multipart.MultipartBody;
import ai.fastrouter.camel.gateway.wire.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Puts the form of one request together: the fields, then the file. */
final class TranscriptionForm {

    private final OptionValues options;
    private final boolean translation;
    private final Map<String, Object> further;
    private final MultipartBody form = new MultipartBody();

    /** @param translation whether to leave out what only transcription has */
    TranscriptionForm(OptionValues options, boolean translation) {
        this.options = options;
        this.translation = translation;
        this.further = options.get(TranscriptionOptions.ADDITIONAL_BODY, Map.of());
    }

    /** @throws FastRouterRequestException if there is none */
    String model() throws FastRouterRequestException {
        Object model = further.getOrDefault("model", options.get(TranscriptionOptions.MODEL));
        if (model == null) {
            throw new FastRouterRequestException(
                    "There is no model: set the option model or the header " + TranscriptionOptions.MODEL.header(),
                    ErrorDetails.ofCode("invalid_option"),
                    null);
        }
        return model.toString();
    }

    RequestBody with(Recording recording, UploadName name) throws FastRouterRequestException, IOException {
        add("model", TranscriptionOptions.MODEL);
        if (!translation) {
            add("language", TranscriptionOptions.LANGUAGE);
        }
        add("prompt", TranscriptionOptions.PROMPT);
        add("response_format", TranscriptionOptions.FORMAT);
        add("temperature", TranscriptionOptions.TEMPERATURE);
        if (!translation && !further.containsKey("timestamp_granularities[]")) {
            for (String granularity : options.get(TranscriptionOptions.GRANULARITIES, List.of())) {
                form.text("timestamp_granularities[]", granularity);
            }
        }
        for (Map.Entry<String, Object> field : further.entrySet()) {
            addAny(field.getKey(), field.getValue());
        }
        return form.file("file", name.fileName(), name.contentType(), recording.segments())
                .build();
    }

    private void add(String field, Option<?> option) {
        Object value = options.get(option);
        if (value != null && !further.containsKey(field)) {
            form.text(field, plain(value));
        }
    }

    /** A list is sent as repeated fields whose name ends in brackets, as the gateways' own libraries do; a map as JSON. */
    private void addAny(String field, Object value) throws FastRouterRequestException, IOException {
        if (value instanceof Collection<?> items) {
            String repeated = field.endsWith("[]") ? field : field + "[]";
            for (Object item : items) {
                addAny(repeated, item);
            }
        } else if (value instanceof Map<?, ?>) {
            form.text(field, json(value));
        } else if (value != null) {
            form.text(field, plain(value));
        }
    }

    private static String json(Object value) throws FastRouterRequestException, IOException {
        try {
            return JsonText.of(value);
        } catch (IllegalArgumentException e) {
            throw new FastRouterRequestException(
                    "Option additionalBody can't be sent: " + e.getMessage(),
                    ErrorDetails.ofCode("invalid_option"),
                    null);
        }
    }

    private static String plain(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
