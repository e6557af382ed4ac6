-- How many have checked in on a day is asked for by whoever opens the console.
CREATE INDEX check_in_day ON check_in (merchant_id, on_day);
