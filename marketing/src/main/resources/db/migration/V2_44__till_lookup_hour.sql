-- How often somebody was looked up by phone number, found or not, so that nobody leafs through the book.
CREATE TABLE till_lookup_hour (
    merchant_id BIGINT      NOT NULL,
    key_id      BIGINT      NOT NULL,
    hour_at     DATETIME(6) NOT NULL,
    many        INT         NOT NULL,
    PRIMARY KEY (merchant_id, key_id, hour_at)
);
