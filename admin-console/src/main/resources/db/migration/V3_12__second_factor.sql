-- The code of an authenticator app that acts on money and points ask for.
CREATE TABLE staff_second_factor (
    merchant_id  BIGINT         NOT NULL,
    staff_id     BIGINT         NOT NULL,
    -- sealed for this row
    secret       VARBINARY(255) NOT NULL,
    -- null until a first code has proved that the app has it
    enrolled_at  DATETIME(6)    NULL,
    -- the latest half minute whose code was used: each is good once
    last_step    BIGINT         NOT NULL,
    failures     INT            NOT NULL,
    failed_since DATETIME(6)    NULL,
    PRIMARY KEY (merchant_id, staff_id)
);

CREATE TABLE staff_recovery_code (
    merchant_id BIGINT      NOT NULL,
    staff_id    BIGINT      NOT NULL,
    -- keyed, of 60 random bits
    hash        BINARY(32)  NOT NULL,
    used_at     DATETIME(6) NULL,
    PRIMARY KEY (merchant_id, staff_id, hash)
);

ALTER TABLE staff_session ADD COLUMN proven_at DATETIME(6) NULL;
