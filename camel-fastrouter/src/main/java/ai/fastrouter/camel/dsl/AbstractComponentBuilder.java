package ai.fastrouter.camel.dsl;

import org.apache.camel.Component;

/**
 * The base of generated component builders.
 *
 * @param <C> the component
 */
public abstract class AbstractComponentBuilder<C extends Component>
        extends org.apache.camel.builder.component.AbstractComponentBuilder<C> {}
