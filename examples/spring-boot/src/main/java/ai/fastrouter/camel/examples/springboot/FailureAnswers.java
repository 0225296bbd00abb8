package ai.fastrouter.camel.examples.springboot;

import ai.fastrouter.camel.error.FastRouterException;
import ai.fastrouter.camel.error.FastRouterModerationException;
import ai.fastrouter.camel.error.FastRouterRateLimitException;
import ai.fastrouter.camel.error.FastRouterRequestException;
import ai.fastrouter.camel.error.FastRouterTransientException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/** What a client of this service is told when the gateway fails: for all routes. */
@Component
public class FailureAnswers extends RouteConfigurationBuilder {

    @Override
    public void configuration() {
        answer(FastRouterRequestException.class, 400);
        answer(FastRouterModerationException.class, 422);
        answer(FastRouterRateLimitException.class, 429);
        answer(FastRouterTransientException.class, 503);
        // a wrong key, an empty account: nothing that the client can do about
        answer(FastRouterException.class, 502);
    }

    private void answer(Class<? extends FastRouterException> failure, int status) {
        routeConfiguration()
                .onException(failure)
                .handled(true)
                .removeHeaders("*")
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(status))
                .setHeader(Exchange.CONTENT_TYPE, constant("text/plain"))
                .setBody(simple("${exception.message}"));
    }
}
