package ai.fastrouter.camel.test.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.apache.hc.core5.reactor.IOSession;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private final Connections connections = new Connections();

    @Test
    void portUsedAgain_endOfTheOldConnectionToldLate_keepsTheNewOne() {
        SocketAddress address = InetSocketAddress.createUnresolved("127.0.0.1", 40_000);
        IOSession old = session("c-1", address);
        IOSession next = session("c-2", address);
        connections.watch(old);
        IOSession watched = connections.watch(next);

        connections.disconnected(old);

        assertThat(connections.from(address)).isSameAs(watched);
        assertThat(connections.open()).isEqualTo(1);
        connections.disconnected(next);
        assertThat(connections.from(address)).isNull();
        assertThat(connections.open()).isZero();
    }

    private static IOSession session(String id, SocketAddress address) {
        return (IOSession) Proxy.newProxyInstance(
                IOSession.class.getClassLoader(), new Class<?>[] {IOSession.class}, (proxy, method, args) -> {
                    return switch (method.getName()) {
                        case "getId", "toString" -> id;
                        case "getRemoteAddress" -> address;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }
}
