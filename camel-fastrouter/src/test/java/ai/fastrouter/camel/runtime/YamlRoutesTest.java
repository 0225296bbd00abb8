package ai.fastrouter.camel.runtime;

/** Routes in YAML. */
class YamlRoutesTest extends RoutesWithoutJavaTest {

    YamlRoutesTest() {
        super("routes.yaml");
    }
}
