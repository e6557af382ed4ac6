-- A till's way in. The secret is sealed, not hashed: a signature can only be checked with the secret itself.
CREATE TABLE till_key (
    merchant_id     BIGINT         NOT NULL,
    id              BIGINT         NOT NULL,
    store_id        BIGINT         NOT NULL,
    name            VARCHAR(40)    NOT NULL,
    scopes          VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    secret          VARBINARY(256) NOT NULL,
    -- good for a while after a rotation
    previous_secret VARBINARY(256) NULL,
    previous_until  DATETIME(6)    NULL,
    -- by the shop's clock; alike means round the clock
    opens           TIME           NOT NULL,
    closes          TIME           NOT NULL,
    bill_fen        BIGINT         NOT NULL,
    hour_fen        BIGINT         NOT NULL,
    day_fen         BIGINT         NOT NULL,
    bill_points     BIGINT         NOT NULL,
    hour_points     BIGINT         NOT NULL,
    day_points      BIGINT         NOT NULL,
    issued_at       DATETIME(6)    NOT NULL,
    revoked_at      DATETIME(6)    NULL,
    PRIMARY KEY (merchant_id, id),
    -- asked for before the merchant is known
    UNIQUE KEY till_key_anywhere (id)
);

-- What has passed through a key in the hour and on the day it was last used; begun anew with the next.
CREATE TABLE till_meter (
    merchant_id     BIGINT      NOT NULL,
    key_id          BIGINT      NOT NULL,
    -- the beginning of the shop's hour
    hour_at         DATETIME(6) NOT NULL,
    fen_this_hour   BIGINT      NOT NULL,
    points_this_hour BIGINT     NOT NULL,
    on_day          DATE        NOT NULL,
    fen_today       BIGINT      NOT NULL,
    points_today    BIGINT      NOT NULL,
    PRIMARY KEY (merchant_id, key_id)
);

-- A key that ran into one of its caps, told to the owner; at most once an hour for each cap.
CREATE TABLE till_alarm (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    key_id      BIGINT      NOT NULL,
    cap         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    hour_at     DATETIME(6) NOT NULL,
    raised_at   DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY till_alarm_once (merchant_id, key_id, cap, hour_at)
);
