package ai.fastrouter.camel.exchange.convert;

import ai.fastrouter.camel.gateway.wire.JsonText;
import ai.fastrouter.camel.model.AudioJob;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Converter;

/** Converts a job to {@code Map} in the shape of the gateways, and to {@code String}, which is that as JSON. */
@Converter(generateLoader = true)
public final class JobConverters {

    private JobConverters() {}

    /** The job as JSON. */
    @Converter
    public static String toJson(AudioJob job) throws IOException {
        return JsonText.of(job.toMap());
    }

    @Converter
    public static Map<String, Object> toMap(AudioJob job) {
        return job.toMap();
    }
}
