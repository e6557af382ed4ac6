CREATE TABLE tag (
    merchant_id BIGINT      NOT NULL,
    id          BIGINT      NOT NULL,
    -- null once it is gone, so that its name is free again
    name        VARCHAR(12) NULL,
    -- what whoever serves such a member should know
    note        VARCHAR(60) NOT NULL,
    -- the tag it has become one with
    merged_into BIGINT      NULL,
    made_by     VARCHAR(64) NOT NULL,
    made_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY tag_name (merchant_id, name)
);

CREATE TABLE member_tag (
    merchant_id BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    tag_id      BIGINT      NOT NULL,
    -- of this member, before the tag's own
    note        VARCHAR(60) NOT NULL,
    -- given by a rule: then the rule takes it away again; by hand it stays
    by_rule     BOOLEAN     NOT NULL,
    given_by    VARCHAR(64) NOT NULL,
    given_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, member_id, tag_id),
    KEY member_tag_members (merchant_id, tag_id, member_id)
);

-- What an absorbed member had, and whether the kept one got it from there, so that a merge can be undone exactly.
CREATE TABLE member_tag_move (
    merchant_id BIGINT      NOT NULL,
    merge_id    BIGINT      NOT NULL,
    tag_id      BIGINT      NOT NULL,
    note        VARCHAR(60) NOT NULL,
    by_rule     BOOLEAN     NOT NULL,
    given_by    VARCHAR(64) NOT NULL,
    given_at    DATETIME(6) NOT NULL,
    moved       BOOLEAN     NOT NULL,
    -- whose it is: when they leave it goes with them
    kept_id     BIGINT      NOT NULL,
    PRIMARY KEY (merchant_id, merge_id, tag_id),
    KEY member_tag_move_kept (merchant_id, kept_id)
);
