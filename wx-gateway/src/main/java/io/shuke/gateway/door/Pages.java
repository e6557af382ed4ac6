package io.shuke.gateway.door;

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
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The customer's page. What lies under {@code assets} carries its content's hash in its name and is kept for a year; the
 * page itself is asked for each time, so that a new version arrives at once.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebFluxConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry pages) {
        pages.addResourceHandler("/h5/assets/**")
                .addResourceLocations("classpath:/static/h5/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Bean
    RouterFunction<ServerResponse> customerPage() {
        return RouterFunctions.route(RequestPredicates.GET("/h5"), this::withSlash)
                .andRoute(RequestPredicates.GET("/"), this::withSlash)
                .andRoute(RequestPredicates.GET("/h5/"), page -> ServerResponse.ok()
                        .contentType(MediaType.TEXT_HTML)
                        .cacheControl(CacheControl.noCache())
                        .bodyValue(new ClassPathResource("static/h5/index.html")));
    }

    /** The page's own addresses are relative, so it must be opened under a path that ends in a slash. */
    private Mono<ServerResponse> withSlash(ServerRequest request) {
        var query = request.uri().getRawQuery();
        return ServerResponse.permanentRedirect(URI.create(query == null ? "/h5/" : "/h5/?" + query))
                .build();
    }
}
