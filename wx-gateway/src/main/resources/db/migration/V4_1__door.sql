-- A customer's sign-in. What the provider knows the person by is sealed; the member is filled in when the person joins.
CREATE TABLE customer_session (
    merchant_id BIGINT          NOT NULL,
    id          BIGINT          NOT NULL,
    identities  VARBINARY(2000) NOT NULL,
    member_id   BIGINT          NULL,
    opened_at   DATETIME(6)     NOT NULL,
    expires_at  DATETIME(6)     NOT NULL,
    PRIMARY KEY (merchant_id, id),
    KEY customer_session_expiry (merchant_id, expires_at)
);

-- Sessions that ended before their time. Every node reads the newest ones each second or two.
CREATE TABLE ended_session (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    merchant_id BIGINT      NOT NULL,
    -- one of the two: a single session, or all sessions that a member opened until then
    session_id  BIGINT      NULL,
    member_id   BIGINT      NULL,
    ended_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
);
