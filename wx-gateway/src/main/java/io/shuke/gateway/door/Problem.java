package io.shuke.gateway.door;

import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;

/** What went wrong, as the caller may know it: a status, a stable code and what fills its sentence. */
record Problem(
        HttpStatusCode status,
        String code,
        List<Object> details,
        @Nullable Integer retryAfterSeconds) {

    private Problem(HttpStatusCode status, String code) {
        this(status, code, List.of(), null);
    }

    static Problem of(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            var status = status(refusal.kind());
            var retry = refusal.kind() == Refusal.Kind.TOO_OFTEN ? 1 : null;
            return new Problem(status, refusal.code(), refusal.details(), retry);
        }
        if (failure instanceof Busy) {
            return new Problem(HttpStatus.SERVICE_UNAVAILABLE, "request.busy", List.of(), 1);
        }
        if (failure instanceof AuthenticationException) {
            return of(SessionRefusal.missing());
        }
        if (failure instanceof AccessDeniedException) {
            return new Problem(HttpStatus.FORBIDDEN, "request.forbidden");
        }
        if (failure instanceof ErrorResponse response) {
            return wrapped(failure.getCause(), of(response.getStatusCode()));
        }
        if (failure instanceof DecodingException || failure instanceof DataBufferLimitException) {
            return wrapped(failure.getCause(), of(HttpStatus.BAD_REQUEST));
        }
        return new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "request.failed");
    }

    /** A value record that refuses its text does so while the body is being read, wrapped by whoever read it. */
    private static Problem wrapped(@Nullable Throwable cause, Problem otherwise) {
        for (var inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof Refusal || inner instanceof Busy) {
                return of(inner);
            }
            if (inner instanceof DataBufferLimitException) {
                return of(HttpStatus.CONTENT_TOO_LARGE);
            }
        }
        return otherwise;
    }

    private static Problem of(HttpStatusCode status) {
        var code =
                switch (status.value()) {
                    case 400 -> "request.malformed";
                    case 403 -> "request.forbidden";
                    case 404 -> "request.not-found";
                    case 405 -> "request.method-not-allowed";
                    case 413 -> "request.too-large";
                    case 406, 415 -> "request.unsupported-type";
                    case 429 -> "request.too-often";
                    case 503 -> "request.busy";
                    default -> status.is4xxClientError() ? "request.malformed" : "request.failed";
                };
        return new Problem(status, code);
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case BAD_INPUT -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case CONTRADICTION -> HttpStatus.UNPROCESSABLE_CONTENT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
