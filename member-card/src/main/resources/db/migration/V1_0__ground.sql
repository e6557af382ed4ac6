-- One row a start of a node: its number keeps the ids of two nodes apart.
CREATE TABLE node_start (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    started_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
);
