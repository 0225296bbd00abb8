package ai.fastrouter.camel.chat.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.reactor.IOSession;

/** Counts what a client reads from its sockets, connection by connection. Buffers of the operating system don't matter then. */
final class ReadBytes {

    private final List<AtomicLong> connections = new CopyOnWriteArrayList<>();

    /** To be given to the component. */
    void countIn(HttpAsyncClientBuilder builder) {
        builder.setIoSessionDecorator(this::counting);
    }

    /** How much has come over the connection that was opened as the first, second and so on, from 0. */
    long of(int connection) {
        return connections.get(connection).get();
    }

    private IOSession counting(IOSession session) {
        AtomicLong count = new AtomicLong();
        connections.add(count);
        return (IOSession) Proxy.newProxyInstance(
                IOSession.class.getClassLoader(), new Class<?>[] {IOSession.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(session, arguments);
                        if (method.getName().equals("read") && (int) result > 0) {
                            count.addAndGet((int) result);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
