package ai.fastrouter.camel.dsl;

import org.apache.camel.Component;

/**
 * The type that generated component builders extend.
 *
 * @param <C> the component
 */
public interface ComponentBuilder<C extends Component> extends org.apache.camel.builder.component.ComponentBuilder<C> {}
