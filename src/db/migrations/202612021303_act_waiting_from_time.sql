-- A list is asked to be countersigned from the end of its lesson: the local time of `from_on` from which a row is shown; null: all of that day.
alter table waiting add column from_time text check (from_time ~ '^\d\d:\d\d$');
