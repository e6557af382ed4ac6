package io.shuke.marketing.mall;

import io.shuke.member.ground.Refusal;
import java.time.LocalDate;

/** Why somebody does not get a gift, or a gift cannot be offered like that. */
public final class GiftRefusal extends Refusal {

    private GiftRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static GiftRefusal impossible(String why) {
        return new GiftRefusal(Kind.BAD_INPUT, "gift.impossible", why);
    }

    static GiftRefusal unknown() {
        return new GiftRefusal(Kind.NOT_FOUND, "gift.unknown");
    }

    static GiftRefusal changedMeanwhile() {
        return new GiftRefusal(Kind.CONFLICT, "gift.changed-meanwhile");
    }

    static GiftRefusal lessThanGiven(int given) {
        return new GiftRefusal(Kind.CONFLICT, "gift.less-than-given", given);
    }

    static GiftRefusal notStarted(LocalDate from) {
        return new GiftRefusal(Kind.CONFLICT, "gift.not-started", from);
    }

    static GiftRefusal ended() {
        return new GiftRefusal(Kind.CONFLICT, "gift.ended");
    }

    static GiftRefusal soldOut() {
        return new GiftRefusal(Kind.CONFLICT, "gift.sold-out");
    }

    static GiftRefusal soldOutToday(int aDay) {
        return new GiftRefusal(Kind.CONFLICT, "gift.sold-out-today", aDay);
    }

    static GiftRefusal limitReached(int perMember) {
        return new GiftRefusal(Kind.CONFLICT, "gift.limit-reached", perMember);
    }

    static GiftRefusal limitReachedToday(int perMemberADay) {
        return new GiftRefusal(Kind.CONFLICT, "gift.limit-reached-today", perMemberADay);
    }

    static GiftRefusal levelTooLow(String level) {
        return new GiftRefusal(Kind.CONFLICT, "gift.level-too-low", level);
    }

    static GiftRefusal tooFewVisits(int needed, int visits) {
        return new GiftRefusal(Kind.CONFLICT, "gift.too-few-visits", needed, visits);
    }

    static GiftRefusal badCursor() {
        return new GiftRefusal(Kind.BAD_INPUT, "gift.bad-cursor");
    }

    static GiftRefusal unknownCode() {
        return new GiftRefusal(Kind.NOT_FOUND, "gift.unknown-code");
    }

    static GiftRefusal alreadyCollected(String when) {
        return new GiftRefusal(Kind.CONFLICT, "gift.already-collected", when);
    }

    static GiftRefusal returned() {
        return new GiftRefusal(Kind.CONFLICT, "gift.returned");
    }
}
