-- What the staff want to remember of a member, and the till shows. It may be about his health, so it is sealed.
CREATE TABLE member_note (
    merchant_id BIGINT        NOT NULL,
    id          BIGINT        NOT NULL,
    member_id   BIGINT        NOT NULL,
    content     VARBINARY(512) NOT NULL,
    -- who wrote it, and his page's own name for this one note, so that a second tap writes no second one
    actor       VARCHAR(64)   NOT NULL,
    wish        VARCHAR(64)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    written_at  DATETIME(6)   NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY member_note_wish (merchant_id, actor, wish),
    KEY member_note_member (merchant_id, member_id, id)
);

-- Which notes changed over in a merge of two members, so that it can be undone exactly.
CREATE TABLE member_note_move (
    merchant_id BIGINT NOT NULL,
    merge_id    BIGINT NOT NULL,
    note_id     BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, merge_id, note_id)
);
