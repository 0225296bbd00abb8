package ai.fastrouter.camel.exchange.spool;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.StreamCache;
import org.apache.camel.spi.StreamCachingStrategy;
import org.apache.camel.util.ObjectHelper;

/**
 * When audio goes to disk, where, and whether it is encrypted there.
 *
 * @param threshold what is longer goes to disk, in bytes; 0 or more
 * @param directory where temporary files are made
 * @param cipher    the transformation they are encrypted with, for example {@code AES/CTR/NoPadding}; null for none
 */
public record SpoolSettings(long threshold, Path directory, String cipher) {

    /**
     * The settings of a context: those of its stream caching where spooling is switched on there, else 128 KB and Java's
     * directory for temporary files. Unlike Camel's stream cache, large audio goes to disk in any case.
     */
    public static SpoolSettings of(CamelContext context) {
        StreamCachingStrategy strategy = context.getStreamCachingStrategy();
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        if (!strategy.isEnabled() || !strategy.isSpoolEnabled()) {
            return new SpoolSettings(StreamCache.DEFAULT_SPOOL_THRESHOLD, directory, null);
        }
        return new SpoolSettings(
                strategy.getSpoolThreshold() > 0 ? strategy.getSpoolThreshold() : StreamCache.DEFAULT_SPOOL_THRESHOLD,
                strategy.getSpoolDirectory() == null
                        ? directory
                        : strategy.getSpoolDirectory().toPath(),
                ObjectHelper.isEmpty(strategy.getSpoolCipher()) ? null : strategy.getSpoolCipher());
    }
}
