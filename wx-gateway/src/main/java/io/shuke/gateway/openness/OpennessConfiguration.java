package io.shuke.gateway.openness;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.door.Prepared;
import io.shuke.member.ground.MerchantId;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** The beans of openness. */
@Configuration(proxyBeanMethods = false)
class OpennessConfiguration implements WebFluxConfigurer {

    static {
        // Who asks, and of which shop, comes from the session; no caller sends it.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Customer.class, MerchantId.class);
        // What is prepared is described as what it was prepared from.
        SpringDocUtils.getConfig().addResponseWrapperToIgnore(Prepared.class);
    }

    private final AsyncTaskExecutor besides;

    OpennessConfiguration(@Qualifier("applicationTaskExecutor") AsyncTaskExecutor besides) {
        this.besides = besides;
    }

    /** The description is put together from all classes when it is first asked for: not on a thread that serves others. */
    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer blocking) {
        blocking.setExecutor(besides)
                .setControllerMethodPredicate(
                        method -> method.getBeanType().getPackageName().startsWith("org.springdoc"));
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
