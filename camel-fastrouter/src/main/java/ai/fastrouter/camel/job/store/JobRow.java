package ai.fastrouter.camel.job.store;

import ai.fastrouter.camel.job.answer.AnswerReader;
import ai.fastrouter.camel.model.AudioJob;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;

/**
 * How a job is written into an exchange: its JSON as body, the submitter's headers as headers, and a few of our own. Only types
 * of Java, since repositories refuse to read others.
 */
final class JobRow {

    private static final String OWN = "CamelFastRouterJobStore";
    private static final String GATEWAY = OWN + "Gateway";
    private static final String OWNER = OWN + "Owner";
    private static final String ATTEMPTS = OWN + "Attempts";
    private static final String ORIGIN = OWN + "Origin";
    private static final ObjectMapper JSON = new ObjectMapper();

    private JobRow() {}

    /** @param origin who makes such jobs again and again; null for nobody */
    static Exchange create(
            CamelContext context, AudioJob job, Map<String, Object> headers, String gateway, String origin) {
        Exchange row = empty(context, StoredJob.keyOf(job));
        Message message = row.getMessage();
        message.setBody(json(job));
        headers.forEach(message::setHeader);
        message.setHeader(GATEWAY, gateway);
        message.setHeader(ATTEMPTS, 0);
        if (origin != null) {
            message.setHeader(ORIGIN, origin);
        }
        return row;
    }

    /** The same job with another owner; null for none. */
    static Exchange owned(CamelContext context, Exchange old, String owner, int attempts) {
        Exchange row = empty(context, old.getExchangeId());
        Message message = row.getMessage();
        message.setBody(old.getMessage().getBody());
        old.getMessage().getHeaders().forEach(message::setHeader);
        message.setHeader(ATTEMPTS, attempts);
        if (owner == null) {
            message.removeHeader(OWNER);
        } else {
            message.setHeader(OWNER, owner);
        }
        return row;
    }

    /** Whether the row is a job of this gateway. */
    static boolean isJobOf(Exchange row, String gateway) {
        return gateway.equals(row.getMessage().getHeader(GATEWAY))
                && row.getMessage().getHeader(ATTEMPTS) != null;
    }

    static boolean isJob(Exchange row) {
        return row.getMessage().getHeader(GATEWAY) != null && row.getMessage().getHeader(ATTEMPTS) != null;
    }

    static String owner(Exchange row) {
        return row.getMessage().getHeader(OWNER, String.class);
    }

    static boolean isFrom(Exchange row, String origin) {
        return origin.equals(row.getMessage().getHeader(ORIGIN));
    }

    static int attempts(Exchange row) {
        return row.getMessage().getHeader(ATTEMPTS, 0, Integer.class);
    }

    static StoredJob read(String key, Exchange row) throws IOException {
        Map<String, Object> headers = new HashMap<>();
        row.getMessage().getHeaders().forEach((name, value) -> {
            if (!name.startsWith(OWN)) {
                headers.put(name, value);
            }
        });
        AudioJob job = AnswerReader.readJob(row.getMessage().getBody(String.class));
        return new StoredJob(key, job, headers, owner(row), attempts(row));
    }

    /** The id is kept by all repositories, and is what they confirm by. */
    private static Exchange empty(CamelContext context, String id) {
        Exchange row = new DefaultExchange(context);
        row.setExchangeId(id);
        return row;
    }

    private static String json(AudioJob job) {
        try {
            return JSON.writeValueAsString(job);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job can't be written as JSON", e); // maps, texts and numbers always can
        }
    }
}
