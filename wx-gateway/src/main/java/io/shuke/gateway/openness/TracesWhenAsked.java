package io.shuke.gateway.openness;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves tracing out altogether unless a collector is named ({@code OTEL_EXPORTER_OTLP_ENDPOINT}). Spring Boot would make a
 * span for every request and every Redis command even when nobody receives it. Found through {@code spring.factories}.
 */
final class TracesWhenAsked implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String COLLECTOR = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final List<String> TRACING = List.of(
            "org.springframework.boot.micrometer.tracing.",
            "org.springframework.boot.opentelemetry.",
            "org.springframework.boot.data.redis.autoconfigure.observation.");

    private boolean asked;

    @Override
    public void setEnvironment(Environment environment) {
        asked = !Objects.requireNonNullElse(environment.getProperty(COLLECTOR), "")
                .isBlank();
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        var wanted = new boolean[configurations.length];
        for (int i = 0; i < wanted.length; i++) {
            var name = configurations[i];
            wanted[i] = name == null || wanted(name);
        }
        return wanted;
    }

    boolean wanted(String configuration) {
        return asked || TRACING.stream().noneMatch(configuration::startsWith);
    }
}
