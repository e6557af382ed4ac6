-- Double entry. A movement is one business event on one member's account; its entries sum to zero: the member's own, with
-- a dense number and the balance after it, and the shop's, on one of its own accounts (account_id below 100, see the enum
-- Counter), which keep no balance, so that they are nobody's bottleneck. Movements and entries are never updated or deleted.

CREATE TABLE ledger_account (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    -- POINTS; room for growth, stored value, a stamp card
    asset       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    balance     BIGINT      NOT NULL,
    -- of the newest entry
    seq         BIGINT      NOT NULL,
    moved_at    DATETIME(6) NULL,
    state       VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- the account this one was merged into, and whether any was merged into this one
    merged_into BIGINT      NULL,
    absorbs     BOOLEAN     NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY ledger_account_member (merchant_id, member_id, asset),
    KEY ledger_account_merged (merchant_id, merged_into)
);

-- The reference is unique within an account, not within the merchant: one bill moves several assets, one campaign many
-- members, and each of them under the bill's or the campaign's own name.
CREATE TABLE movement (
    merchant_id BIGINT       NOT NULL,
    id          BIGINT       NOT NULL,
    account_id  BIGINT       NOT NULL,
    reference   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- a hash of what was asked: the same reference with other contents is refused
    content     BINARY(32)   NOT NULL,
    reason      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor       VARCHAR(64)  NOT NULL,
    note        VARCHAR(200) NULL,
    reverses    BIGINT       NULL,
    -- of an earning: the last day its points are good for
    expires_on  DATE         NULL,
    moved_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY movement_reference (merchant_id, account_id, reference),
    UNIQUE KEY movement_reverses (merchant_id, reverses)
);

CREATE TABLE entry (
    merchant_id   BIGINT NOT NULL,
    movement_id   BIGINT NOT NULL,
    account_id    BIGINT NOT NULL,
    amount        BIGINT NOT NULL,
    -- null on the shop's own accounts
    seq           BIGINT NULL,
    balance_after BIGINT NULL,
    PRIMARY KEY (merchant_id, movement_id, account_id),
    UNIQUE KEY entry_seq (merchant_id, account_id, seq)
);

-- How much of an account is good through which day: all that expires on one day is one lot. A projection of the movements,
-- kept because a spend needs it; it goes when its day has passed.
CREATE TABLE lot (
    merchant_id BIGINT NOT NULL,
    account_id  BIGINT NOT NULL,
    expires_on  DATE   NOT NULL,
    id          BIGINT NOT NULL,
    remaining   BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, account_id, expires_on),
    KEY lot_due (merchant_id, expires_on)
);

-- What a movement took from lots (negative) or put into them (positive), beyond the lot an earning opens itself: a reversal
-- gives back to the lots a spend took from.
CREATE TABLE lot_use (
    merchant_id BIGINT NOT NULL,
    movement_id BIGINT NOT NULL,
    account_id  BIGINT NOT NULL,
    expires_on  DATE   NOT NULL,
    amount      BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, movement_id, expires_on),
    KEY lot_use_account (merchant_id, account_id)
);
