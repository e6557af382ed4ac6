-- Who changed the shop's rules, when, and what they said from then on. `rules` names them: points, ladder, gift:<id>, …
CREATE TABLE rule_change (
    merchant_id BIGINT        NOT NULL,
    rules       VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version     INT           NOT NULL,
    actor       VARCHAR(64)   NOT NULL,
    at          DATETIME(6)   NOT NULL,
    -- a line for each rule
    words       TEXT          NOT NULL,
    PRIMARY KEY (merchant_id, rules, version)
);
