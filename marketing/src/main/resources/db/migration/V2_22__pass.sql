CREATE TABLE pass_product (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    version     INT         NOT NULL,
    title       VARCHAR(40) NOT NULL,
    -- what is handed over and how often a day; for a discount empty and 0
    what        VARCHAR(40) NOT NULL,
    a_day       INT         NOT NULL,
    -- what remains to be paid of 100; 0 where something is handed over
    percent     INT         NOT NULL,
    days        INT         NOT NULL,
    price_fen   BIGINT      NOT NULL,
    offered     BOOLEAN     NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

-- A pass that somebody bought, with the terms it was bought on. What is left to use stands in the ledger, each pass an
-- asset of its own: one pass must not be used up by the days of another.
CREATE TABLE pass (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    product_id  BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    -- what it was sold by, such as a bill: the same sale is one pass
    reference   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    title       VARCHAR(40) NOT NULL,
    what        VARCHAR(40) NOT NULL,
    a_day       INT         NOT NULL,
    percent     INT         NOT NULL,
    price_fen   BIGINT      NOT NULL,
    from_day    DATE        NOT NULL,
    through_day DATE        NOT NULL,
    sold_at     DATETIME(6) NOT NULL,
    sold_by     VARCHAR(64) NOT NULL,
    ended_at    DATETIME(6) NULL,
    merge_id    BIGINT      NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY pass_sale (merchant_id, reference),
    KEY pass_member (merchant_id, member_id, through_day)
);

-- One use; the key is the rule "so many a day".
CREATE TABLE pass_use (
    merchant_id BIGINT      NOT NULL,
    pass_id     BIGINT      NOT NULL,
    on_day      DATE        NOT NULL,
    n           INT         NOT NULL,
    used_at     DATETIME(6) NOT NULL,
    used_by     VARCHAR(64) NOT NULL,
    PRIMARY KEY (merchant_id, pass_id, on_day, n)
);
