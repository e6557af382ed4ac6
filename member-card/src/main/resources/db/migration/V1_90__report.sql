-- What happened in a day, a week, a month, written down when it is over: a name, where, which part of it, how much. Store 0
-- is the whole shop. A period is written anew as a whole under its row here.
CREATE TABLE report_period (
    merchant_id BIGINT      NOT NULL,
    -- DAY, WEEK, MONTH, or STANDING for how the shop stood at the end of a day
    grain       VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_day   DATE        NOT NULL,
    through_day DATE        NOT NULL,
    made_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, grain, first_day)
);

CREATE TABLE report_figure (
    merchant_id BIGINT      NOT NULL,
    grain       VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    store_id    BIGINT      NOT NULL,
    first_day   DATE        NOT NULL,
    name        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    part        VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount      BIGINT      NOT NULL,
    PRIMARY KEY (merchant_id, grain, store_id, first_day, name, part)
);

-- Money that went back counts on the day it did.
CREATE INDEX bill_refund_time ON bill_refund (merchant_id, refunded_at);
