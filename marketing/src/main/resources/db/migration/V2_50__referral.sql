-- Every version of the plan is kept: a friend who joined under one is rewarded as it promised.
CREATE TABLE referral_plan (
    merchant_id   BIGINT      NOT NULL,
    version       INT         NOT NULL,
    in_force      BOOLEAN     NOT NULL,
    -- null: this side gets nothing
    inviter_offer BIGINT      NULL,
    friend_offer  BIGINT      NULL,
    from_fen      BIGINT      NOT NULL,
    wait_days     INT         NOT NULL,
    a_day         INT         NOT NULL,
    in_all        INT         NOT NULL,
    review_from   INT         NOT NULL,
    since         DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, version)
);

-- Also what is locked while an inviter's rewards are counted.
CREATE TABLE invite_code (
    merchant_id BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    code        CHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (merchant_id, member_id),
    UNIQUE KEY invite_code_once (merchant_id, code)
);

CREATE TABLE referral (
    merchant_id  BIGINT      NOT NULL,
    id           BIGINT      NOT NULL,
    inviter_id   BIGINT      NOT NULL,
    invitee_id   BIGINT      NOT NULL,
    plan         INT         NOT NULL,
    state        VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    why          VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
    -- looks odd: waits for the owner
    review       BOOLEAN     NOT NULL,
    joined_at    DATETIME(6) NOT NULL,
    bill_id      BIGINT      NULL,
    -- the shop's day on which the return period is over
    due_on       DATE        NULL,
    decided_by   VARCHAR(64) NULL,
    -- the merge of two members that voided it, and what it was before
    voided_by    BIGINT      NULL,
    state_before VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
    PRIMARY KEY (merchant_id, id),
    -- somebody is invited once
    UNIQUE KEY referral_invitee (merchant_id, invitee_id),
    KEY referral_inviter (merchant_id, inviter_id, id),
    KEY referral_bill (merchant_id, bill_id),
    KEY referral_due (merchant_id, state, due_on)
);

-- The key is the rule "once a friend and side".
CREATE TABLE referral_reward (
    merchant_id BIGINT      NOT NULL,
    referral_id BIGINT      NOT NULL,
    side        VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_id   BIGINT      NOT NULL,
    state       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    coupon_id   BIGINT      NULL,
    -- the code of the refusal
    refused     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
    given_on    DATE        NOT NULL,
    PRIMARY KEY (merchant_id, referral_id, side),
    KEY referral_reward_member (merchant_id, member_id, side, given_on)
);

-- Referrals that changed hands with a merge of two inviters.
CREATE TABLE referral_move (
    merchant_id BIGINT NOT NULL,
    merge_id    BIGINT NOT NULL,
    referral_id BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, merge_id, referral_id)
);

-- Keyed hashes of who has left, for a year: who comes back is no new friend.
CREATE TABLE referral_mark (
    merchant_id BIGINT     NOT NULL,
    mark        BINARY(32) NOT NULL,
    until_day   DATE       NOT NULL,
    PRIMARY KEY (merchant_id, mark),
    KEY referral_mark_end (merchant_id, until_day)
);
