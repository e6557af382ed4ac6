package io.shuke.console.door;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The desks of the table that may change something, to be found before Spring has chosen one. */
final class WritingDoors {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    static final List<Right> ALL = Rights.everywhere().stream()
            .filter(right -> !right.isOpen() && !READING.contains(right.method()))
            .toList();

    private static final Map<HttpMethod, List<PathPattern>> PATTERNS = ALL.stream()
            .collect(Collectors.groupingBy(
                    Right::method,
                    Collectors.mapping(
                            right -> PathPatternParser.defaultInstance.parse(right.path()),
                            Collectors.collectingAndThen(Collectors.toList(), WritingDoors::specificFirst))));

    private WritingDoors() {}

    private static List<PathPattern> specificFirst(List<PathPattern> found) {
        return found.stream().sorted(PathPattern.SPECIFICITY_COMPARATOR).toList();
    }

    /** The one that is asked for here, as the table spells it; null for any other. */
    static @Nullable String of(ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        var path = exchange.getRequest().getPath().pathWithinApplication();
        return PATTERNS.getOrDefault(method, List.of()).stream()
                .filter(pattern -> pattern.matches(path))
                .findFirst()
                .map(pattern -> method + " " + pattern.getPatternString())
                .orElse(null);
    }
}
