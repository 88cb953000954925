-- Reminders go on days counted from the due day, or from the first day where a row is due by none. A due day that an act has just set or
-- moved is told by that act: reminders count from the day after.
alter table waiting add column dated_on date not null default current_date;
drop index waiting_due;
create index waiting_due on waiting (establishment_id, key, coalesce(due_on, from_on));
