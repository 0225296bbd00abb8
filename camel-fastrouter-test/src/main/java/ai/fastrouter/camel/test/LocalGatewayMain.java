package ai.fastrouter.camel.test;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a local gateway on its own:
 * {@code --port 8080 --latency 200ms --chunk-delay 30ms --job-time 20s --jobs FILE --api-key KEY --upload-limit BYTES}. All are
 * optional; without a port any free one is taken. Times end in {@code ms} or {@code s}. Serves until it is interrupted.
 */
public final class LocalGatewayMain {

    private static final String USAGE =
            "Options: --port N, --latency TIME, --chunk-delay TIME, --job-time TIME, --jobs FILE, "
                    + "--api-key KEY, --upload-limit BYTES. A TIME is 200ms or 2s.";

    private LocalGatewayMain() {}

    /**
     * Prints the base URLs and serves until the process is interrupted. Ends with status 2 when an option is wrong, with 1 when the
     * gateway can't start.
     */
    public static void main(String[] args) throws InterruptedException {
        LocalGateway gateway;
        try {
            gateway = start(args, System.out);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        } catch (UncheckedIOException e) {
            System.err.println(e.getCause().getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "local-gateway-shutdown"));
        new CountDownLatch(1).await();
    }

    /** Starts a gateway with the options of the command line and prints where it is reached. */
    static LocalGateway start(String[] args, PrintStream out) {
        LocalGatewayBuilder builder = LocalGateway.builder().journalSize(100);
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new IllegalArgumentException("Option " + args[i] + " has no value");
            }
            option(builder, args[i], args[i + 1]);
        }
        LocalGateway gateway = builder.start();
        out.println("FastRouter  " + gateway.baseUrl());
        out.println("ARouter     " + gateway.arouterUrl());
        out.flush();
        return gateway;
    }

    private static void option(LocalGatewayBuilder builder, String name, String value) {
        switch (name) {
            case "--port" -> builder.port(port(name, value));
            case "--latency" -> builder.latency(time(name, value));
            case "--chunk-delay" -> builder.chunkDelay(time(name, value));
            case "--job-time" -> builder.jobTime(time(name, value));
            case "--jobs" -> builder.jobsFile(Path.of(value));
            case "--api-key" -> builder.apiKey(value);
            case "--upload-limit" -> builder.uploadLimit(number(name, value));
            default -> throw new IllegalArgumentException("Unknown option " + name);
        }
    }

    private static int port(String name, String value) {
        long port = number(name, value);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + " must be 0..65535 but was " + value);
        }
        return (int) port;
    }

    private static Duration time(String name, String value) {
        if (value.endsWith("ms")) {
            return Duration.ofMillis(number(name, value.substring(0, value.length() - 2)));
        }
        if (value.endsWith("s")) {
            return Duration.ofSeconds(number(name, value.substring(0, value.length() - 1)));
        }
        throw new IllegalArgumentException(name + " must be a time such as 200ms or 2s but was " + value);
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number but was " + value, e);
        }
    }
}
