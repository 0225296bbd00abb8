package ai.fastrouter.camel.runtime;

/** Routes in XML. */
class XmlRoutesTest extends RoutesWithoutJavaTest {

    XmlRoutesTest() {
        super("routes.xml");
    }
}
