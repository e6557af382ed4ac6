-- What staff did by hand, in the order it was done: each row's keyed hash covers its movement and the row before it, so that
-- nobody who can only write to the database edits, removes or inserts one unnoticed.
CREATE TABLE staff_chain (
    merchant_id BIGINT     NOT NULL,
    seq         BIGINT     NOT NULL,
    movement_id BIGINT     NOT NULL,
    hash        BINARY(32) NOT NULL,
    PRIMARY KEY (merchant_id, seq),
    UNIQUE KEY staff_chain_movement (merchant_id, movement_id)
);

-- The newest row of the chain; who appends holds it for the last statements of his transaction.
CREATE TABLE staff_chain_head (
    merchant_id BIGINT     NOT NULL,
    seq         BIGINT     NOT NULL,
    hash        BINARY(32) NOT NULL,
    PRIMARY KEY (merchant_id)
);

-- Spends that may still be given back. The id is the movement's; the member changes when his account is merged.
CREATE TABLE ledger_hold (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    account_id  BIGINT      NOT NULL,
    asset       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reference   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount      BIGINT      NOT NULL,
    captured    BIGINT      NOT NULL,
    ends_at     DATETIME(6) NOT NULL,
    state       VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (merchant_id, id),
    KEY ledger_hold_member (merchant_id, member_id, asset, reference),
    KEY ledger_hold_account (merchant_id, account_id),
    KEY ledger_hold_ended (merchant_id, state, ends_at)
);

-- What the self-check found, and how far its round over the accounts has come.
CREATE TABLE ledger_alert (
    merchant_id BIGINT       NOT NULL,
    id          BIGINT       NOT NULL,
    rule_name   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  BIGINT       NOT NULL,
    subject     BIGINT       NOT NULL,
    detail      VARCHAR(200) NOT NULL,
    found_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY ledger_alert_once (merchant_id, rule_name, account_id, subject)
);

CREATE TABLE ledger_round (
    merchant_id BIGINT NOT NULL,
    position    BIGINT NOT NULL,
    PRIMARY KEY (merchant_id)
);
