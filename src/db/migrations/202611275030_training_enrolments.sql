-- Who is in training: a cohort is pinned to a version of the référentiel, and whoever accepted a place is enrolled in one.
create table cohort (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  diploma text not null,
  law_version text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  maquette jsonb not null, -- hours by unit, as it was when the cohort was opened
  basis jsonb not null, -- the hashes of the files it rests on
  opened_by text not null,
  opened_at timestamptz not null,
  primary key (establishment_id, id)
);
create unique index cohort_named on cohort (establishment_id, diploma, lower(name));
alter table cohort enable row level security;
create policy school on cohort using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on cohort to livret_app;

create table enrolment (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  dossier uuid not null,
  account uuid not null,
  cohort uuid not null,
  name text not null, -- as lists call them
  contract_on date not null,
  given_on date not null, -- the day on which what is owed before enrolment was handed over
  enrolled_by text not null,
  enrolled_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, dossier)
);
create index enrolment_of_account on enrolment (establishment_id, account);
create index enrolment_by_cohort on enrolment (establishment_id, cohort, name, id);
alter table enrolment enable row level security;
create policy school on enrolment using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on enrolment to livret_app;
