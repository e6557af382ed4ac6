package io.shuke.marketing.push;

/** By what a message reaches somebody. */
public enum Way {
    /** A service's own form, for facts about something the member did; never for offers. */
    TEMPLATE("服务通知"),
    /** One message for one consent, from the account that is followed. */
    NOTICE("订阅通知"),
    /** One message for one consent, from the mini-program. */
    SUBSCRIPTION("订阅消息"),
    /** An answer in a conversation, for a while after the member's last word. */
    CHAT("客服消息"),
    /** To the phone number, and paid for. */
    SMS("短信");

    private final String label;

    Way(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether each message uses up a consent. */
    public boolean needsCredit() {
        return this == NOTICE || this == SUBSCRIPTION;
    }
}
