package ai.fastrouter.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.SpringBootVersion;

/** The tests run with the Spring Boot that the build asks for, not with one that a dependency brings along. */
class SpringBootVersionTest {

    /** Absent where an IDE runs the tests. */
    @Test
    @EnabledIfSystemProperty(named = "expected.boot", matches = ".+")
    void version_onTheClassPath_isThatOfTheBuild() {
        assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("expected.boot"));
    }
}
