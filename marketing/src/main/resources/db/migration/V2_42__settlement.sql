-- Whom a till has seen and until when it may settle for them.
CREATE TABLE till_sighting (
    merchant_id BIGINT      NOT NULL,
    key_id      BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    -- by a living code; else by phone number
    live        BOOLEAN     NOT NULL,
    until       DATETIME(6) NOT NULL,
    -- settled since the scan
    bills       INT         NOT NULL,
    PRIMARY KEY (merchant_id, key_id, member_id)
);

-- Who was looked for by phone number, and why.
CREATE TABLE till_lookup (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    key_id      BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    reason      VARCHAR(60) NOT NULL,
    looked_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, id),
    KEY till_lookup_key (merchant_id, key_id, looked_at)
);

-- What a bill came to and what it brought; never changed. The bill itself, its lines and how far it has gone back are kept
-- by purchases, under the same id.
CREATE TABLE settlement (
    merchant_id   BIGINT        NOT NULL,
    id            BIGINT        NOT NULL,
    key_id        BIGINT        NOT NULL,
    store_id      BIGINT        NOT NULL,
    order_no      VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_id     BIGINT        NULL,
    -- a hash of what was asked: the same number with other contents is refused
    content       BINARY(32)    NOT NULL,
    level         VARCHAR(30)   NOT NULL,
    total_fen     BIGINT        NOT NULL,
    level_fen     BIGINT        NOT NULL,
    coupon_fen    BIGINT        NOT NULL,
    -- what each took off: id=fen, separated by commas
    coupons       VARCHAR(400)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    points        BIGINT        NOT NULL,
    points_fen    BIGINT        NOT NULL,
    principal_fen BIGINT        NOT NULL,
    gift_fen      BIGINT        NOT NULL,
    paid_fen      BIGINT        NOT NULL,
    points_earned BIGINT        NOT NULL,
    growth        BIGINT        NOT NULL,
    -- a line each
    explained     MEDIUMTEXT    NOT NULL,
    withheld      VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    settled_at    DATETIME(6)   NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY settlement_order (merchant_id, store_id, order_no),
    KEY settlement_key (merchant_id, key_id, settled_at)
);

CREATE TABLE settlement_refund (
    merchant_id       BIGINT      NOT NULL,
    id                BIGINT      NOT NULL,
    bill_id           BIGINT      NOT NULL,
    order_no          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_fen        BIGINT      NOT NULL,
    money_fen         BIGINT      NOT NULL,
    principal_fen     BIGINT      NOT NULL,
    gift_fen          BIGINT      NOT NULL,
    points_taken_back BIGINT      NOT NULL,
    points_given_back BIGINT      NOT NULL,
    growth_taken_back BIGINT      NOT NULL,
    left_fen          BIGINT      NOT NULL,
    whole             BOOLEAN     NOT NULL,
    refunded_at       DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY settlement_refund_order (merchant_id, bill_id, order_no)
);
