package io.shuke.gateway.till;

import io.shuke.gateway.till.TillDoor.TillAuthentication;
import io.shuke.marketing.till.TillKey;
import io.shuke.marketing.till.TillScope;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The till's part of the house: what its key may do decides which door opens. */
@Configuration(proxyBeanMethods = false)
class TillConfiguration implements WebFluxConfigurer {

    static {
        // The key comes from the signature; no caller sends it as a parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(TillKey.class);
    }

    @Bean
    @Order(80)
    SecurityWebFilterChain tills(ServerHttpSecurity http, TillDoor door) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/till", "/till/**"))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(door::filter, SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(doors -> doors.pathMatchers(HttpMethod.POST, "/till/v1/scans")
                        .hasAuthority(TillScope.SCAN.name())
                        .pathMatchers(HttpMethod.POST, "/till/v1/bills")
                        .hasAuthority(TillScope.SETTLE.name())
                        .pathMatchers(HttpMethod.POST, "/till/v1/bills/{id}/refunds")
                        .hasAuthority(TillScope.REFUND.name())
                        .anyExchange()
                        .denyAll())
                .exceptionHandling(
                        no -> no.authenticationEntryPoint((exchange, missing) -> Mono.error(SignatureRefusal.missing()))
                                .accessDeniedHandler((exchange, denied) -> Mono.error(SignatureRefusal.notAllowed())))
                .csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .build();
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == TillKey.class;
            }

            @Override
            public Mono<Object> resolveArgument(
                    MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
                return ReactiveSecurityContextHolder.getContext()
                        .mapNotNull(context -> context.getAuthentication())
                        .filter(TillAuthentication.class::isInstance)
                        .map(who -> ((TillAuthentication) who).getPrincipal())
                        .cast(Object.class)
                        .switchIfEmpty(Mono.error(SignatureRefusal::missing));
            }
        });
    }
}
