package ai.fastrouter.camel.gateway.http;

import ai.fastrouter.camel.error.ErrorDetails;
import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.gateway.Call;
import ai.fastrouter.camel.gateway.GatewayClient;
import ai.fastrouter.camel.gateway.GatewayRequest;
import ai.fastrouter.camel.gateway.ResponseHandler;
import org.apache.camel.CamelContext;

/** The gateway client over httpclient5's asynchronous client. */
public final class HttpGatewayClient implements GatewayClient {

    public static HttpGatewayClient create(CamelContext context, HttpSettings settings) {
        return new HttpGatewayClient();
    }

    @Override
    public Call send(GatewayRequest request, ResponseHandler handler) {
        handler.onFailure(FastRouterException.cancelled("closed", ErrorDetails.ofCode("client_closed")));
        return Call.NONE;
    }

    @Override
    public void close() {}
}
