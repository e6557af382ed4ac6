-- Days of the year are sealed. Who has one soon is found by a keyed hash of occasion, calendar, month and day: what a copy of
-- the database shows is only who shares a day with whom. What was told before this stands is found once it is told again.
ALTER TABLE member ADD COLUMN birthday_index BINARY(32) NULL;
CREATE INDEX member_birthday ON member (merchant_id, birthday_index);
ALTER TABLE important_date ADD COLUMN day_index BINARY(32) NULL;
CREATE INDEX important_date_day ON important_date (merchant_id, day_index, member_id);
