-- How many people took each step of the way in each week: of nobody, since a stranger's question leaves nothing else that can be counted.
create table weekly_count (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  -- Its Monday.
  week date not null check (extract(isodow from week) = 1),
  step text not null,
  -- One of several rows to add to, so that those who submit at the same time do not wait for each other.
  part integer not null,
  count integer not null check (count > 0),
  primary key (establishment_id, week, step, part)
);
alter table weekly_count enable row level security;
create policy school on weekly_count using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on weekly_count to livret_app;

-- What was done before is counted from its rows, where they still are; questions were not kept.
insert into weekly_count (establishment_id, week, step, part, count)
select establishment_id, date_trunc('week', at at time zone 'Europe/Paris')::date, step, 0, count(*)
from (
  select establishment_id, min(submitted_at) as at, 'application' as step from submission group by establishment_id, dossier
  union all select establishment_id, at, 'interview' from interview_fact where kind = 'agreed' and details ->> 'all' = 'true'
  union all select establishment_id, at, 'admission' from admission_fact where kind = 'accepted'
  union all select establishment_id, enrolled_at, 'training' from enrolment
) taken
group by 1, 2, 3;
