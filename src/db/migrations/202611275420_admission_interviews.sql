-- Days of interviews, and each candidate's interview: where and when, what happened to it, what each interviewer thinks by the
-- criteria of the law and what they agreed. What an interviewer wrote is shown to no other interviewer before that one wrote too.
create table interview_day (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  intake uuid not null,
  on_day date not null,
  settings jsonb not null, -- hours, breaks, lengths, pairs of interviewers, rooms, texts
  draft jsonb, -- a plan that was proposed and is not kept yet
  version integer not null check (version > 0),
  opened_by text not null,
  opened_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (establishment_id, id)
);
create index interview_day_by_intake on interview_day (establishment_id, intake, on_day, id);
alter table interview_day enable row level security;
create policy school on interview_day using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on interview_day to livret_app;

create table interview (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  dossier uuid not null,
  intake uuid not null,
  day uuid not null,
  state text not null, -- computed from what happened (`livret doctor`)
  analysis_room uuid not null,
  analysis_seat integer not null,
  analysis_at timestamptz not null,
  analysis_until timestamptz not null check (analysis_until > analysis_at),
  room uuid not null,
  pair text not null, -- its key among the settings of the day
  begins_at timestamptz not null check (begins_at >= analysis_until),
  ends_at timestamptz not null check (ends_at > begins_at),
  text text, -- the key of the text to analyse, among the settings of the day
  sequence integer not null default 0, -- of its entry in calendars
  version integer not null check (version > 0),
  primary key (establishment_id, id)
);
-- Nobody has two to come.
create unique index interview_to_come on interview (establishment_id, dossier)
  where state not in ('missed', 'postponed', 'cancelled');
create index interview_of_day on interview (establishment_id, day, begins_at, id);
create index interview_of_dossier on interview (establishment_id, dossier);
alter table interview enable row level security;
create policy school on interview using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on interview to livret_app;

-- Who holds an interview.
create table interview_examiner (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  interview uuid not null,
  who text not null, -- account:<id>, guest:<id>
  primary key (establishment_id, id),
  unique (establishment_id, interview, who)
);
create index interview_examiner_who on interview_examiner (establishment_id, who, interview);
alter table interview_examiner enable row level security;
create policy school on interview_examiner using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on interview_examiner to livret_app;

create table interview_fact (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  interview uuid not null,
  place integer not null check (place > 0),
  kind text not null,
  at timestamptz not null,
  by text not null,
  details jsonb not null,
  primary key (establishment_id, id),
  unique (establishment_id, interview, place)
);
alter table interview_fact enable row level security;
create policy school on interview_fact using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on interview_fact to livret_app;

-- What is counted for somebody when their interview is planned: its id is the dossier's.
create table interview_need (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  extra integer not null check (extra between 0 and 100), -- longer by so many percent, where that was arranged
  away jsonb not null, -- hours of the day at which they cannot come
  noted_by text not null,
  noted_at timestamptz not null,
  version integer not null check (version > 0),
  primary key (establishment_id, id)
);
alter table interview_need enable row level security;
create policy school on interview_need using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on interview_need to livret_app;

-- Who knows a candidate and does not examine them.
create table interview_link (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  dossier uuid not null,
  who text not null,
  said text not null,
  at timestamptz not null,
  by text not null,
  primary key (establishment_id, id),
  unique (establishment_id, dossier, who)
);
alter table interview_link enable row level security;
create policy school on interview_link using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on interview_link to livret_app;

-- What one interviewer thinks, on their own first: a draft until it is finished.
create table interview_grid (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  interview uuid not null,
  who text not null,
  appreciations jsonb not null, -- by the key of the criterion
  remark text not null,
  version integer not null check (version > 0),
  saved_at timestamptz not null,
  finished_at timestamptz,
  primary key (establishment_id, id),
  unique (establishment_id, interview, who)
);
alter table interview_grid enable row level security;
create policy school on interview_grid using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on interview_grid to livret_app;

-- What one of them proposes that they all say; it is theirs once each agreed.
create table interview_proposal (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  interview uuid not null,
  appreciations jsonb not null,
  remark text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  primary key (establishment_id, id)
);
create index interview_proposal_of on interview_proposal (establishment_id, interview, proposed_at);
alter table interview_proposal enable row level security;
create policy school on interview_proposal using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on interview_proposal to livret_app;
