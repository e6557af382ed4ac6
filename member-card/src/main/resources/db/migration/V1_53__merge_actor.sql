-- Who merged two members by hand, and who took it back; null where it happened by itself.
ALTER TABLE member_merge ADD COLUMN actor VARCHAR(64) NULL;
ALTER TABLE member_merge ADD COLUMN undone_by VARCHAR(64) NULL;
