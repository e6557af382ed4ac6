-- What staff want to give, take or pay back by hand. Done at once up to the limits, otherwise when a second person agrees.
CREATE TABLE hand_wish (
    merchant_id BIGINT       NOT NULL,
    id          BIGINT       NOT NULL,
    -- kind, who and the key that his page made: asked again it is the same wish
    wish        VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind        VARCHAR(10)  NOT NULL,
    member_id   BIGINT       NOT NULL,
    -- points, 分 or pieces; negative takes
    amount      BIGINT       NOT NULL,
    -- the gift of a charge in 分, the offer of a coupon
    extra       BIGINT       NOT NULL,
    note        VARCHAR(200) NOT NULL,
    wish_key    VARCHAR(130) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    asked_by    BIGINT       NOT NULL,
    asked_at    DATETIME(6)  NOT NULL,
    state       VARCHAR(10)  NOT NULL,
    expires_at  DATETIME(6)  NULL,
    decided_by  BIGINT       NULL,
    decided_at  DATETIME(6)  NULL,
    reason      VARCHAR(200) NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY hand_wish_wish (merchant_id, wish),
    KEY hand_wish_state (merchant_id, state, id),
    KEY hand_wish_asker (merchant_id, asked_by, id)
);

-- What each person has done alone on a day, by kind: small steps add up.
CREATE TABLE hand_day (
    merchant_id BIGINT      NOT NULL,
    staff_id    BIGINT      NOT NULL,
    kind        VARCHAR(10) NOT NULL,
    on_day      DATE        NOT NULL,
    total       BIGINT      NOT NULL,
    PRIMARY KEY (merchant_id, staff_id, kind, on_day)
);

CREATE TABLE hand_limits (
    merchant_id   BIGINT  NOT NULL,
    version       INT     NOT NULL,
    points        BIGINT  NOT NULL,
    balance_fen   BIGINT  NOT NULL,
    refund_fen    BIGINT  NOT NULL,
    charge_fen    BIGINT  NOT NULL,
    coupons       BIGINT  NOT NULL,
    second_factor BOOLEAN NOT NULL,
    PRIMARY KEY (merchant_id)
);
