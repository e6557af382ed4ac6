-- Every version of the rules is kept: why a bill gave so many points can still be told.
CREATE TABLE points_rules (
    merchant_id     BIGINT      NOT NULL,
    version         INT         NOT NULL,
    -- points for a hundred yuan
    rate            INT         NOT NULL,
    daily_cap       BIGINT      NULL,
    points_per_yuan INT         NOT NULL,
    share_percent   INT         NOT NULL,
    most_fen        BIGINT      NOT NULL,
    since           DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, version)
);

-- LEVEL: another rate; CATEGORY, STORE and the kinds of Window: percent.
CREATE TABLE points_factor (
    merchant_id BIGINT      NOT NULL,
    version     INT         NOT NULL,
    kind        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject     VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    value       INT         NOT NULL,
    PRIMARY KEY (merchant_id, version, kind, subject)
);
