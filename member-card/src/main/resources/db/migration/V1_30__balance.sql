-- What may be charged and what is given on top; every version is kept, the newest is in force.
CREATE TABLE charge_plan (
    merchant_id BIGINT      NOT NULL,
    version     INT         NOT NULL,
    low_fen     BIGINT      NOT NULL,
    since       DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, version)
);

CREATE TABLE charge_offer (
    merchant_id BIGINT NOT NULL,
    id          BIGINT NOT NULL,
    version     INT    NOT NULL,
    pay_fen     BIGINT NOT NULL,
    gift_fen    BIGINT NOT NULL,
    -- 0: the gift is good for ever
    gift_days   INT    NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY charge_offer_pay (merchant_id, version, pay_fen)
);

-- Money on its way in. The row is there before anybody is asked to pay.
CREATE TABLE charge (
    merchant_id  BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    member_id    BIGINT       NOT NULL,
    way          VARCHAR(10)  NOT NULL,
    pay_fen      BIGINT       NOT NULL,
    gift_fen     BIGINT       NOT NULL,
    gift_days    INT          NOT NULL,
    state        VARCHAR(10)  NOT NULL,
    actor        VARCHAR(64)  NOT NULL,
    note         VARCHAR(80)  NULL,
    opened_at    DATETIME(6)  NOT NULL,
    expires_at   DATETIME(6)  NOT NULL,
    checks       INT          NOT NULL DEFAULT 0,
    -- when to ask what became of it; null when nothing is left to ask
    check_at     DATETIME(6)  NULL,
    paid_at      DATETIME(6)  NULL,
    -- the number by which whoever took the money knows the payment
    payment      VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- null for money that came too late for the card and goes back
    credited_at  DATETIME(6)  NULL,
    -- what has gone back, or is on its way
    refunded_fen BIGINT       NOT NULL DEFAULT 0,
    -- the merge of members that brought it here
    merge_id     BIGINT       NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY charge_payment (merchant_id, payment),
    KEY charge_member (merchant_id, member_id, state),
    KEY charge_due (merchant_id, check_at),
    KEY charge_credited (merchant_id, credited_at)
);

-- Money on its way back.
CREATE TABLE charge_refund (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    -- null for principal that no charge of ours brought, such as an opening balance
    charge_id   BIGINT      NULL,
    way         VARCHAR(10) NOT NULL,
    amount_fen  BIGINT      NOT NULL,
    -- the gift that was withdrawn with it
    gift_fen    BIGINT      NOT NULL,
    state       VARCHAR(10) NOT NULL,
    -- false for money that never was on the card
    credited    BOOLEAN     NOT NULL,
    actor       VARCHAR(64) NOT NULL,
    reason      VARCHAR(80) NOT NULL,
    opened_at   DATETIME(6) NOT NULL,
    checks      INT         NOT NULL DEFAULT 0,
    check_at    DATETIME(6) NULL,
    done_at     DATETIME(6) NULL,
    merge_id    BIGINT      NULL,
    PRIMARY KEY (merchant_id, id),
    KEY charge_refund_member (merchant_id, member_id, state),
    KEY charge_refund_charge (merchant_id, charge_id, state),
    KEY charge_refund_due (merchant_id, check_at)
);
