-- Hours followed before the school kept its lessons here, by unit, until a day, with the person who attests them: never changed, and always
-- said to be carried over. No lesson until that day counts beside them.
create table carried_hours (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  enrolment uuid not null,
  unit text not null,
  minutes integer not null check (minutes > 0),
  until_on date not null,
  attested_by text not null check (attested_by <> ''),
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, enrolment, unit)
);
alter table carried_hours enable row level security;
create policy school on carried_hours using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on carried_hours to livret_app;
