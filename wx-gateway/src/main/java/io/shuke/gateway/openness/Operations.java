package io.shuke.gateway.openness;

import io.shuke.gateway.door.Customer;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** What the code itself says of an operation: the feature it belongs to, and whether it needs a session. */
final class Operations implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var home = method.getBeanType().getPackageName();
        operation.setTags(List.of(home.substring(home.lastIndexOf('.') + 1)));
        var personal = Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Customer.class);
        if (personal) {
            withoutHeader(operation);
            operation.addSecurityItem(new SecurityRequirement().addList(Description.TOKEN));
            operation.addSecurityItem(new SecurityRequirement().addList(Description.COOKIE));
        }
        return operation;
    }

    /** The session is described once for all, not as a parameter here and there. */
    private static void withoutHeader(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> parameter.getName().equals(HttpHeaders.AUTHORIZATION));
        }
    }
}
