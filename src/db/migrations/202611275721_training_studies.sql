-- The field study: an organisation proposes one, the school accepts it or not, trainees of a cohort form a group on it, agreements
-- say what is done and by whom, and a report comes of it. What happened is never changed: what comes after is a row of its own.
create table study (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  diploma text not null,
  organisation text not null,
  contact text not null, -- who speaks for it
  contact_address text not null default '',
  object text not null,
  place text not null,
  state text not null default 'proposed',
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id)
);
create index study_entered on study (establishment_id, entered_at, id);
alter table study enable row level security;
create policy school on study using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on study to livret_app;

create table study_fact (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  study uuid not null,
  number integer not null check (number >= 1),
  kind text not null, -- accepted, declined
  ground text not null default '',
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, study, number)
);
alter table study_fact enable row level security;
create policy school on study_fact using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on study_fact to livret_app;

create table study_group (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  study uuid not null,
  cohort uuid not null,
  name text not null,
  formed_by text not null,
  formed_at timestamptz not null,
  primary key (establishment_id, id)
);
create index study_group_of on study_group (establishment_id, study, formed_at);
create index study_group_by_cohort on study_group (establishment_id, cohort, formed_at);
alter table study_group enable row level security;
create policy school on study_group using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on study_group to livret_app;

-- Who is in it, by what happened on which day: in the chain of the person it is about.
create table study_member (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  study_group uuid not null,
  enrolment uuid not null,
  number integer not null check (number >= 1), -- of this person
  kind text not null check (kind in ('joined', 'left')),
  on_day date not null,
  reason text not null default '',
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, enrolment, number)
);
create index study_member_in on study_member (establishment_id, study_group);
alter table study_member enable row level security;
create policy school on study_member using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on study_member to livret_app;

-- The partnership with the organisation, and the agreement of each group: the last version is the one that is to be signed.
create table study_agreement (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  study uuid not null,
  study_group uuid, -- none of a partnership
  version integer not null check (version >= 1),
  contents jsonb not null,
  shown text not null, -- sha256:… of all that is signed
  drawn_by text not null,
  drawn_at timestamptz not null,
  primary key (establishment_id, id)
);
create unique index study_agreement_partnership on study_agreement (establishment_id, study, version) where study_group is null;
create unique index study_agreement_of_group on study_agreement (establishment_id, study_group, version) where study_group is not null;
alter table study_agreement enable row level security;
create policy school on study_agreement using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on study_agreement to livret_app;

create table study_report (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  study_group uuid not null,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('deposited', 'withdrawn')),
  file uuid, -- of a deposit
  pages integer, -- null where they could not be counted
  reason text not null default '', -- of a withdrawal
  enrolment uuid not null, -- who of the group did it
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, study_group, number),
  check ((kind = 'deposited') = (file is not null))
);
alter table study_report enable row level security;
create policy school on study_report using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on study_report to livret_app;

-- A day of work of a study is a lesson of its unit for whoever is in the group on that day.
alter table lesson add column study_group uuid;
create index lesson_of_study on lesson (establishment_id, study_group, on_day) where study_group is not null;
