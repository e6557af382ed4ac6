-- Where a merchant's own program is told of what. The secret is sealed: every message is signed with it.
CREATE TABLE webhook (
    merchant_id BIGINT         NOT NULL,
    id          BIGINT         NOT NULL,
    url         VARCHAR(300)   NOT NULL,
    events      VARCHAR(100)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    secret      VARBINARY(256) NOT NULL,
    since       DATETIME(6)    NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

-- One row a message, written in the transaction it tells of.
CREATE TABLE webhook_message (
    merchant_id  BIGINT        NOT NULL,
    id           BIGINT        NOT NULL,
    webhook_id   BIGINT        NOT NULL,
    event        VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- a line each: name=number or name:text
    facts        VARCHAR(2000) NOT NULL,
    happened_at  DATETIME(6)   NOT NULL,
    attempts     INT           NOT NULL,
    -- null when nothing is left to do: delivered, or given up
    next_at      DATETIME(6)   NULL,
    delivered_at DATETIME(6)   NULL,
    outcome      VARCHAR(40)   NULL,
    PRIMARY KEY (merchant_id, id),
    KEY webhook_message_due (merchant_id, next_at),
    KEY webhook_message_waiting (next_at, merchant_id),
    KEY webhook_message_trail (merchant_id, webhook_id, id)
);
