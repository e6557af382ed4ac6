package io.shuke.console.door;

import io.shuke.console.door.ConsoleContext.ConsoleAuthentication;
import io.shuke.console.staff.ConsoleUser;
import io.shuke.member.ground.MerchantId;
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
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The console's part of the house, in front of the customers' door. Refusals are put into words where all others are. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebFluxConfigurer {

    private final OwnSpace space;

    ConsoleConfiguration(OwnSpace space) {
        this.space = space;
    }

    @Bean
    @Order(50)
    SecurityWebFilterChain console(ServerHttpSecurity http, ConsoleContext context, AuditFilter audit, StepUp stepUp) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/console", "/console/**"))
                .securityContextRepository(context)
                .authorizeExchange(desks -> {
                    desks.pathMatchers(HttpMethod.GET, ConsolePage.PATHS).permitAll();
                    desks.pathMatchers(HttpMethod.HEAD, ConsolePage.PATHS).permitAll();
                    for (var right : Rights.everywhere()) {
                        var desk = desks.pathMatchers(right.method(), right.path());
                        if (right.isOpen()) {
                            desk.permitAll();
                        } else {
                            desk.hasAnyAuthority(right.authorities());
                        }
                    }
                    desks.anyExchange().denyAll();
                })
                .addFilterAfter(stepUp.filter(), SecurityWebFiltersOrder.AUTHORIZATION)
                .addFilterAt(audit.filter(), SecurityWebFiltersOrder.LAST)
                .exceptionHandling(
                        no -> no.authenticationEntryPoint((exchange, missing) -> Mono.error(ConsoleRefusal.signedOut()))
                                .accessDeniedHandler((exchange, denied) -> Mono.error(ConsoleRefusal.forbidden())))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(ConsolePage.POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                // Ours is asked for where the session is read: it belongs to the session.
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
                // The gateway's desks know the shop only, for they know nothing of this module.
                return parameter.getParameterType() == ConsoleUser.class
                        || parameter.getParameterType() == MerchantId.class;
            }

            @Override
            public Mono<Object> resolveArgument(
                    MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
                return ReactiveSecurityContextHolder.getContext()
                        .mapNotNull(context -> context.getAuthentication())
                        .filter(ConsoleAuthentication.class::isInstance)
                        .map(who -> ((ConsoleAuthentication) who).getPrincipal())
                        .flatMap(user -> space.enter(user, exchange))
                        .<Object>map(user -> parameter.getParameterType() == MerchantId.class ? user.merchant() : user)
                        .switchIfEmpty(Mono.error(ConsoleRefusal::signedOut));
            }
        });
    }
}
