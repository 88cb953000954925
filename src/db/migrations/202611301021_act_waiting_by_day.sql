-- Under row security PostgreSQL takes a condition to an index where nothing in it could tell of other rows. It knows that of `case`, and not of
-- `coalesce`: by the index before, each look for reminders read every row that waits.
drop index waiting_due;
create index waiting_by_day on waiting (establishment_id, key, (case when due_on is null then from_on else due_on end));
