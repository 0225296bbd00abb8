package ai.fastrouter.camel.chat;

import ai.fastrouter.camel.chat.request.Prepared;
import ai.fastrouter.camel.chat.schema.OutputType;
import ai.fastrouter.camel.gateway.GatewayRequest;

/**
 * What was asked, for whoever reads the answer.
 *
 * @param request  what was sent
 * @param prepared what to do with the answer
 * @param type     the class the answer is turned into; null for none
 */
record Asked(GatewayRequest request, Prepared prepared, OutputType type) {}
