package io.shuke.gateway.simulator;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Stands where the program's door will be. */
@TestComponent
@RestController
class DoorEndpoint {

    record Posted(String appid, MultiValueMap<String, String> query, String type, String body) {}

    final Queue<Posted> posted = new ConcurrentLinkedQueue<>();
    volatile Function<Posted, Mono<ResponseEntity<String>>> answer = DoorEndpoint::success;

    void reset() {
        posted.clear();
        answer = DoorEndpoint::success;
    }

    List<Posted> all() {
        return List.copyOf(new ArrayDeque<>(posted));
    }

    @GetMapping("/wx/{appid}")
    String verify(@RequestParam("echostr") String echo) {
        return echo;
    }

    @PostMapping("/wx/{appid}")
    Mono<ResponseEntity<String>> post(
            @PathVariable("appid") String appid,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
            @RequestBody String body) {
        var one = new Posted(appid, query, type, body);
        posted.add(one);
        return answer.apply(one);
    }

    private static Mono<ResponseEntity<String>> success(Posted posted) {
        return Mono.just(ResponseEntity.ok("success"));
    }
}
