-- Steps of the first-run guide that somebody said are done; all others follow from the data.
CREATE TABLE guide_mark (
    merchant_id BIGINT      NOT NULL,
    step        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor       VARCHAR(64) NOT NULL,
    marked_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, step)
);
