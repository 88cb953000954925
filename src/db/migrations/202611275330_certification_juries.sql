-- A jury that deliberates on a session: what happens there, fact by fact, of which votes are totals alone; what it sealed as its
-- president closed it; what was published, which the person reads; and what comes after.
create table jury (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  session uuid not null,
  on_day date not null,
  place text not null default '',
  corrects uuid, -- the deliberation that this one goes back to
  ground text, -- why it does
  only_entry uuid, -- and for whom
  fraud boolean not null default false,
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  notified_on date, -- of the State: appeal and clock run from it
  published_by text,
  published_at timestamptz,
  primary key (establishment_id, id),
  check ((corrects is null) = (ground is null)),
  check ((corrects is null) = (only_entry is null)),
  check (published_at is null or closed_at is not null),
  foreign key (establishment_id, session) references exam_session (establishment_id, id),
  foreign key (establishment_id, corrects) references jury (establishment_id, id)
);
create index jury_of on jury (establishment_id, session, on_day, id);
alter table jury enable row level security;
create policy school on jury using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on jury to livret_app;

create table jury_fact (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  jury uuid not null,
  place integer not null, -- 1 for the first
  kind text not null,
  entry uuid, -- which candidate it is about
  said jsonb not null,
  noted_by text not null,
  noted_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, jury) references jury (establishment_id, id)
);
create unique index jury_fact_place on jury_fact (establishment_id, jury, place);
alter table jury_fact enable row level security;
create policy school on jury_fact using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on jury_fact to livret_app;

-- What a closed jury decided of one candidate, whole; or, of none, the jury itself. Its hash stands in the person's own chain.
create table jury_sealed (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  jury uuid not null,
  entry uuid,
  version integer not null,
  replaces uuid,
  sealed text not null, -- canonical JSON
  hash text not null, -- sha256:…
  primary key (establishment_id, id),
  foreign key (establishment_id, jury) references jury (establishment_id, id),
  foreign key (establishment_id, replaces) references jury_sealed (establishment_id, id)
);
create index jury_sealed_of on jury_sealed (establishment_id, jury);
create index jury_sealed_entry on jury_sealed (establishment_id, entry);
alter table jury_sealed enable row level security;
create policy school on jury_sealed using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on jury_sealed to livret_app;

create table jury_seal (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null, -- of what is sealed
  enrolment uuid not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (establishment_id, id)
);
create index jury_seal_of on jury_seal (establishment_id, enrolment);
alter table jury_seal enable row level security;
create policy school on jury_seal using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on jury_seal to livret_app;

-- What was notified: marks, what is held, until when.
create table jury_result (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  account uuid not null,
  entry uuid not null,
  jury uuid not null,
  sealed uuid not null, -- what it was made from
  replaces uuid,
  notified_on date not null,
  outcome text not null,
  complete_by date, -- the last day of the running clock
  result jsonb not null,
  published_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, jury) references jury (establishment_id, id),
  foreign key (establishment_id, replaces) references jury_result (establishment_id, id)
);
create index jury_result_of on jury_result (establishment_id, enrolment, notified_on, published_at);
create index jury_result_account on jury_result (establishment_id, account);
create index jury_result_running on jury_result (establishment_id, complete_by) where complete_by is not null;
alter table jury_result enable row level security;
create policy school on jury_result using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on jury_result to livret_app;

-- After: the end of the clock told and decided, the parchment received and handed over.
create table exam_after (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  kind text not null,
  on_day date not null,
  said jsonb not null,
  noted_by text not null,
  noted_at timestamptz not null,
  primary key (establishment_id, id)
);
create index exam_after_of on exam_after (establishment_id, enrolment, noted_at);
alter table exam_after enable row level security;
create policy school on exam_after using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on exam_after to livret_app;
