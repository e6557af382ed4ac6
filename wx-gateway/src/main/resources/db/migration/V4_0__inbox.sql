-- What WeChat sent, kept before it is answered and worked off afterwards.
CREATE TABLE inbox (
    id              BIGINT      NOT NULL,
    merchant_id     BIGINT      NOT NULL,
    account         VARCHAR(64) NOT NULL,
    -- the same for every delivery of one message
    message_key     BINARY(32)  NOT NULL,
    -- sealed; emptied when done, for then nothing needs it any more
    body            BLOB        NULL,
    received_at     DATETIME(6) NOT NULL,
    attempts        INT         NOT NULL DEFAULT 0,
    -- null when nothing is left to do: processed or parked
    next_attempt_at DATETIME(6) NULL,
    processed_at    DATETIME(6) NULL,
    parked_at       DATETIME(6) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY inbox_message (merchant_id, account, message_key),
    KEY inbox_due (merchant_id, next_attempt_at),
    KEY inbox_waiting (next_attempt_at, merchant_id),
    KEY inbox_processed (merchant_id, processed_at)
);
