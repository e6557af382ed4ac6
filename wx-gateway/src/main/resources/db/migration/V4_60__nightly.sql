-- What is done once a night. Whoever holds the lease does it; when the lease has run out, another may take it, and what the
-- former then reports no longer counts, because the attempt is not his.
CREATE TABLE nightly_run (
    merchant_id  BIGINT      NOT NULL,
    job          VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- of the shop
    on_day       DATE        NOT NULL,
    attempt      INT         NOT NULL,
    leased_until DATETIME(6) NOT NULL,
    done_at      DATETIME(6) NULL,
    handled      INT         NULL,
    PRIMARY KEY (merchant_id, job, on_day)
);
