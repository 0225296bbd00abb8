package ai.fastrouter.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the key comes from in a Spring application, and what happens without one. */
class ApiKeyTest {

    @Test
    void missingKey_atStart_failsAndSaysTheThreeWays() {
        Application.withRouteTo("fastrouter:chat")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("camel.component.fastrouter.api-key")
                        .hasMessageContaining("fastrouter.api.key")
                        .hasMessageContaining("FASTROUTER_API_KEY"));
    }

    @Test
    void missingKey_ofArouter_namesItsOwnWays() {
        Application.withRouteTo("fastrouter:chat?gateway=arouter")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("arouter.api.key")
                        .hasMessageContaining("AROUTER_API_KEY"));
    }
}
