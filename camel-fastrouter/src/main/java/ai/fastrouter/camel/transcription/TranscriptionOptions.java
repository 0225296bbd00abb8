package ai.fastrouter.camel.transcription;

import static ai.fastrouter.camel.exchange.OptionTypes.fields;
import static ai.fastrouter.camel.exchange.OptionTypes.list;
import static ai.fastrouter.camel.exchange.OptionTypes.listOf;
import static ai.fastrouter.camel.exchange.OptionTypes.number;
import static ai.fastrouter.camel.exchange.OptionTypes.oneOf;
import static ai.fastrouter.camel.exchange.OptionTypes.text;
import static ai.fastrouter.camel.exchange.OptionTypes.whole;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionSet;
import ai.fastrouter.camel.exchange.OptionValues;
import java.util.List;
import java.util.Map;
import org.apache.camel.util.StringHelper;

/** The options of transcription and translation. Ranges are those of the ARouter audio guide. */
final class TranscriptionOptions {

    static final OptionSet ALL = new OptionSet();

    static final Option<String> MODEL = ALL.add("model", FastRouterConstants.MODEL, text());
    static final Option<String> LANGUAGE = ALL.add("language", FastRouterConstants.LANGUAGE, text());
    static final Option<String> PROMPT = ALL.add("prompt", FastRouterConstants.PROMPT, text());
    static final Option<String> FORMAT = ALL.add(
            "responseFormat", FastRouterConstants.RESPONSE_FORMAT, oneOf("json", "text", "srt", "verbose_json", "vtt"));
    static final Option<Double> TEMPERATURE = ALL.add("temperature", FastRouterConstants.TEMPERATURE, number(0, 1));
    static final Option<List<String>> GRANULARITIES =
            ALL.add("timestampGranularities", FastRouterConstants.TIMESTAMP_GRANULARITIES, listOf("word", "segment"));
    static final Option<String> OUTPUT =
            ALL.add("output", FastRouterConstants.OUTPUT, oneOf("text", "response", "json"));
    static final Option<Long> MAX_UPLOAD_SIZE = ALL.add("maxUploadSize", null, whole());
    static final Option<List<String>> UPLOAD_FORMATS = ALL.add("allowedUploadFormats", null, list());
    static final Option<Map<String, Object>> ADDITIONAL_BODY =
            ALL.add("additionalBody", FastRouterConstants.ADDITIONAL_BODY, fields("file", "stream"));

    private TranscriptionOptions() {}

    /**
     * What can't be said together.
     *
     * @throws FastRouterRequestException naming both options
     */
    static void check(OptionValues options) throws FastRouterRequestException {
        if (options.has(GRANULARITIES) && !"verbose_json".equals(options.get(FORMAT))) {
            throw refused("Option timestampGranularities (header " + GRANULARITIES.header()
                    + ") needs responseFormat=verbose_json, but that is " + options.get(FORMAT, "unset"));
        }
    }

    /**
     * What a translation's own URI must not say. The component's defaults, and headers that an earlier transcription has left, are
     * not meant for it, and passed over.
     *
     * @throws IllegalArgumentException naming the option
     */
    static void checkTranslation(String endpointUri) {
        String query = StringHelper.after(endpointUri, "?", "");
        for (String parameter : query.split("&")) {
            String name = StringHelper.before(parameter, "=", parameter).replace("-", "");
            if (name.equalsIgnoreCase(LANGUAGE.name())) {
                throw new IllegalArgumentException(
                        "Option language is not for translation: it recognises the language, and answers in English");
            }
            if (name.equalsIgnoreCase(GRANULARITIES.name())) {
                throw new IllegalArgumentException("Option timestampGranularities is not for translation");
            }
        }
    }

    private static FastRouterRequestException refused(String message) {
        return new FastRouterRequestException(message, ErrorDetails.ofCode("invalid_option"), null);
    }
}
