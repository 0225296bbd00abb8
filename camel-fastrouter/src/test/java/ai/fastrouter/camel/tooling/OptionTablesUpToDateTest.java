package ai.fastrouter.camel.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The option tables of the documentation show every option and header there is. */
class OptionTablesUpToDateTest {

    private final Metadata metadata = Metadata.load();

    @Test
    void tables_ofTheDocumentation_areThoseOfTheMetadata() throws Exception {
        new GeneratedFile("src/main/docs/fastrouter-options.adoc").mustBe(OptionTables.of(metadata));
    }

    @Test
    void tables_ofAllKinds_nameEveryOptionAndHeader() {
        String tables = OptionTables.of(metadata);
        assertThat(tables)
                .contains(starred(metadata.componentOptions()))
                .contains(starred(metadata.endpointOptions()))
                .contains(starred(metadata.headers()));
    }

    private static List<String> starred(Map<String, ?> entries) {
        return entries.keySet().stream().map(name -> "|*" + name + "*").toList();
    }
}
