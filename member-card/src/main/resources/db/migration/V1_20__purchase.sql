-- What was bought. A bill's row changes only by refunds: what has gone back in sum, and whether all of it did.
CREATE TABLE bill (
    merchant_id  BIGINT      NOT NULL,
    id           BIGINT      NOT NULL,
    store_id     BIGINT      NOT NULL,
    channel      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    order_no     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_id    BIGINT      NULL,
    gross_fen    BIGINT      NOT NULL,
    paid_fen     BIGINT      NOT NULL,
    refunded_fen BIGINT      NOT NULL,
    voided       BOOLEAN     NOT NULL,
    -- the member's level when he bought, 0 for a stranger; and the points the bill gave
    step         INT         NOT NULL,
    points       BIGINT      NOT NULL,
    bought_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY bill_order (merchant_id, store_id, channel, order_no),
    KEY bill_trail (merchant_id, member_id, id),
    KEY bill_time (merchant_id, bought_at)
);

CREATE TABLE bill_line (
    merchant_id BIGINT      NOT NULL,
    bill_id     BIGINT      NOT NULL,
    line        INT         NOT NULL,
    sku         VARCHAR(40) NOT NULL,
    name        VARCHAR(60) NOT NULL,
    category    VARCHAR(30) NOT NULL,
    quantity    INT         NOT NULL,
    amount_fen  BIGINT      NOT NULL,
    PRIMARY KEY (merchant_id, bill_id, line)
);

CREATE TABLE bill_refund (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    bill_id     BIGINT      NOT NULL,
    order_no    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_fen  BIGINT      NOT NULL,
    refunded_at DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY bill_refund_order (merchant_id, bill_id, order_no)
);

CREATE TABLE bill_refund_line (
    merchant_id BIGINT NOT NULL,
    refund_id   BIGINT NOT NULL,
    line        INT    NOT NULL,
    quantity    INT    NOT NULL,
    PRIMARY KEY (merchant_id, refund_id, line)
);

-- Which bills changed over in a merge of two members, so that it can be undone exactly.
CREATE TABLE bill_move (
    merchant_id BIGINT NOT NULL,
    merge_id    BIGINT NOT NULL,
    bill_id     BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, merge_id, bill_id)
);

-- One row a member, also for one who never bought: what segments are counted on, without touching the bills. It follows
-- from the bills and can be rebuilt from them; step is a copy of the member's level.
CREATE TABLE purchase_summary (
    merchant_id   BIGINT      NOT NULL,
    member_id     BIGINT      NOT NULL,
    step          INT         NOT NULL,
    -- bills in force, and what was paid for them less what went back
    visits        INT         NOT NULL,
    amount_fen    BIGINT      NOT NULL,
    first_at      DATETIME(6) NULL,
    last_at       DATETIME(6) NULL,
    -- the last visit's bill, and where that was
    last_bill     BIGINT      NULL,
    store_id      BIGINT      NULL,
    channel       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
    average_fen   BIGINT      AS (CASE WHEN visits > 0 THEN amount_fen DIV visits END) STORED,
    hours_between INT         AS (CASE WHEN visits > 1
                                  THEN TIMESTAMPDIFF(HOUR, first_at, last_at) DIV (visits - 1) END) STORED,
    PRIMARY KEY (merchant_id, member_id),
    KEY purchase_summary_last (merchant_id, last_at, visits, amount_fen, step),
    KEY purchase_summary_step (merchant_id, step, last_at, visits, amount_fen),
    KEY purchase_summary_amount (merchant_id, amount_fen, visits, last_at, step)
);

INSERT INTO purchase_summary (merchant_id, member_id, step, visits, amount_fen)
SELECT merchant_id, id, 1, 0, 0 FROM member WHERE state <> 'ABSORBED' AND state <> 'LEFT';
