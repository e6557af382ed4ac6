package io.shuke.marketing.push;

/** What a push is doing. */
public enum PushState {
    DRAFT("还是草稿"),
    /** Finding out who gets it, and by which way. */
    FREEZING("正在整理名单"),
    /** On its way, or waiting for its hour. */
    RUNNING("正在发送"),
    PAUSED("已暂停"),
    STOPPED("已停止"),
    DONE("已发完");

    private final String label;

    PushState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
