package ai.fastrouter.camel.docs;

/** The YAML of the component's page does what it says. */
class YamlPageTest extends WithoutJavaTestSupport {

    YamlPageTest() {
        super("chat.yaml");
    }
}
