-- What was due and could not be done, by the act that ought to do it: since when, how often it was tried, why. A row goes when it is done,
-- or due no more. It names what is due by the calendar's own key, which has ids and days alone.
create table duty_fault (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  act text not null check (act <> ''),
  key text not null,
  due date not null,
  since timestamptz not null,
  last timestamptz not null,
  times integer not null check (times > 0),
  reason jsonb not null,
  primary key (establishment_id, act, key, due)
);
alter table duty_fault enable row level security;
create policy school on duty_fault using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on duty_fault to livret_app;
