package io.shuke.marketing.till;

import io.shuke.member.ground.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a till is not served, or a key not given. */
public final class TillRefusal extends Refusal {

    private final @Nullable Cap cap;

    private TillRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
        this.cap = null;
    }

    private TillRefusal(Cap cap) {
        super(Kind.FORBIDDEN, "till.cap-reached", cap.label());
        this.cap = cap;
    }

    /** The cap a key ran into: somebody should look. */
    public Optional<Cap> cap() {
        return Optional.ofNullable(cap);
    }

    static TillRefusal capsImpossible() {
        return new TillRefusal(Kind.BAD_INPUT, "till.caps-impossible");
    }

    static TillRefusal hoursImpossible() {
        return new TillRefusal(Kind.BAD_INPUT, "till.hours-impossible");
    }

    static TillRefusal termsImpossible() {
        return new TillRefusal(Kind.BAD_INPUT, "till.terms-impossible");
    }

    static TillRefusal unknownStore() {
        return new TillRefusal(Kind.BAD_INPUT, "till.unknown-store");
    }

    static TillRefusal unknownKey() {
        return new TillRefusal(Kind.NOT_FOUND, "till.unknown-key");
    }

    static TillRefusal keyRevoked() {
        return new TillRefusal(Kind.CONFLICT, "till.key-revoked");
    }

    static TillRefusal otherStore() {
        return new TillRefusal(Kind.FORBIDDEN, "till.other-store");
    }

    static TillRefusal tooManyLookUps(int anHour) {
        return new TillRefusal(Kind.TOO_OFTEN, "till.too-many-look-ups", anHour);
    }

    static TillRefusal unknownMember() {
        return new TillRefusal(Kind.NOT_FOUND, "till.unknown-member");
    }

    static TillRefusal reasonNeeded() {
        return new TillRefusal(Kind.BAD_INPUT, "till.reason-needed");
    }

    /** A member on the bill whom this till has not seen lately. */
    static TillRefusal scanNeeded() {
        return new TillRefusal(Kind.CONFLICT, "till.scan-needed");
    }

    /** Something of the member's is to be spent, but he showed no living code. */
    static TillRefusal liveScanNeeded() {
        return new TillRefusal(Kind.CONFLICT, "till.live-scan-needed");
    }

    static TillRefusal billImpossible() {
        return new TillRefusal(Kind.BAD_INPUT, "till.bill-impossible");
    }

    static TillRefusal memberNeeded() {
        return new TillRefusal(Kind.BAD_INPUT, "till.member-needed");
    }

    /** @param rightFen what is to be paid in money */
    static TillRefusal sumWrong(long rightFen) {
        return new TillRefusal(Kind.CONFLICT, "till.sum-wrong", yuan(rightFen), Long.toString(rightFen));
    }

    static TillRefusal balanceShort(long fen) {
        return new TillRefusal(Kind.CONFLICT, "till.balance-short", yuan(fen));
    }

    static TillRefusal orderConflict() {
        return new TillRefusal(Kind.CONFLICT, "till.order-conflict");
    }

    static TillRefusal tooOld(long days) {
        return new TillRefusal(Kind.BAD_INPUT, "till.too-old", days);
    }

    static TillRefusal unknownBill() {
        return new TillRefusal(Kind.NOT_FOUND, "till.unknown-bill");
    }

    static TillRefusal capReached(Cap cap) {
        return new TillRefusal(cap);
    }

    /** The caps of a key, as they are told to people. */
    public enum Cap {
        BILL_AMOUNT("单笔金额"),
        BILL_POINTS("单笔积分"),
        HOUR_AMOUNT("每小时金额"),
        HOUR_POINTS("每小时积分"),
        DAY_AMOUNT("每日金额"),
        DAY_POINTS("每日积分");

        private final String label;

        Cap(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    static TillRefusal closed() {
        return new TillRefusal(Kind.FORBIDDEN, "till.closed");
    }
}
