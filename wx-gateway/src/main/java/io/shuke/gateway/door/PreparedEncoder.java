package io.shuke.gateway.door;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.AbstractEncoder;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;

/** Passes on what is {@link Prepared}. */
final class PreparedEncoder extends AbstractEncoder<Prepared<?>> {

    PreparedEncoder() {
        super(MediaType.APPLICATION_JSON);
    }

    @Override
    public boolean canEncode(ResolvableType type, @Nullable MimeType mimeType) {
        return super.canEncode(type, mimeType) && type.toClass() == Prepared.class;
    }

    @Override
    public Flux<DataBuffer> encode(
            Publisher<? extends Prepared<?>> bodies,
            DataBufferFactory buffers,
            ResolvableType type,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        return Flux.from(bodies).map(body -> buffers.wrap(body.json()));
    }

    @Override
    public DataBuffer encodeValue(
            Prepared<?> body,
            DataBufferFactory buffers,
            ResolvableType type,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        return buffers.wrap(body.json());
    }
}
