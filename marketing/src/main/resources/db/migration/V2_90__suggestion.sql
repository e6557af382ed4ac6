-- What is worth doing on a day, and what was done about it. The key is the rule "once a day".
CREATE TABLE suggestion (
    merchant_id BIGINT       NOT NULL,
    on_day      DATE         NOT NULL,
    matter      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    many        BIGINT       NOT NULL,
    -- the first few members, separated by commas
    examples    VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    counted_at  DATETIME(6)  NOT NULL,
    -- null as long as nobody has done anything
    deed        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    members     BIGINT       NULL,
    subject     BIGINT       NULL,
    offer_id    BIGINT       NULL,
    actor       VARCHAR(64)  NULL,
    done_at     DATETIME(6)  NULL,
    PRIMARY KEY (merchant_id, on_day, matter)
);
