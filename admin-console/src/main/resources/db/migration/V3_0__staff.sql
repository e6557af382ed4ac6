CREATE TABLE staff (
    merchant_id  BIGINT       NOT NULL,
    id           BIGINT       NOT NULL,
    account      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name         VARCHAR(40)  NOT NULL,
    role         VARCHAR(10)  NOT NULL,
    password     VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- counts up when all sessions so far must end
    generation   INT          NOT NULL,
    hired_at     DATETIME(6)  NOT NULL,
    dismissed_at DATETIME(6)  NULL,
    PRIMARY KEY (merchant_id, id),
    -- across all merchants: who signs in does not say for whom he works
    UNIQUE KEY staff_account (account)
);

CREATE TABLE staff_session (
    merchant_id BIGINT      NOT NULL,
    -- SHA-256 of the token, which nobody but the browser keeps
    token_hash  BINARY(32)  NOT NULL,
    staff_id    BIGINT      NOT NULL,
    generation  INT         NOT NULL,
    opened_at   DATETIME(6) NOT NULL,
    expires_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, token_hash),
    UNIQUE KEY staff_session_token (token_hash),
    KEY staff_session_staff (merchant_id, staff_id)
);
