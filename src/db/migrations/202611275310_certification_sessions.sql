-- A session of exams, who is presented to what, and the register of those who examine and decide. What is about somebody in
-- training is recorded in a chain of theirs (`certified:<enrolment>`); marks are not among it, since nobody concerned is shown
-- one before the State has notified it.
create table exam_session (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  diploma text not null,
  law_version text not null,
  name text not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  receives_by date not null, -- by which the authority is to have what it is sent
  opened_by text not null,
  opened_at timestamptz not null,
  primary key (establishment_id, id)
);
create unique index exam_session_named on exam_session (establishment_id, diploma, lower(name));
create index exam_session_by_day on exam_session (establishment_id, until_day desc, id);
alter table exam_session enable row level security;
create policy school on exam_session using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on exam_session to livret_app;

-- What went to the authority for a session, and when.
create table exam_sent (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  session uuid not null,
  what text not null, -- by its key in the référentiel
  sent_on date not null,
  note text not null default '',
  noted_by text not null,
  noted_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, session) references exam_session (establishment_id, id)
);
create index exam_sent_of on exam_sent (establishment_id, session, noted_at);
alter table exam_sent enable row level security;
create policy school on exam_sent using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on exam_sent to livret_app;

-- The register: whoever may examine or sit, with what a jury's composition asks of them.
create table exam_person (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  name text not null,
  actors jsonb not null default '[]', -- account:…, guest:…: a guest comes once for each role
  address text, -- of whoever has no account and is no guest yet
  college text,
  seat text,
  side text,
  employer text not null default '',
  version integer not null default 1,
  entered_by text not null,
  entered_at timestamptz not null,
  ended_at timestamptz, -- no longer to be chosen
  primary key (establishment_id, id)
);
alter table exam_person enable row level security;
create policy school on exam_person using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on exam_person to livret_app;

-- The authority's order that appoints the jury of a session, and those that amend it.
create table jury_order (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  session uuid not null,
  number text not null,
  signed_on date not null,
  amends uuid,
  scan uuid, -- the paper, a file
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, session) references exam_session (establishment_id, id),
  foreign key (establishment_id, amends) references jury_order (establishment_id, id)
);
create index jury_order_of on jury_order (establishment_id, session, signed_on, entered_at);
alter table jury_order enable row level security;
create policy school on jury_order using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on jury_order to livret_app;

-- Who was named for a session, on which day: a member of the jury by an order, or an examiner of one exam.
create table exam_designation (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  session uuid not null,
  person uuid not null,
  exam text, -- of a member, none
  by text not null, -- authority, establishment, jury: whose to name it is
  designated_on date not null,
  jury_order uuid,
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id),
  check ((exam is null) = (jury_order is not null)),
  foreign key (establishment_id, session) references exam_session (establishment_id, id),
  foreign key (establishment_id, person) references exam_person (establishment_id, id),
  foreign key (establishment_id, jury_order) references jury_order (establishment_id, id)
);
create index exam_designation_of on exam_designation (establishment_id, session, person);
alter table exam_designation enable row level security;
create policy school on exam_designation using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on exam_designation to livret_app;

-- What somebody in training brought with them or was given outside a session of this school: a dispense, a validation.
create table exam_held (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  domain text not null,
  dispensed_by text, -- the title
  confirmed_by text, -- of a contested dispense
  confirmed boolean,
  validated_on date, -- notification of an earlier decision
  paper text not null, -- the decision, as it calls itself
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id),
  check ((dispensed_by is null) <> (validated_on is null))
);
create index exam_held_of on exam_held (establishment_id, enrolment, entered_at);
alter table exam_held enable row level security;
create policy school on exam_held using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on exam_held to livret_app;

-- Who is presented, and to which exams.
create table exam_entry (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  session uuid not null,
  enrolment uuid not null,
  account uuid not null,
  name text not null,
  exams jsonb not null,
  director uuid, -- who directs the work that is defended, or stands in for whoever did
  presented_by text not null,
  presented_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  primary key (establishment_id, id),
  foreign key (establishment_id, session) references exam_session (establishment_id, id),
  foreign key (establishment_id, director) references exam_person (establishment_id, id)
);
create unique index exam_entry_once on exam_entry (establishment_id, session, enrolment) where withdrawn_at is null;
create index exam_entry_of on exam_entry (establishment_id, enrolment);
create index exam_entry_account on exam_entry (establishment_id, account);
alter table exam_entry enable row level security;
create policy school on exam_entry using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on exam_entry to livret_app;

-- «I know this person»: what binds somebody of the register to a candidate.
create table exam_link (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  entry uuid not null,
  person uuid not null,
  kind text not null,
  declared_by text not null,
  declared_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, entry) references exam_entry (establishment_id, id),
  foreign key (establishment_id, person) references exam_person (establishment_id, id)
);
create unique index exam_link_once on exam_link (establishment_id, entry, person, kind);
alter table exam_link enable row level security;
create policy school on exam_link using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on exam_link to livret_app;
