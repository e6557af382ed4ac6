package io.shuke.console.door;

import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The merchant's page. What lies under {@code assets} carries its content's hash in its name and is kept for a year; the page
 * itself is asked for each time, so that a new version arrives at once.
 */
@Configuration(proxyBeanMethods = false)
class ConsolePage implements WebFluxConfigurer {

    /** Everybody may load the page; it holds nothing before somebody signs in. */
    static final String[] PATHS = {"/console", "/console/", "/console/icon.svg", "/console/assets/**"};

    /** The camera's picture comes from the browser itself and needs no source. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry pages) {
        pages.addResourceHandler("/console/assets/**")
                .addResourceLocations("classpath:/static/console/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Bean
    RouterFunction<ServerResponse> merchantPage() {
        // The page's own addresses are relative, so it must be opened under a path that ends in a slash.
        return RouterFunctions.route(RequestPredicates.GET("/console"), bare -> ServerResponse.permanentRedirect(
                                URI.create("/console/"))
                        .build())
                .andRoute(RequestPredicates.GET("/console/"), page -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(new ClassPathResource("static/console/index.html")));
    }
}
