-- Where a cohort is taught, and in which periods, with the minutes of each unit. Append-only: the highest version counts, the others say
-- what a contract signed before them went by.
create table cohort_plan (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  cohort uuid not null,
  version integer not null check (version > 0),
  campus text not null, -- of the school's file
  periods jsonb not null, -- [{ from, to, minutes: { unit: minutes } }], in order
  planned_by text not null,
  planned_at timestamptz not null,
  primary key (establishment_id, id)
);
create unique index cohort_plan_version on cohort_plan (establishment_id, cohort, version);
alter table cohort_plan enable row level security;
create policy school on cohort_plan using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on cohort_plan to livret_app;
