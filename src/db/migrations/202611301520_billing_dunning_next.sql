-- When what was reminded of is to be looked at again: the day of the next level, or, after the last, as long again as between the last two.
-- Null of older reminders.
alter table dunning add column next_on date;
alter table dunning add column last boolean;
