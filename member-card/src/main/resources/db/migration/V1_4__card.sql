-- A member code that was accepted once; the key is the rule "only once".
CREATE TABLE used_member_code (
    merchant_id BIGINT      NOT NULL,
    number      CHAR(10)    NOT NULL,
    issued_at   BIGINT      NOT NULL,
    used_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, number, issued_at)
);

-- The merchant's ladder, lowest step first. A merchant without rows has the one step everybody starts on.
CREATE TABLE level (
    merchant_id BIGINT      NOT NULL,
    step        INT         NOT NULL,
    name        VARCHAR(30) NOT NULL,
    PRIMARY KEY (merchant_id, step)
);
