-- How long things are kept, who asked for what is held about them, and what became of it.

-- What may not be erased for the time being, and why: a dispute, an inspection. Lifted, it stays as a fact.
create table legal_hold (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  about text not null, -- the chain of what is held, such as `dossier:<id>`
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  primary key (establishment_id, id)
);
create unique index legal_hold_in_force on legal_hold (establishment_id, about) where lifted_at is null;
alter table legal_hold enable row level security;
create policy school on legal_hold using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on legal_hold to livret_app;

-- What was erased, without a word of whose it was: for the report of the purge. An ordinary row; the proof of each
-- erasure is in the record of its own chain.
create table erasure (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  holding text not null,
  kind text not null, -- the period that was over, by its name in the school's file
  why text not null check (why in ('period', 'asked')),
  due_on date not null,
  rows integer not null,
  erased_at timestamptz not null,
  report uuid,
  primary key (establishment_id, id)
);
create index erasure_unreported on erasure (establishment_id, erased_at) where report is null;
alter table erasure enable row level security;
create policy school on erasure using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on erasure to livret_app;

-- What a purge did, as it was reported; never changed.
create table purge_report (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  number integer not null, -- 1, 2, 3… in each school
  day date not null,
  made_at timestamptz not null,
  erased jsonb not null, -- [{holding, kind, why, count, rows, dueFrom, dueTo, months, article, confidence}]
  held jsonb not null, -- [{holding, kind, count}]: past their period, and held
  primary key (establishment_id, id)
);
create unique index purge_report_by_number on purge_report (establishment_id, number);
alter table purge_report enable row level security;
create policy school on purge_report using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on purge_report to livret_app;

-- A person asks for a copy of all that is held about them, or for its erasure.
create table data_request (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  account uuid not null,
  kind text not null check (kind in ('copy', 'erasure')),
  language text not null check (language in ('fr', 'en')),
  asked_at timestamptz not null,
  primary key (establishment_id, id)
);
create index data_request_by_account on data_request (establishment_id, account, asked_at);
create index data_request_by_age on data_request (establishment_id, asked_at);
alter table data_request enable row level security;
create policy school on data_request using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on data_request to livret_app;

-- How far the work on it got; its id is the request's. It changes, and proves nothing.
create table data_request_work (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  state text not null check (state in ('asked', 'ready', 'done')),
  size bigint, -- of the file that was made
  sha256 text,
  outcome jsonb, -- of an erasure: [{holding, count, kept, why}]
  ready_at timestamptz,
  expires_at timestamptz,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references data_request (establishment_id, id) on delete cascade
);
create index data_request_work_by_end on data_request_work (establishment_id, expires_at) where expires_at is not null;
alter table data_request_work enable row level security;
create policy school on data_request_work using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on data_request_work to livret_app;
