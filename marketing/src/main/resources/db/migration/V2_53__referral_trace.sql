-- Keyed hashes of the phones and pay accounts with which members were seen, for a year: friends who share one are one person.
CREATE TABLE referral_trace (
    merchant_id BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    mark        BINARY(32)  NOT NULL,
    kind        VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seen_on     DATE        NOT NULL,
    PRIMARY KEY (merchant_id, member_id, mark),
    KEY referral_trace_mark (merchant_id, mark),
    KEY referral_trace_end (merchant_id, seen_on)
);
