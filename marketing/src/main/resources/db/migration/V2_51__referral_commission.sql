-- Commission in ‰ of what friends pay, level by level (0: none), for who has bought so often himself.
ALTER TABLE referral_plan
    ADD COLUMN first_permille  INT NOT NULL DEFAULT 0,
    ADD COLUMN second_permille INT NOT NULL DEFAULT 0,
    ADD COLUMN from_visits     INT NOT NULL DEFAULT 0,
    ADD COLUMN changed_by      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'system';

-- The key is the rule "once a bill and level".
CREATE TABLE referral_commission (
    merchant_id BIGINT      NOT NULL,
    bill_id     BIGINT      NOT NULL,
    -- 1: the buyer's inviter, 2: that one's
    level       INT         NOT NULL,
    -- by which the earner has it: the buyer's for level 1, the inviter's own for level 2
    referral_id BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    permille    INT         NOT NULL,
    from_visits INT         NOT NULL,
    -- what the friend paid with his own money and did not get back
    base_fen    BIGINT      NOT NULL,
    paid_fen    BIGINT      NOT NULL DEFAULT 0,
    -- the shop's day on which the return period is over
    due_on      DATE        NOT NULL,
    -- something is to be paid, or to be taken back
    pending     BOOLEAN     NOT NULL,
    PRIMARY KEY (merchant_id, bill_id, level),
    KEY referral_commission_due (merchant_id, pending, due_on),
    KEY referral_commission_member (merchant_id, member_id, due_on)
);
