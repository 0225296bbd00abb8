package ai.fastrouter.camel.docs;

/** The XML of the component's page does what it says. */
class XmlPageTest extends WithoutJavaTestSupport {

    XmlPageTest() {
        super("chat.xml");
    }
}
