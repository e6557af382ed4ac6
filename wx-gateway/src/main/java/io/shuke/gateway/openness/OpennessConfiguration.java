package io.shuke.gateway.openness;

import io.shuke.gateway.door.Customer;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** The beans of openness. */
@Configuration(proxyBeanMethods = false)
class OpennessConfiguration {

    static {
        // The customer comes from the session; no caller sends one.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Customer.class);
    }

    /** Spring Security would wrap and time each of its filters at each request, for figures that nobody reads. */
    @Bean
    SecurityObservationSettings securityIsNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.version}") String version) {
        return Description.of(version);
    }

    @Bean
    Wording wording() throws IOException {
        return Wording.read();
    }

    @Bean
    RequiredUnlessNullable requiredUnlessNullable() {
        return new RequiredUnlessNullable();
    }

    @Bean
    GlobalOperationCustomizer operations() {
        return new Operations();
    }

    @Bean
    OpenApiCustomizer summaries(Wording wording) {
        return new Summaries(wording);
    }
}
