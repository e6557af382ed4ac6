-- A stamp card. The stamps themselves stand in the ledger, each card an asset of its own.
CREATE TABLE stamp_card (
    merchant_id BIGINT        NOT NULL,
    id          BIGINT        NOT NULL,
    version     INT           NOT NULL,
    title       VARCHAR(40)   NOT NULL,
    -- VISIT, BILL or PIECE; what was paid at least, in 分, and the goods, separated by line feeds
    earning     VARCHAR(10)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    from_fen    BIGINT        NOT NULL,
    goods       VARCHAR(2100) NOT NULL,
    offered     BOOLEAN       NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

CREATE TABLE stamp_step (
    merchant_id BIGINT      NOT NULL,
    card_id     BIGINT      NOT NULL,
    stamps      INT         NOT NULL,
    text        VARCHAR(40) NOT NULL,
    -- a coupon of this offer, or null for something handed over at the counter
    offer_id    BIGINT      NULL,
    PRIMARY KEY (merchant_id, card_id, stamps)
);

-- What a bill was stamped with, once; and where one stamp a day is the rule, once that day.
CREATE TABLE stamp_earning (
    merchant_id BIGINT NOT NULL,
    card_id     BIGINT NOT NULL,
    bill_id     BIGINT NOT NULL,
    member_id   BIGINT NOT NULL,
    once_on     DATE   NULL,
    stamps      INT    NOT NULL,
    taken_back  INT    NOT NULL,
    PRIMARY KEY (merchant_id, card_id, bill_id),
    UNIQUE KEY stamp_earning_once (merchant_id, card_id, member_id, once_on),
    KEY stamp_earning_bill (merchant_id, bill_id)
);

-- What so many stamps brought, once a round.
CREATE TABLE stamp_reward (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    card_id     BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    round       INT         NOT NULL,
    stamps      INT         NOT NULL,
    text        VARCHAR(40) NOT NULL,
    coupon_id   BIGINT      NULL,
    state       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    earned_at   DATETIME(6) NOT NULL,
    settled_at  DATETIME(6) NULL,
    settled_by  VARCHAR(64) NULL,
    merge_id    BIGINT      NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY stamp_reward_once (merchant_id, card_id, member_id, round, stamps),
    KEY stamp_reward_member (merchant_id, member_id, state)
);
