-- Where somebody enrolled stands, from what happened on which day; the individual programme that the director signed, version
-- by version; and, beside the school's own course and never mixed with it, the track of the partner university.
alter table enrolment add column state text not null default 'in-training';

create table enrolment_fact (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  number integer not null check (number >= 1),
  kind text not null, -- interrupted, returned, abandoned
  on_day date not null,
  cohort uuid, -- the one somebody returned into
  reason text not null default '',
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, enrolment, number)
);
alter table enrolment_fact enable row level security;
create policy school on enrolment_fact using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on enrolment_fact to livret_app;

create table individual_programme (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  version integer not null check (version >= 1),
  input jsonb not null, -- as the decision took it
  answer jsonb not null, -- as it was shown, in French
  shown text not null, -- the fingerprint that was signed
  signed_by text not null,
  name text not null,
  signed_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, enrolment, version)
);
alter table individual_programme enable row level security;
create policy school on individual_programme using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on individual_programme to livret_app;

create table partner_track (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  cohort uuid not null,
  university text not null,
  title text not null, -- of the degree it leads to
  holds text not null, -- what it holds, in words
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (establishment_id, id)
);
create index partner_track_of on partner_track (establishment_id, cohort, recorded_at);
alter table partner_track enable row level security;
create policy school on partner_track using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on partner_track to livret_app;
