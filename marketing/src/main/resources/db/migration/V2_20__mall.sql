-- A gift of the points mall. `given` is what is guarded: whoever takes one locks this row first.
CREATE TABLE gift (
    merchant_id       BIGINT      NOT NULL,
    id                BIGINT      NOT NULL,
    version           INT         NOT NULL,
    title             VARCHAR(40) NOT NULL,
    points            INT         NOT NULL,
    stock             INT         NOT NULL,
    given             INT         NOT NULL,
    per_member        INT         NOT NULL,
    per_member_a_day  INT         NOT NULL,
    a_day             INT         NOT NULL,
    level_step        INT         NOT NULL,
    visits            INT         NOT NULL,
    from_day          DATE        NULL,
    through_day       DATE        NULL,
    days_to_collect   INT         NOT NULL,
    offered           BOOLEAN     NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

-- One gift taken for points. The points themselves are a movement of the ledger under the reference `gift:<id>`.
CREATE TABLE gift_redemption (
    merchant_id     BIGINT      NOT NULL,
    id              BIGINT      NOT NULL,
    gift_id         BIGINT      NOT NULL,
    member_id       BIGINT      NOT NULL,
    title           VARCHAR(40) NOT NULL,
    points          INT         NOT NULL,
    code            CHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state           VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    on_day          DATE        NOT NULL,
    redeemed_at     DATETIME(6) NOT NULL,
    collect_through DATE        NOT NULL,
    -- when it was collected or came back, and by whom
    settled_at      DATETIME(6) NULL,
    settled_by      VARCHAR(64) NULL,
    merge_id        BIGINT      NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY gift_redemption_code (merchant_id, code),
    KEY gift_redemption_member (merchant_id, member_id, id),
    KEY gift_redemption_gift (merchant_id, gift_id, on_day, state),
    KEY gift_redemption_due (merchant_id, state, collect_through)
);
