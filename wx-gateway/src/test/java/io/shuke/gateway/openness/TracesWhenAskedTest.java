package io.shuke.gateway.openness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.mock.env.MockEnvironment;

class TracesWhenAskedTest {

    private static final String COLLECTOR = "management.opentelemetry.tracing.export.otlp.endpoint";

    private final List<String> all = ImportCandidates.load(
                    AutoConfiguration.class, getClass().getClassLoader())
            .getCandidates();

    @Test
    void withoutACollectorNothingOfTracingIsSetUp() {
        assertThat(leftOut(new MockEnvironment()))
                .contains(
                        "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
                        "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
                        "org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration")
                .allMatch(name ->
                        name.contains("tracing") || name.contains("opentelemetry") || name.contains("observation"));
    }

    @Test
    void anEmptyAddressIsNoCollector() {
        assertThat(leftOut(new MockEnvironment().withProperty(COLLECTOR, " "))).isNotEmpty();
    }

    @Test
    void withACollectorNothingIsLeftOut() {
        assertThat(leftOut(new MockEnvironment().withProperty(COLLECTOR, "http://collector:4318/v1/traces")))
                .isEmpty();
    }

    private List<String> leftOut(MockEnvironment environment) {
        var filter = new TracesWhenAsked();
        filter.setEnvironment(environment);
        return all.stream().filter(name -> !filter.wanted(name)).toList();
    }
}
