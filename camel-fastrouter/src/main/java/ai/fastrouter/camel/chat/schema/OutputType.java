package ai.fastrouter.camel.chat.schema;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.gateway.wire.RawJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;

/**
 * A class that answers are turned into.
 *
 * @param schema what the gateway is asked for: the object {@code json_schema}
 * @param reader reads an answer
 * @param name   the class
 */
public record OutputType(RawJson schema, ObjectReader reader, String name) {

    /**
     * The object an answer describes.
     *
     * @param text the answer
     * @throws FastRouterException with the code {@code invalid_output} if it is not JSON of this class; the text of the answer is not
     *                             in it
     */
    public Object read(String text, ErrorDetails details) throws FastRouterException {
        try {
            Object value = text == null || text.isBlank() ? null : reader.readValue(text);
            if (value != null) {
                return value;
            }
        } catch (InvalidDefinitionException e) {
            throw new FastRouterRequestException(
                    "Jackson can't read " + name + ", which outputClass names: "
                            + e.getType().getRawClass().getName()
                            + " needs a Jackson module on the class path, or an ObjectMapper of your own",
                    details.withCode("invalid_option"),
                    null);
        } catch (JsonProcessingException e) {
            // its text shows the answer
        }
        throw new FastRouterException(
                "chat failed: the answer is not valid JSON of " + name, details.withCode("invalid_output"), null);
    }
}
