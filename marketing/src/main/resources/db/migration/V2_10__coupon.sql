-- What a merchant offers. Its promise never changes once made: coupons that are out keep what they said.
CREATE TABLE offer (
    merchant_id   BIGINT        NOT NULL,
    id            BIGINT        NOT NULL,
    title         VARCHAR(40)   NOT NULL,
    -- the benefit: which columns count depends on the kind
    kind          VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fen           BIGINT        NOT NULL,
    percent       INT           NOT NULL,
    pairs         INT           NOT NULL,
    sku           VARCHAR(40)   NOT NULL,
    item          VARCHAR(40)   NOT NULL,
    -- the terms; lists are joined by commas, empty is no restriction
    threshold_fen BIGINT        NOT NULL,
    skus          VARCHAR(2050) NOT NULL,
    categories    VARCHAR(2050) NOT NULL,
    stores        VARCHAR(2050) NOT NULL,
    channels      VARCHAR(60)   NOT NULL,
    from_level    INT           NOT NULL,
    week_days     VARCHAR(70)   NOT NULL,
    -- by the shop's clock
    hour_from     TIME          NULL,
    hour_until    TIME          NULL,
    -- either both days or both counts
    first_day     DATE          NULL,
    last_day      DATE          NULL,
    after_days    INT           NULL,
    valid_days    INT           NULL,
    stack_group   VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    alone         BOOLEAN       NOT NULL,
    with_level    BOOLEAN       NOT NULL,
    -- how it is given
    ways          VARCHAR(100)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    claim_from    DATETIME(6)   NULL,
    claim_until   DATETIME(6)   NULL,
    -- 0 is no limit
    per_member    INT           NOT NULL,
    price_points  BIGINT        NOT NULL,
    word          VARCHAR(30)   NULL,
    made_by       VARCHAR(64)   NOT NULL,
    made_at       DATETIME(6)   NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY offer_word (merchant_id, word)
);

-- The hot row of a rush, apart from everything that is only read.
CREATE TABLE offer_stock (
    merchant_id BIGINT  NOT NULL,
    offer_id    BIGINT  NOT NULL,
    -- null is no limit
    total       BIGINT  NULL,
    claimed     BIGINT  NOT NULL,
    paused      BOOLEAN NOT NULL,
    PRIMARY KEY (merchant_id, offer_id),
    CONSTRAINT offer_stock_kept CHECK (claimed >= 0 AND (total IS NULL OR claimed <= total))
);

CREATE TABLE coupon (
    merchant_id  BIGINT         NOT NULL,
    id           BIGINT         NOT NULL,
    offer_id     BIGINT         NOT NULL,
    -- who has it now, and who got it: they differ after two members turned out to be one
    member_id    BIGINT         NOT NULL,
    issued_to    BIGINT         NOT NULL,
    -- the member's first, second, ... of this offer
    n            INT            NOT NULL,
    way          VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- what it was given for
    reference    VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor        VARCHAR(64)    NOT NULL,
    -- the code is found by a keyed hash and shown to its owner from what is sealed
    code_hash    BINARY(32)     NOT NULL,
    code         VARBINARY(128) NOT NULL,
    state        VARCHAR(12)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    valid_from   DATETIME(6)    NOT NULL,
    valid_until  DATETIME(6)    NOT NULL,
    -- a till that has it on the counter, until then
    held_by      VARCHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    held_until   DATETIME(6)    NULL,
    issued_at    DATETIME(6)    NOT NULL,
    taken_back_at     DATETIME(6)  NULL,
    taken_back_by     VARCHAR(64)  NULL,
    taken_back_reason VARCHAR(60)  NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY coupon_limit (merchant_id, offer_id, issued_to, n),
    UNIQUE KEY coupon_reference (merchant_id, issued_to, reference),
    UNIQUE KEY coupon_code (merchant_id, code_hash),
    KEY coupon_owner (merchant_id, member_id, offer_id),
    KEY coupon_expiry (merchant_id, valid_until)
);

CREATE TABLE coupon_redemption (
    merchant_id  BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    coupon_id    BIGINT       NOT NULL,
    -- the bill
    reference    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    store_id     BIGINT       NOT NULL,
    actor        VARCHAR(64)  NOT NULL,
    discount_fen BIGINT       NOT NULL,
    -- what refunds have taken back of it
    returned_fen BIGINT       NOT NULL,
    redeemed_at  DATETIME(6)  NOT NULL,
    -- 1 while it holds, null once it was reversed: of those there may be many
    in_force     TINYINT      NULL,
    reversed_at  DATETIME(6)  NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY coupon_redeemed_once (merchant_id, coupon_id, in_force),
    KEY coupon_redemption_bill (merchant_id, reference),
    CONSTRAINT coupon_redemption_kept CHECK (returned_fen >= 0 AND returned_fen <= discount_fen)
);

-- One row a refund and redemption: the same refund takes back once.
CREATE TABLE coupon_return (
    merchant_id   BIGINT      NOT NULL,
    redemption_id BIGINT      NOT NULL,
    reference     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    fen           BIGINT      NOT NULL,
    returned_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, redemption_id, reference)
);

-- Coupons that changed hands with a merge of two members.
CREATE TABLE coupon_move (
    merchant_id BIGINT NOT NULL,
    merge_id    BIGINT NOT NULL,
    coupon_id   BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, merge_id, coupon_id)
);

-- Giving to many. The cursor moves in the same transaction as the coupons, so a batch that was cut off goes on where it was.
CREATE TABLE coupon_batch (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    offer_id    BIGINT      NOT NULL,
    way         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- the sender's key: the same wish twice is one batch
    reference   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- false: the members stand in coupon_batch_member
    everybody   BOOLEAN     NOT NULL,
    not_before  DATETIME(6) NOT NULL,
    state       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    members     BIGINT      NOT NULL,
    last_member BIGINT      NOT NULL,
    issued      BIGINT      NOT NULL,
    skipped     BIGINT      NOT NULL,
    actor       VARCHAR(64) NOT NULL,
    made_at     DATETIME(6) NOT NULL,
    ended_at    DATETIME(6) NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY coupon_batch_once (merchant_id, reference),
    KEY coupon_batch_due (merchant_id, state, not_before)
);

CREATE TABLE coupon_batch_member (
    merchant_id BIGINT NOT NULL,
    batch_id    BIGINT NOT NULL,
    member_id   BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, batch_id, member_id)
);
