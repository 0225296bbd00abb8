package ai.fastrouter.camel;

import ai.fastrouter.camel.chat.ChatOperation;
import ai.fastrouter.camel.exchange.OperationContext;
import ai.fastrouter.camel.exchange.OperationHandler;

/** Which class does which operation. */
final class Operations {

    private Operations() {}

    static OperationHandler create(FastRouterOperation operation, OperationContext context) {
        return switch (operation) {
            case CHAT -> new ChatOperation(context);
            default -> throw new IllegalArgumentException("fastrouter:" + operation + " can't be sent to");
        };
    }
}
