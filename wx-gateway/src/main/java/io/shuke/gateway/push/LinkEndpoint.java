package io.shuke.gateway.push;

import io.shuke.marketing.push.Pushes;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The short links in messages. A link that is not ours leads home: whoever taps it wanted to come to the shop. */
@RestController
class LinkEndpoint {

    private static final String HOME = "/h5/";

    private final Links links;
    private final Pushes pushes;
    private final Jdbc jdbc;

    LinkEndpoint(Links links, Pushes pushes, Jdbc jdbc) {
        this.links = links;
        this.pushes = pushes;
        this.jdbc = jdbc;
    }

    @GetMapping("/l/{token}")
    Mono<ResponseEntity<Void>> open(@PathVariable String token) {
        var opened = links.read(token).orElse(null);
        var page = opened == null
                ? Mono.just("")
                : jdbc.call(opened.merchant(), () -> pushes.opened(opened.push(), new MemberId(opened.member())))
                        .onErrorReturn("");
        return page.map(path -> ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(path.isEmpty() ? HOME : path))
                .build());
    }
}
