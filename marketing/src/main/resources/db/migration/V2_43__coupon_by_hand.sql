-- Why somebody of the staff gave a coupon by hand, and how many he gave on a day.
CREATE TABLE coupon_by_hand (
    merchant_id BIGINT      NOT NULL,
    coupon_id   BIGINT      NOT NULL,
    actor       VARCHAR(64) NOT NULL,
    reason      VARCHAR(60) NOT NULL,
    given_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, coupon_id),
    KEY coupon_by_hand_actor (merchant_id, actor, given_at)
);

CREATE TABLE coupon_hand_day (
    merchant_id BIGINT      NOT NULL,
    actor       VARCHAR(64) NOT NULL,
    -- the shop's day
    on_day      DATE        NOT NULL,
    many        INT         NOT NULL,
    PRIMARY KEY (merchant_id, actor, on_day)
);
