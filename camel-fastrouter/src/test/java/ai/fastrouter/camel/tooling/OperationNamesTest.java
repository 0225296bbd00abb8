package ai.fastrouter.camel.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fastrouter.camel.FastRouterOperation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What editors offer as operation. */
class OperationNamesTest {

    /** The endpoint has them as one text, since an annotation can't read them from the enum. */
    @Test
    void operations_inTheCatalog_areThoseThereAre() throws IOException {
        List<String> offered = new ArrayList<>();
        try (InputStream metadata =
                FastRouterOperation.class.getResourceAsStream("/META-INF/ai/fastrouter/camel/fastrouter.json")) {
            JsonNode operation = new ObjectMapper().readTree(metadata).at("/properties/operation");
            operation.path("enum").forEach(name -> offered.add(name.asText()));
        }

        assertThat(offered)
                .containsExactlyElementsOf(Arrays.stream(FastRouterOperation.values())
                        .map(FastRouterOperation::path)
                        .toList());
    }
}
