ALTER TABLE staff ADD COLUMN version INT NOT NULL DEFAULT 0;

-- Who is expected: he comes with a link that is good once, and is then known by this number.
CREATE TABLE staff_invitation (
    merchant_id BIGINT      NOT NULL,
    staff_id    BIGINT      NOT NULL,
    -- SHA-256 of the link's secret, which nobody but its bearer keeps
    secret_hash BINARY(32)  NOT NULL,
    name        VARCHAR(40) NOT NULL,
    role        VARCHAR(10) NOT NULL,
    expires_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, staff_id),
    UNIQUE KEY staff_invitation_secret (secret_hash)
);
