-- Names and phones are sealed. Who is looked for by two letters of a name, or by the last four digits of a phone or a card, is
-- found by a keyed hash of them. Only members who can be shown have any; what was told before this stands is found once it is
-- told again.
CREATE TABLE member_word (
    merchant_id BIGINT     NOT NULL,
    word        BINARY(16) NOT NULL,
    member_id   BIGINT     NOT NULL,
    PRIMARY KEY (merchant_id, word, member_id),
    KEY member_word_member (merchant_id, member_id)
);
-- The list of all members, newest first, steps over the thousands who wait to be claimed.
CREATE INDEX member_state ON member (merchant_id, state, id);
