-- The placeholder of the first days never had rows.
DROP TABLE level;

-- Every version of the ladder is kept: what was promised on a past day can still be told.
CREATE TABLE ladder (
    merchant_id     BIGINT      NOT NULL,
    version         INT         NOT NULL,
    measure         VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    window_months   INT         NOT NULL,
    grace_months    INT         NOT NULL,
    protection_days INT         NOT NULL,
    boost_days      INT         NOT NULL,
    boost_percent   INT         NOT NULL,
    since           DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, version)
);

CREATE TABLE ladder_rung (
    merchant_id      BIGINT      NOT NULL,
    version          INT         NOT NULL,
    step             INT         NOT NULL,
    name             VARCHAR(20) NOT NULL,
    threshold        BIGINT      NOT NULL,
    share_percent    INT         NOT NULL,
    discount_percent INT         NOT NULL,
    points_percent   INT         NOT NULL,
    birthday_gift    VARCHAR(40) NOT NULL,
    priority         BOOLEAN     NOT NULL,
    free_deliveries  INT         NOT NULL,
    adviser          BOOLEAN     NOT NULL,
    PRIMARY KEY (merchant_id, version, step)
);

-- What a level's share asked for at the last judgement; whoever reaches it in between rises at once.
CREATE TABLE level_cutoff (
    merchant_id BIGINT NOT NULL,
    step        INT    NOT NULL,
    cutoff      BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, step)
);

-- One row a month judged, so that a judgement that was cut off goes on where it stood.
CREATE TABLE level_judgement (
    merchant_id BIGINT  NOT NULL,
    month       INT     NOT NULL,
    done_to     BIGINT  NOT NULL,
    finished    BOOLEAN NOT NULL,
    PRIMARY KEY (merchant_id, month)
);

-- Where a member stands, with what he is judged by in the same row: so a judgement of a million members needs no join, and
-- a purchase in the same moment is either in it or waits for it. Months are counted from the year 0; aN, vN, gN are the
-- amount in fen, the visits and the growth of the month that is N before `month`.
CREATE TABLE member_level (
    merchant_id     BIGINT   NOT NULL,
    member_id       BIGINT   NOT NULL,
    step            INT      NOT NULL,
    since           DATE     NOT NULL,
    raised_from     INT      NOT NULL,
    protected_until DATE     NULL,
    boosted_until   DATE     NULL,
    below           INT      NOT NULL,
    judged          INT      NOT NULL,
    -- of the last judgement: 0 keeps, 1 was below, 2 goes down, 3 goes up
    verdict         TINYINT  NOT NULL,
    month           INT      NOT NULL,
    a0 BIGINT NOT NULL, a1 BIGINT NOT NULL, a2 BIGINT NOT NULL, a3 BIGINT NOT NULL,
    a4 BIGINT NOT NULL, a5 BIGINT NOT NULL, a6 BIGINT NOT NULL, a7 BIGINT NOT NULL,
    a8 BIGINT NOT NULL, a9 BIGINT NOT NULL, a10 BIGINT NOT NULL, a11 BIGINT NOT NULL,
    a12 BIGINT NOT NULL,
    v0 INT NOT NULL, v1 INT NOT NULL, v2 INT NOT NULL, v3 INT NOT NULL,
    v4 INT NOT NULL, v5 INT NOT NULL, v6 INT NOT NULL, v7 INT NOT NULL,
    v8 INT NOT NULL, v9 INT NOT NULL, v10 INT NOT NULL, v11 INT NOT NULL,
    v12 INT NOT NULL,
    g0 BIGINT NOT NULL, g1 BIGINT NOT NULL, g2 BIGINT NOT NULL, g3 BIGINT NOT NULL,
    g4 BIGINT NOT NULL, g5 BIGINT NOT NULL, g6 BIGINT NOT NULL, g7 BIGINT NOT NULL,
    g8 BIGINT NOT NULL, g9 BIGINT NOT NULL, g10 BIGINT NOT NULL, g11 BIGINT NOT NULL,
    g12 BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, member_id)
);
