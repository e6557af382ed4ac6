package io.shuke.member.ground;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The merchant on whose behalf this thread works. Set in one place, {@link Jdbc}, and read in one place, the interceptor
 * that adds it to every statement; facades may ask for it instead of passing it along.
 */
public final class MerchantScope {

    private static final ThreadLocal<@Nullable MerchantId> CURRENT = new ThreadLocal<>();

    private MerchantScope() {}

    /** @throws IllegalStateException when no merchant is set: a bug, never a refusal */
    public static MerchantId current() {
        var merchant = CURRENT.get();
        if (merchant == null) {
            throw new IllegalStateException("no merchant is in scope: database work goes through Jdbc");
        }
        return merchant;
    }

    static @Nullable MerchantId currentOrNull() {
        return CURRENT.get();
    }

    static <T extends @Nullable Object> T within(MerchantId merchant, Supplier<T> work) {
        var outer = CURRENT.get();
        if (outer != null && !outer.equals(merchant)) {
            throw new IllegalStateException("merchant " + outer + " is in scope, refusing to work for " + merchant);
        }
        CURRENT.set(merchant);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            }
        }
    }
}
