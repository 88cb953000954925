-- That somebody is asked a survey, and whether they answered: never what. In the chain of the enrolment, and erased with it. Whoever has
-- neither an account nor an address by mail is «unreached»: known, and not counted among those asked.
create table survey_ask (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  survey text not null,
  diploma text not null,
  campus text not null,
  year integer not null, -- of the planned end, or of the jury
  asked_on date not null,
  closes_on date not null, -- the last day
  reminded integer not null default 0, -- days after which it was last reminded of
  state text not null check (state in ('open', 'answered', 'ended', 'unreached')),
  primary key (establishment_id, id),
  unique (establishment_id, enrolment, survey, year)
);
create index survey_ask_open on survey_ask (establishment_id, closes_on, id) where state = 'open';
create index survey_ask_of_box on survey_ask (establishment_id, diploma, year, campus, survey);
alter table survey_ask enable row level security;
create policy school on survey_ask using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on survey_ask to livret_app;

-- The links of one that is open, hashed; they go when it is answered, and at its end.
create table survey_link (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  ask uuid not null,
  hash bytea not null,
  primary key (establishment_id, id),
  unique (establishment_id, hash)
);
create index survey_link_of on survey_link (establishment_id, ask);
alter table survey_link enable row level security;
create policy school on survey_link using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on survey_link to livret_app;

-- What was answered, before the survey is closed: one row for all people of a year and site, with how often each answer was given. It has
-- no row, number, order, day or hour of an answer, so that none leads to who gave it. No act records it: a salted hash of each step would
-- let the answer between two of them be guessed. Texts are in the order of their letters.
create table survey_box (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  diploma text not null,
  year integer not null,
  campus text not null,
  survey text not null,
  asked integer not null check (asked >= 0),
  answered integer not null check (answered between 0 and asked),
  tallies jsonb not null,
  texts jsonb not null,
  months jsonb not null, -- how many answers came in each month
  primary key (establishment_id, diploma, year, campus, survey)
);
alter table survey_box enable row level security;
create policy school on survey_box using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on survey_box to livret_app;

-- The same once it is closed, recorded: from here it is read.
create table survey_closing (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  diploma text not null,
  year integer not null,
  campus text not null,
  survey text not null,
  asked integer not null check (asked >= 0),
  answered integer not null check (answered between 0 and asked),
  tallies jsonb not null,
  texts jsonb not null,
  months jsonb not null,
  closed_on date not null,
  primary key (establishment_id, id),
  unique (establishment_id, diploma, year, campus, survey)
);
alter table survey_closing enable row level security;
create policy school on survey_closing using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on survey_closing to livret_app;
