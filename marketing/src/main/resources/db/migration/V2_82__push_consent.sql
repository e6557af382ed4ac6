-- The page tells of an answer, and so does the provider: two rows that are paired are one consent.
ALTER TABLE push_consent
    ADD COLUMN account  VARCHAR(64) NOT NULL,
    ADD COLUMN template VARCHAR(64) NOT NULL,
    ADD COLUMN source   VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ADD COLUMN paired   BOOLEAN     NOT NULL;
