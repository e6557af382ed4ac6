-- Personal fields are sealed with the member's own key (member_key), bound to their column and row.
CREATE TABLE member (
    merchant_id   BIGINT         NOT NULL,
    id            BIGINT         NOT NULL,
    number        CHAR(10)       NOT NULL,
    state         VARCHAR(10)    NOT NULL,
    nickname      VARBINARY(256) NULL,
    -- the provider the nickname came from, null when the member typed it himself
    nickname_from VARCHAR(64)    NULL,
    birthday      VARBINARY(64)  NULL,
    profile       BLOB           NULL,
    -- the identity that holds the verified phone number
    phone_id      BIGINT         NULL,
    joined_at     DATETIME(6)    NOT NULL,
    left_at       DATETIME(6)    NULL,
    absorbed_by   BIGINT         NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY member_number (merchant_id, number),
    KEY member_absorbed_by (merchant_id, absorbed_by)
);

-- One random key a member, sealed with the installation's key. Deregistration deletes it, and with it all that it sealed,
-- also in copies of the other tables: so back this table up apart from the rest, and keep only its newest copy.
CREATE TABLE member_key (
    merchant_id BIGINT         NOT NULL,
    member_id   BIGINT         NOT NULL,
    secret      VARBINARY(128) NOT NULL,
    PRIMARY KEY (merchant_id, member_id)
);

-- Everything that proves who somebody is: accounts at providers, and the verified phone number (provider "phone").
CREATE TABLE member_identity (
    merchant_id   BIGINT         NOT NULL,
    id            BIGINT         NOT NULL,
    member_id     BIGINT         NOT NULL,
    provider      VARCHAR(64)    NOT NULL,
    subject_index BINARY(32)     NOT NULL,
    -- null once withdrawn: what remains only lets the same person find his card again
    subject       VARBINARY(256) NULL,
    -- the provider through which the person came when this was linked, empty when not known
    came_with     VARCHAR(64)    NOT NULL,
    linked_at     DATETIME(6)    NOT NULL,
    withdrawn_at  DATETIME(6)    NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY member_identity_subject (merchant_id, subject_index),
    KEY member_identity_member (merchant_id, member_id)
);

-- Append-only: what a row says is never changed; whose it is changes only when two members turn out to be one person.
CREATE TABLE member_consent (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    document    VARCHAR(40) NOT NULL,
    version     VARCHAR(20) NOT NULL,
    channel     VARCHAR(64) NOT NULL,
    granted     BOOLEAN     NOT NULL,
    at          DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, id),
    KEY member_consent_member (merchant_id, member_id, id)
);

CREATE TABLE important_date (
    merchant_id BIGINT         NOT NULL,
    id          BIGINT         NOT NULL,
    member_id   BIGINT         NOT NULL,
    content     VARBINARY(256) NOT NULL,
    PRIMARY KEY (merchant_id, id),
    KEY important_date_member (merchant_id, member_id, id)
);

-- Fields of the profile that the merchant defines himself.
CREATE TABLE profile_field (
    merchant_id BIGINT      NOT NULL,
    name        VARCHAR(30) NOT NULL,
    label       VARCHAR(20) NOT NULL,
    PRIMARY KEY (merchant_id, name)
);

CREATE TABLE member_merge (
    merchant_id BIGINT        NOT NULL,
    id          BIGINT        NOT NULL,
    kept        BIGINT        NOT NULL,
    absorbed    BIGINT        NOT NULL,
    -- names of the fields that the kept member lacked and took over
    filled      VARCHAR(2000) NOT NULL,
    at          DATETIME(6)   NOT NULL,
    undone_at   DATETIME(6)   NULL,
    PRIMARY KEY (merchant_id, id),
    KEY member_merge_kept (merchant_id, kept),
    KEY member_merge_absorbed (merchant_id, absorbed)
);

-- Which rows changed over in a merge, so that it can be undone exactly.
CREATE TABLE member_merge_move (
    merchant_id BIGINT      NOT NULL,
    merge_id    BIGINT      NOT NULL,
    what        VARCHAR(10) NOT NULL,
    row_id      BIGINT      NOT NULL,
    PRIMARY KEY (merchant_id, merge_id, what, row_id)
);

-- Who follows the shop's account, member or not; by blind index only.
CREATE TABLE fan (
    merchant_id   BIGINT      NOT NULL,
    subject_index BINARY(32)  NOT NULL,
    following     BOOLEAN     NOT NULL,
    at            DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, subject_index)
);
