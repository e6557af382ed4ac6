-- A message to many, or (NOTICE) to one. Its row is also the queue: whoever sends looks for those that are due.
CREATE TABLE push (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    kind        VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- a notice's own: the same fact is told once
    reference   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    title       VARCHAR(40) NOT NULL,
    topic       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- false: the members stand in push_named
    everybody   BOOLEAN     NOT NULL,
    -- a coupon of this offer is given with it
    offer_id    BIGINT      NULL,
    -- percent that gets nothing, to compare with
    hold_out    INT         NOT NULL,
    frozen      BOOLEAN     NOT NULL,
    -- how far freezing has come
    last_member BIGINT      NOT NULL,
    next_at     DATETIME(6) NOT NULL,
    -- why it was paused; null when a person did it
    why         VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
    actor       VARCHAR(64) NOT NULL,
    made_at     DATETIME(6) NOT NULL,
    ended_at    DATETIME(6) NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY push_reference (merchant_id, reference),
    KEY push_page (merchant_id, kind, id),
    KEY push_due (merchant_id, state, next_at),
    KEY push_waiting (state, next_at, merchant_id)
);

-- The same message by different ways, in the order in which they are tried.
CREATE TABLE push_leg (
    merchant_id BIGINT        NOT NULL,
    push_id     BIGINT        NOT NULL,
    leg         INT           NOT NULL,
    way         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account     VARCHAR(64)   NOT NULL,
    template    VARCHAR(64)   NOT NULL,
    -- a line each: name=value
    content     VARCHAR(4000) NOT NULL,
    path        VARCHAR(300)  NOT NULL,
    PRIMARY KEY (merchant_id, push_id, leg)
);

CREATE TABLE push_named (
    merchant_id BIGINT NOT NULL,
    push_id     BIGINT NOT NULL,
    member_id   BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, push_id, member_id)
);

-- One row a member and push, by its key: nobody is written to twice.
CREATE TABLE push_recipient (
    merchant_id  BIGINT      NOT NULL,
    push_id      BIGINT      NOT NULL,
    member_id    BIGINT      NOT NULL,
    state        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    leg          INT         NOT NULL,
    reason       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
    attempts     INT         NOT NULL,
    due_at       DATETIME(6) NOT NULL,
    -- who took it for sending; what he says later counts only while it is his
    claim        BIGINT      NULL,
    claimed_at   DATETIME(6) NULL,
    account      VARCHAR(64) NULL,
    -- the provider's number of the message, where it gives one
    message_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    sent_at      DATETIME(6) NULL,
    delivered_at DATETIME(6) NULL,
    opened_at    DATETIME(6) NULL,
    PRIMARY KEY (merchant_id, push_id, member_id),
    KEY push_recipient_due (merchant_id, push_id, state, due_at),
    KEY push_recipient_figures (merchant_id, push_id, state, leg, reason),
    KEY push_recipient_message (merchant_id, account, message_id),
    KEY push_recipient_member (merchant_id, member_id, sent_at)
);

-- The provider's last word, which may come before its first has been written down.
CREATE TABLE push_finish (
    merchant_id BIGINT      NOT NULL,
    account     VARCHAR(64) NOT NULL,
    message_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status      VARCHAR(64) NOT NULL,
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, account, message_id)
);

-- An account that takes nothing more until then, seen by all nodes.
CREATE TABLE push_line (
    merchant_id  BIGINT      NOT NULL,
    account      VARCHAR(64) NOT NULL,
    closed_until DATETIME(6) NOT NULL,
    why          VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (merchant_id, account)
);

-- How many messages of a template a member still agreed to: each yes is one message.
CREATE TABLE push_credit (
    merchant_id BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    account     VARCHAR(64) NOT NULL,
    template    VARCHAR(64) NOT NULL,
    credits     INT         NOT NULL,
    changed_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, member_id, account, template),
    CONSTRAINT push_credit_kept CHECK (credits >= 0)
);

-- An answer is told twice, by the page and by the provider: it counts once.
CREATE TABLE push_consent (
    merchant_id BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    reference   VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, member_id, reference)
);

-- What a member does not want; an empty word stands for all topics, or all ways.
CREATE TABLE push_opt_out (
    merchant_id BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    topic       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    way         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, member_id, topic, way)
);

-- When a member last wrote: for a while after that he may be answered.
CREATE TABLE push_word (
    merchant_id BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    account     VARCHAR(64) NOT NULL,
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, member_id, account)
);

CREATE TABLE push_rules (
    merchant_id  BIGINT NOT NULL,
    most         INT    NOT NULL,
    days         INT    NOT NULL,
    quiet_from   TIME   NOT NULL,
    quiet_until  TIME   NOT NULL,
    bought_days  INT    NOT NULL,
    hold_out     INT    NOT NULL,
    PRIMARY KEY (merchant_id)
);

-- The templates an account has at its provider, as last fetched. Gaps: a line each, keyword=label
CREATE TABLE push_template (
    merchant_id BIGINT        NOT NULL,
    account     VARCHAR(64)   NOT NULL,
    id          VARCHAR(64)   NOT NULL,
    way         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title       VARCHAR(60)   NOT NULL,
    gaps        VARCHAR(1000) NOT NULL,
    fetched_at  DATETIME(6)   NOT NULL,
    PRIMARY KEY (merchant_id, account, id)
);
