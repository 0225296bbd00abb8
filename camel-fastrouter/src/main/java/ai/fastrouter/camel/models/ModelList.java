package ai.fastrouter.camel.models;

import ai.fastrouter.camel.gateway.ResponseHead;
import ai.fastrouter.camel.model.GatewayModel;
import java.util.List;

/** A list of models, and the head of the response it came with. Shared by the exchanges that got it. */
record ModelList(ResponseHead head, List<GatewayModel> models) {

    ModelList {
        models = List.copyOf(models);
    }
}
