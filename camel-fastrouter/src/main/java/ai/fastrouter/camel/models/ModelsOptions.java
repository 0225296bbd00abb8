package ai.fastrouter.camel.models;

import static ai.fastrouter.camel.exchange.OptionTypes.list;
import static ai.fastrouter.camel.exchange.OptionTypes.whole;

import ai.fastrouter.camel.FastRouterConstants;
import ai.fastrouter.camel.exchange.Option;
import ai.fastrouter.camel.exchange.OptionSet;
import java.util.List;

/** The options of the list of models. Their words are the gateway's business. */
final class ModelsOptions {

    static final OptionSet ALL = new OptionSet();

    static final Option<List<String>> OUTPUT_MODALITIES =
            ALL.add("outputModalities", FastRouterConstants.OUTPUT_MODALITIES, list());
    static final Option<List<String>> SUPPORTED_PARAMETERS =
            ALL.add("supportedParameters", FastRouterConstants.SUPPORTED_PARAMETERS, list());
    static final Option<Long> CACHE_TIME = ALL.add("modelsCacheTime", null, whole());

    private ModelsOptions() {}
}
