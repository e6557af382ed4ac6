-- What a request with an Idempotency-Key was answered first. Written in the request's own transaction.
CREATE TABLE first_answer (
    merchant_id     BIGINT       NOT NULL,
    -- whose key it is: till:42, member:7
    caller          VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    idempotency_key VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- a hash of method, path and body: the same key for something else is refused
    content         BINARY(32)   NOT NULL,
    status          SMALLINT     NULL,
    -- sealed: an answer may name a person
    body            MEDIUMBLOB   NULL,
    -- how often
    asked           INT          NOT NULL,
    asked_at        DATETIME(6)  NOT NULL,
    PRIMARY KEY (merchant_id, caller, idempotency_key),
    KEY first_answer_age (merchant_id, asked_at)
);
