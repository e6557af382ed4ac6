package io.shuke.gateway.door;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;

/** Who may knock at which door; what is not named here is closed. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none';"
                    + " form-action 'self'; manifest-src 'self'";

    @Bean
    @Order(100)
    SecurityWebFilterChain customers(ServerHttpSecurity http, CustomerContext customers, Problems problems) {
        return http.securityContextRepository(customers)
                .authorizeExchange(doors -> doors.pathMatchers(HttpMethod.POST, "/api/sessions/mini")
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, "/api/shop", "/oauth/**", "/h5", "/h5/**", "/", "/favicon.ico")
                        .permitAll()
                        .pathMatchers("/wx/**", "/sim", "/sim/**")
                        .permitAll()
                        .pathMatchers(
                                HttpMethod.GET,
                                "/openapi.json",
                                "/openapi.json/**",
                                "/swagger-ui",
                                "/swagger-ui/**",
                                "/webjars/**")
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .permitAll()
                        .pathMatchers("/api/**")
                        .authenticated()
                        .anyExchange()
                        .denyAll())
                .exceptionHandling(no -> no.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .frameOptions(frames -> frames.mode(Mode.SAMEORIGIN))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .csrf(CsrfSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .build();
    }
}
