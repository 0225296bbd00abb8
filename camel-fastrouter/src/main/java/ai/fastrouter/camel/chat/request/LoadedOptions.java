package ai.fastrouter.camel.chat.request;

import ai.fastrouter.camel.exchange.OptionSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;

/**
 * Options of an endpoint, with the content of a resource where an option names one: {@code tools=resource:classpath:tools.json}.
 * Only for endpoints: a header must not choose which file is read.
 */
public final class LoadedOptions implements OptionSource {

    private static final String PREFIX = "resource:";
    private static final Set<String> MAY_BE_LOADED = Set.of("tools", "jsonSchema", "systemMessage", "userMessage");

    private final OptionSource options;
    private final CamelContext context;

    public LoadedOptions(OptionSource options, CamelContext context) {
        this.options = options;
        this.context = context;
    }

    /** @throws IllegalArgumentException if there is no such resource */
    @Override
    public Object get(String name) {
        Object value = options.get(name);
        boolean load = value instanceof String text && text.startsWith(PREFIX) && MAY_BE_LOADED.contains(name);
        return load ? content(name, ((String) value).substring(PREFIX.length())) : value;
    }

    private String content(String name, String location) {
        Resource resource = PluginHelper.getResourceLoader(context).resolveResource(location);
        if (resource == null || !resource.exists()) {
            throw new IllegalArgumentException(
                    "Option " + name + "=" + PREFIX + location + " is not valid: there is no such resource");
        }
        try (InputStream in = resource.getInputStream()) {
            return new String(in.readNBytes(Integer.MAX_VALUE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException("Option " + name + "=" + PREFIX + location + " can't be read", e);
        }
    }
}
