package io.shuke.member.ground;

import java.util.List;

/**
 * A rule that said no. Each feature has one subclass with a static factory per rule; the code is stable and dotted
 * ({@code points.insufficient}), the Chinese sentence stands under that code in {@code refusals/<feature>.properties},
 * where {@code {0}}, {@code {1}} … are filled from {@link #details()}.
 */
public abstract class Refusal extends RuntimeException {

    /** What kind of no: it decides the HTTP status at the door. */
    public enum Kind {
        /** The request itself is malformed: 400. */
        BAD_INPUT,
        /** Nobody is signed in, or no longer: 401. */
        UNAUTHENTICATED,
        /** Known, but not allowed: 403. */
        FORBIDDEN,
        /** No such thing, or not yours: 404. */
        NOT_FOUND,
        /** A rule of the shop or a state stands against it: 409. */
        CONFLICT,
        /** Contradicts what the same request said before: 422. */
        CONTRADICTION,
        /** Too large: 413. */
        TOO_LARGE,
        /** Too often: 429. */
        TOO_OFTEN
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> details;

    protected Refusal(Kind kind, String code, Object... details) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.details = List.of(details);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> details() {
        return details;
    }
}
