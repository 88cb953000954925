-- Teaching, lesson by lesson, and who was there: a lesson is an ordinary row with a version, an attendance is never changed, and
-- what corrects it is a new one of the next number.
alter table enrolment_fact add column left_cohort uuid; -- of a return into another one

create table lesson (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  cohort uuid not null,
  unit text not null,
  on_day date not null,
  from_time text not null,
  to_time text not null check (to_time > from_time),
  trainer text not null, -- account:<id>, guest:<id>
  room uuid,
  subject text not null default '',
  meant jsonb, -- those of the cohort who are meant, where not all are
  version integer not null default 1,
  cancelled_why text,
  planned_by text not null,
  planned_at timestamptz not null,
  primary key (establishment_id, id)
);
create index lesson_by_cohort on lesson (establishment_id, cohort, on_day, from_time, id);
create index lesson_by_trainer on lesson (establishment_id, trainer, on_day, from_time, id);
alter table lesson enable row level security;
create policy school on lesson using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on lesson to livret_app;

create table attendance (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  lesson uuid not null,
  number integer not null check (number >= 1), -- of this person in this lesson
  status text not null check (status in ('present', 'part', 'excused', 'absent')),
  minutes_missed integer check (minutes_missed >= 1),
  how text not null check (how in ('signed', 'listed', 'corrected')),
  proof text not null default '', -- what shows it, of somebody excused
  reason text not null default '', -- of a correction
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, lesson, enrolment, number),
  check ((status = 'part') = (minutes_missed is not null))
);
create index attendance_of on attendance (establishment_id, enrolment);
alter table attendance enable row level security;
create policy school on attendance using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on attendance to livret_app;

-- The list of a lesson as its trainer signed it: which attendances it holds.
create table attendance_list (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  lesson uuid not null,
  records jsonb not null, -- ids of the attendances
  shown text not null,
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (establishment_id, id)
);
create index attendance_list_of on attendance_list (establishment_id, lesson);
alter table attendance_list enable row level security;
create policy school on attendance_list using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on attendance_list to livret_app;

-- The code that a trainer shows in the room, good for their lessons of that half-day.
create table attendance_code (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  trainer text not null,
  on_day date not null,
  half text not null check (half in ('morning', 'afternoon')),
  code text not null,
  made_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, trainer, on_day, half)
);
alter table attendance_code enable row level security;
create policy school on attendance_code using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on attendance_code to livret_app;

-- Codes that were typed and were not the one shown: a few, and then the trainer marks the list.
create table attendance_try (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  lesson uuid not null,
  tried_at timestamptz not null,
  primary key (establishment_id, id)
);
create index attendance_try_of on attendance_try (establishment_id, enrolment, lesson);
alter table attendance_try enable row level security;
create policy school on attendance_try using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on attendance_try to livret_app;

-- What a trainee says of how they are marked: that it is not so, or why they were away, with the file that shows it.
create table attendance_claim (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  lesson uuid not null,
  words text not null,
  file uuid,
  made_at timestamptz not null,
  answer text, -- null while it waits
  answered_by text,
  answered_at timestamptz,
  primary key (establishment_id, id),
  check ((answer is null) = (answered_at is null))
);
create index attendance_claim_of on attendance_claim (establishment_id, enrolment);
create index attendance_claim_waiting on attendance_claim (establishment_id, made_at) where answer is null;
alter table attendance_claim enable row level security;
create policy school on attendance_claim using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on attendance_claim to livret_app;
