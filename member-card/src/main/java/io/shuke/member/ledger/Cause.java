package io.shuke.member.ledger;

import io.shuke.member.ground.Fen;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a movement, told once in the words in which it will always be read, whatever the store is called later.
 *
 * @param store the store's name
 * @param paid what the customer paid
 * @param extra what made it more than usual, such as {@code 双倍积分日}
 */
public record Cause(
        LocalDate day,
        String what,
        @Nullable String store,
        @Nullable Fen paid,
        @Nullable String extra) {

    public static Cause of(LocalDate day, String what) {
        return new Cause(day, what, null, null, null);
    }

    public Cause at(String store) {
        return new Cause(day, what, store, paid, extra);
    }

    public Cause paying(Fen paid) {
        return new Cause(day, what, store, paid, extra);
    }

    public Cause with(String extra) {
        return new Cause(day, what, store, paid, extra);
    }

    /** {@code 11月3日 二店 消费 ¥38.50，双倍积分日}. */
    public String text() {
        var text = new StringBuilder("%d月%d日".formatted(day.getMonthValue(), day.getDayOfMonth()));
        if (store != null) {
            text.append(' ').append(store);
        }
        text.append(' ').append(what);
        if (paid != null) {
            text.append(' ').append(Asset.PRINCIPAL.words(paid.value()));
        }
        if (extra != null) {
            text.append('，').append(extra);
        }
        return text.toString();
    }
}
