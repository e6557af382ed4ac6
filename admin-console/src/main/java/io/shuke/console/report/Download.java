package io.shuke.console.report;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A spreadsheet on its way to whoever asked for it. */
public final class Download {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Download() {}

    /** @param name in the reader's own words, with its ending */
    public static Mono<Void> send(ServerHttpResponse response, String name, Flux<byte[]> pieces) {
        var headers = response.getHeaders();
        headers.setContentType(XLSX);
        headers.setCacheControl(CacheControl.noStore());
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build());
        return response.writeWith(pieces.map(piece -> response.bufferFactory().wrap(piece)));
    }
}
