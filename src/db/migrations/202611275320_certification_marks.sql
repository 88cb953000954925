-- An exam as it is held: a group of candidates before its examiners, on a day, in a room; and the marks that come of it. Of a
-- candidate's marks nothing is recorded in a chain of theirs: these rows stand in the session's, and nobody concerned is shown
-- them before the State has notified them.
create table exam_group (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  session uuid not null,
  exam text not null,
  name text not null,
  room uuid,
  held_on date not null,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  arranged_by text not null,
  arranged_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_why text,
  primary key (establishment_id, id),
  foreign key (establishment_id, session) references exam_session (establishment_id, id)
);
create unique index exam_group_named on exam_group (establishment_id, session, lower(name)) where cancelled_at is null;
alter table exam_group enable row level security;
create policy school on exam_group using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on exam_group to livret_app;

create table exam_examiner (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  exam_group uuid not null,
  person uuid not null,
  by text not null, -- authority, establishment, jury
  left_at timestamptz, -- replaced before hearing anybody
  left_why text,
  finished text, -- the fingerprint of the marks that they said are done
  finished_at timestamptz,
  primary key (establishment_id, id),
  foreign key (establishment_id, exam_group) references exam_group (establishment_id, id),
  foreign key (establishment_id, person) references exam_person (establishment_id, id)
);
create unique index exam_examiner_once on exam_examiner (establishment_id, exam_group, person) where left_at is null;
alter table exam_examiner enable row level security;
create policy school on exam_examiner using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on exam_examiner to livret_app;

create table exam_sitting (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  exam_group uuid not null,
  entry uuid not null,
  director_there boolean, -- whether whoever directed the work took part
  released_at timestamptz, -- heard by another group instead
  primary key (establishment_id, id),
  foreign key (establishment_id, exam_group) references exam_group (establishment_id, id),
  foreign key (establishment_id, entry) references exam_entry (establishment_id, id)
);
create unique index exam_sitting_once on exam_sitting (establishment_id, exam_group, entry);
create index exam_sitting_of on exam_sitting (establishment_id, entry);
alter table exam_sitting enable row level security;
create policy school on exam_sitting using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on exam_sitting to livret_app;

-- One mark, or what was missed instead; the last of one component and marker is the one that stands.
create table exam_mark (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  sitting uuid not null,
  component text not null default '', -- of an exam with one mark, none
  marker uuid, -- who marked apart from others; none of what the group gives together
  place integer not null, -- 1 for the first of its component and marker
  mark integer, -- hundredths
  missed text,
  given_by text not null,
  given_at timestamptz not null,
  primary key (establishment_id, id),
  check ((mark is null) <> (missed is null)),
  foreign key (establishment_id, sitting) references exam_sitting (establishment_id, id)
);
create unique index exam_mark_place on exam_mark
  (establishment_id, sitting, component, coalesce(marker, '00000000-0000-0000-0000-000000000000'::uuid), place);
alter table exam_mark enable row level security;
create policy school on exam_mark using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on exam_mark to livret_app;
