-- Which signed requests were accepted: the key is the rule "once". Older than the window of the clock they may go.
CREATE TABLE till_nonce (
    merchant_id BIGINT      NOT NULL,
    key_id      BIGINT      NOT NULL,
    nonce       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seen_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, key_id, nonce),
    KEY till_nonce_age (merchant_id, seen_at)
);
