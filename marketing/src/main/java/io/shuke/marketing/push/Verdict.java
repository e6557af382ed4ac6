package io.shuke.marketing.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What whoever sends has to say of one message. */
public sealed interface Verdict {

    /** Whether the provider has done nothing, and counted nothing. */
    default boolean certainlyNot() {
        return this instanceof Again || this instanceof Closed || this instanceof Wrong;
    }

    /** The provider took it. @param messageId null where it gives no number */
    record Sent(@Nullable String messageId) implements Verdict {}

    /** The person stands against it. @param noCredit the consent that was counted on does not exist */
    record Refused(boolean noCredit) implements Verdict {}

    /** Certainly not sent; soon perhaps. */
    record Again() implements Verdict {}

    /** Certainly not sent, and the account takes nothing before then. @param why such as {@code quota} */
    record Closed(Instant until, String why) implements Verdict {}

    /** The message is wrong. @param forEverybody and would be for everybody else */
    record Wrong(int code, boolean forEverybody) implements Verdict {}

    /** Nobody knows whether it went out. */
    record Unknown() implements Verdict {}
}
