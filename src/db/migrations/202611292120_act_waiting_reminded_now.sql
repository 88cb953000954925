-- The day on which somebody was last reminded of it by hand, at most once a day. It stands on the row and goes with it.
alter table waiting add column reminded_on date;
