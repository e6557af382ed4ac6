package io.shuke.gateway.door;

import io.shuke.member.ground.Jdbc;
import java.util.List;
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
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/** Who may knock at which door; what is not named here is closed. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none';"
                    + " form-action 'self'; manifest-src 'self'";

    /** What a browser may look at without having signed in. */
    private static final String[] OPEN = {
        "/",
        "/favicon.ico",
        "/h5",
        "/h5/**",
        "/oauth/**",
        "/l/*",
        "/openapi.json",
        "/openapi.json/**",
        "/openapi.json.yaml",
        "/swagger-ui",
        "/swagger-ui/**",
        "/webjars/**"
    };

    /** The customer's own doors, asked for far more often than all others. */
    @Bean
    @Order(90)
    SecurityWebFilterChain customers(Sessions sessions, Jdbc jdbc) {
        return new MatcherSecurityWebFilterChain(
                ServerWebExchangeMatchers.pathMatchers("/api/**"), List.of(new CustomerDoor(sessions, jdbc)));
    }

    @Bean
    @Order(100)
    SecurityWebFilterChain everybody(ServerHttpSecurity http, Problems problems) {
        http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(doors -> doors.pathMatchers("/wx/**", "/sim", "/sim/**")
                        .permitAll()
                        .pathMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .pathMatchers(HttpMethod.HEAD, OPEN)
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .permitAll()
                        .anyExchange()
                        .denyAll());
        return plain(http, problems);
    }

    private static SecurityWebFilterChain plain(ServerHttpSecurity http, Problems problems) {
        return http.exceptionHandling(
                        no -> no.authenticationEntryPoint(problems).accessDeniedHandler(problems))
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
