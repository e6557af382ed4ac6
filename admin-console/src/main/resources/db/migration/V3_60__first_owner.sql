-- Secrets with which a shop that has no staff yet gets its first owner. Gone as soon as one was used.
CREATE TABLE first_owner_secret (
    merchant_id BIGINT      NOT NULL,
    -- SHA-256 of what was written into the log, once
    secret_hash BINARY(32)  NOT NULL,
    expires_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, secret_hash),
    UNIQUE KEY first_owner_secret_hash (secret_hash)
);
