-- What trainers and others say of somebody in training, for their livret: asked of one person by a day, written and signed. What
-- corrects one is a new row of the next number; of a request, only whether it stands is changed.
create table appreciation_request (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  kind text not null, -- a key of the school's file
  asked_of text not null, -- account:<id>, guest:<id>
  name text not null, -- as they were called then
  due_on date not null,
  asked_by text not null,
  asked_at timestamptz not null,
  withdrawn_why text,
  primary key (establishment_id, id)
);
create index appreciation_request_of on appreciation_request (establishment_id, enrolment);
create index appreciation_request_for on appreciation_request (establishment_id, asked_of, due_on, id);
alter table appreciation_request enable row level security;
create policy school on appreciation_request using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on appreciation_request to livret_app;

create table appreciation (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  request uuid not null,
  number integer not null check (number >= 1),
  words text not null,
  reason text not null default '', -- of a correction
  written_by text not null,
  name text not null,
  written_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, request, number)
);
create index appreciation_of on appreciation (establishment_id, enrolment);
alter table appreciation enable row level security;
create policy school on appreciation using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on appreciation to livret_app;
