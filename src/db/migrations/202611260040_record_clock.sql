-- Up to when the calendar ran with a clock that was believed. What is due by a clock far away from it waits for an operator:
-- a wrong one would erase years of dossiers at once. A database that lived before this file begins at its last record.
create table clock_mark (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id text not null check (id = 'calendar'),
  at timestamptz not null,
  primary key (establishment_id, id)
);
alter table clock_mark enable row level security;
create policy school on clock_mark using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on clock_mark to livret_app;

insert into clock_mark (establishment_id, id, at)
select '*', 'calendar', max(at) from audit_record having max(at) is not null;
