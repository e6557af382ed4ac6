package io.shuke.gateway.openness;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A body is a record, and the compiler knows which of its parts may be missing: the description says the same. */
final class RequiredUnlessNullable implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Schema<?> schema = others.next().resolve(type, context, others);
        var body = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && schema.get$ref() != null && body.isRecord()) {
            var name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
            Schema<?> definition = context.getDefinedModels().get(name);
            if (definition != null) {
                definition.setRequired(Arrays.stream(body.getRecordComponents())
                        .filter(part -> !nullable(part))
                        .map(RecordComponent::getName)
                        .toList());
            }
        }
        return schema;
    }

    private static boolean nullable(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
