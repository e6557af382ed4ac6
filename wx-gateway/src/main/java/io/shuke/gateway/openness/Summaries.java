package io.shuke.gateway.openness;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Gives every operation its summary and its problems. */
final class Summaries implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";

    private final Wording wording;

    Summaries(Wording wording) {
        this.wording = wording;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addSchemas(PROBLEM, problem())
                .addResponses("Problem", response("Refused or failed; the code says why."))
                .addResponses("Unauthenticated", response("No session, or one that has ended: sign in (again)."))
                .addResponses(
                        "Busy",
                        response("The database is away or its queue is full; nothing was done.")
                                .addHeaderObject("Retry-After", new Header().schema(new IntegerSchema())));
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> describe(operation, method, path)));
    }

    private void describe(Operation operation, PathItem.HttpMethod method, String path) {
        var summary = wording.summary(method.name().toLowerCase(Locale.ROOT), path);
        if (summary != null) {
            operation.setSummary(summary);
        }
        var responses = operation.getResponses();
        if (operation.getSecurity() != null) {
            responses.addApiResponse("401", new ApiResponse().$ref("Unauthenticated"));
        }
        responses.addApiResponse("503", new ApiResponse().$ref("Busy"));
        responses.addApiResponse("default", new ApiResponse().$ref("Problem"));
    }

    private Schema<?> problem() {
        var codes = new TreeMap<>(wording.refusals())
                .entrySet().stream()
                        .map(Map.Entry::toString)
                        .map(line -> "- `" + line.replaceFirst("=", "` "))
                        .collect(Collectors.joining("\n"));
        return new ObjectSchema()
                .description("RFC 9457. Programs read `code`, people read `detail`.")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().description(codes))
                .addProperty("requestId", new StringSchema());
    }

    private static ApiResponse response(String description) {
        var body = new MediaType().schema(new Schema<>().$ref(PROBLEM));
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", body));
    }
}
