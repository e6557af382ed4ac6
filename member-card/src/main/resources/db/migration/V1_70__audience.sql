-- Where a member stands among all, judged once a night; 0 is not judged yet. The three scores go from 1 to 5.
ALTER TABLE purchase_summary
    ADD COLUMN recency   TINYINT NOT NULL DEFAULT 0,
    ADD COLUMN frequency TINYINT NOT NULL DEFAULT 0,
    ADD COLUMN money     TINYINT NOT NULL DEFAULT 0,
    ADD COLUMN quadrant  TINYINT NOT NULL DEFAULT 0,
    ADD COLUMN stage     TINYINT NOT NULL DEFAULT 0;

CREATE INDEX purchase_summary_stage ON purchase_summary (merchant_id, stage, first_at);

-- Who bought what: by name (shelf 0) and by category (shelf 1), on how many bills in force and when last. It follows from
-- the bills like the summary.
CREATE TABLE purchase_goods (
    merchant_id BIGINT      NOT NULL,
    member_id   BIGINT      NOT NULL,
    shelf       TINYINT     NOT NULL,
    name        VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    bills       INT         NOT NULL,
    last_at     DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, member_id, shelf, name),
    KEY purchase_goods_buyers (merchant_id, shelf, name, last_at, bills)
);

INSERT INTO purchase_goods (merchant_id, member_id, shelf, name, bills, last_at)
SELECT k.merchant_id, k.member_id, k.shelf, k.name, COUNT(DISTINCT k.bill_id), MAX(k.bought_at)
FROM (
    SELECT b.merchant_id, b.member_id, 0 AS shelf, TRIM(l.name) COLLATE utf8mb4_bin AS name, b.id AS bill_id, b.bought_at
    FROM bill b JOIN bill_line l ON l.merchant_id = b.merchant_id AND l.bill_id = b.id
    WHERE b.member_id IS NOT NULL AND b.voided = FALSE
    UNION ALL
    SELECT b.merchant_id, b.member_id, 1 AS shelf, TRIM(l.category) COLLATE utf8mb4_bin AS name, b.id AS bill_id,
           b.bought_at
    FROM bill b JOIN bill_line l ON l.merchant_id = b.merchant_id AND l.bill_id = b.id
    WHERE b.member_id IS NOT NULL AND b.voided = FALSE AND TRIM(l.category) <> ''
) k
GROUP BY k.merchant_id, k.member_id, k.shelf, k.name;
