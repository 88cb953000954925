-- A dossier: one person's application to one intake. Its sections are a draft, saved as often as one likes; what was
-- submitted, and whatever else happened, are facts that are only added.
create sequence dossier_number;
grant usage on sequence dossier_number to livret_app;

create table dossier (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  intake uuid not null,
  number text not null, -- such as `D-2026-000123`: what the school and the person call it
  account uuid, -- whose it is; null while somebody who applied on paper has no account
  entered text not null check (entered in ('online', 'paper', 'phone')),
  language text not null check (language in ('fr', 'en')),
  started_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, number)
);
-- One person applies once to an intake: two tabs that begin at once begin one dossier.
create unique index dossier_of_account on dossier (establishment_id, account, intake) where account is not null;
create index dossier_by_intake on dossier (establishment_id, intake, id);
alter table dossier enable row level security;
create policy school on dossier using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on dossier to livret_app;

-- What was typed, as it was typed, so that a draft may be incomplete or wrong in every way. `version` counts the saves.
create table dossier_section (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  dossier uuid not null,
  section text not null,
  version integer not null check (version > 0),
  contents jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (establishment_id, id),
  unique (establishment_id, dossier, section),
  foreign key (establishment_id, dossier) references dossier (establishment_id, id)
);
alter table dossier_section enable row level security;
create policy school on dossier_section using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on dossier_section to livret_app;

-- A dossier as it was handed in. Taken back, corrected and handed in again it is another row, and every receipt remains.
create table submission (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  dossier uuid not null,
  place integer not null, -- among all that happened to the dossier
  number text not null, -- such as `D-2026-000123-1`: of the receipt
  submitted_at timestamptz not null,
  late boolean not null, -- after the closing: recorded and receipted, and for the school to judge
  contents jsonb not null, -- every section as it stood
  files jsonb not null, -- [{slot, name, sha256, size, pages}]
  decided jsonb not null, -- what the rules answered of eligibility that day
  shown text not null check (shown ~ '^sha256:[0-9a-f]{64}$'), -- of exactly what was on the page that was agreed to
  words text not null, -- the words agreed to
  means text not null, -- how they had shown who they were,
  authenticated_at timestamptz not null, -- and when
  primary key (establishment_id, id),
  unique (establishment_id, number),
  foreign key (establishment_id, dossier) references dossier (establishment_id, id)
);
create unique index submission_by_dossier on submission (establishment_id, dossier, place);
alter table submission enable row level security;
create policy school on submission using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on submission to livret_app;

-- What else happened: taken back, withdrawn, a complement asked and given. A correction is another row.
create table dossier_fact (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  dossier uuid not null,
  place integer not null, -- among all that happened to the dossier
  kind text not null,
  at timestamptz not null,
  by_actor text not null,
  details jsonb not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, dossier) references dossier (establishment_id, id)
);
create unique index dossier_fact_by_dossier on dossier_fact (establishment_id, dossier, place);
alter table dossier_fact enable row level security;
create policy school on dossier_fact using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on dossier_fact to livret_app;

-- What the facts come to, for queues: written by the act that adds a fact, by nothing else, and rebuilt by the doctor.
create table dossier_state (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the dossier's own
  intake uuid not null,
  state text not null,
  due_on date, -- what the candidate must answer by
  changed_at timestamptz not null,
  submitted_at timestamptz,
  name text, -- as the identity section gives it, for lists
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references dossier (establishment_id, id)
);
create index dossier_state_queue on dossier_state (establishment_id, intake, state, changed_at, id);
alter table dossier_state enable row level security;
create policy school on dossier_state using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on dossier_state to livret_app;
