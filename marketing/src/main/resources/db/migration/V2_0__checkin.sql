-- One row a member and local day of the shop: the key is the rule "once a day".
CREATE TABLE check_in (
    merchant_id    BIGINT        NOT NULL,
    member_id      BIGINT        NOT NULL,
    on_day         DATE          NOT NULL,
    -- length of the unbroken run of days that ends on this day
    streak         INT           NOT NULL,
    made_up        BOOLEAN       NOT NULL,
    points         BIGINT        NOT NULL,
    points_after   BIGINT        NOT NULL,
    checked_in_at  DATETIME(6)   NOT NULL,
    -- the merge of two members that brought this row, so that it can be taken back
    merge_id       BIGINT        NULL,
    PRIMARY KEY (merchant_id, member_id, on_day)
);

-- The fact that a member has earned something other than points. What becomes of it (a coupon in the wallet, a gift at the
-- counter) is decided by whoever reads it.
CREATE TABLE reward_grant (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    rule        VARCHAR(40) NOT NULL,
    on_day      DATE        NOT NULL,
    kind        VARCHAR(10) NOT NULL,
    text        VARCHAR(60) NOT NULL,
    points      INT         NOT NULL,
    granted_at  DATETIME(6) NOT NULL,
    merge_id    BIGINT      NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY reward_grant_once (merchant_id, member_id, rule, on_day)
);

-- Every version of the plan is kept: what was promised on a past day can still be told.
CREATE TABLE reward_plan (
    merchant_id      BIGINT      NOT NULL,
    version          INT         NOT NULL,
    points_a_day     INT         NOT NULL,
    make_ups_a_month INT         NOT NULL,
    make_up_cost     INT         NOT NULL,
    since            DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, version)
);

CREATE TABLE reward_step (
    merchant_id BIGINT      NOT NULL,
    version     INT         NOT NULL,
    streak      INT         NOT NULL,
    kind        VARCHAR(10) NOT NULL,
    text        VARCHAR(60) NOT NULL,
    points      INT         NOT NULL,
    PRIMARY KEY (merchant_id, version, streak)
);
