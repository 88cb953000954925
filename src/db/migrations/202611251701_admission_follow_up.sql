-- What follows a submission. A complement that is given is sealed and receipted as the dossier was, in the same series.
alter table submission add column kind text not null default 'whole' check (kind in ('whole', 'complement'));
alter table submission add column items jsonb not null default '[]'; -- of a complement: the keys of what was asked again
alter table submission add column checkpoint jsonb; -- {number, hash}: the last that the school had sealed by then
alter table submission add column by_actor text; -- who handed it in: of a dossier on paper, who attests the signature
alter table submission add column received_on date; -- of a dossier on paper: the day it came to the school

-- Where to write to somebody who applied without an account; null where they gave no address, or have one.
alter table dossier add column address text;

-- What the person and the school write to each other about one dossier. Nothing of it is ever changed.
create table dossier_message (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  dossier uuid not null,
  side text not null check (side in ('person', 'school')), -- who wrote it
  by_actor text not null,
  at timestamptz not null,
  text text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, dossier) references dossier (establishment_id, id)
);
create index dossier_message_by_dossier on dossier_message (establishment_id, dossier, at, id);
alter table dossier_message enable row level security;
create policy school on dossier_message using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on dossier_message to livret_app;

-- Up to when each side has opened the messages of a dossier: what came later is unread. A mark, not a proof.
create table dossier_reading (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  dossier uuid not null,
  side text not null check (side in ('person', 'school')),
  read_at timestamptz not null,
  primary key (establishment_id, dossier, side),
  foreign key (establishment_id, dossier) references dossier (establishment_id, id)
);
alter table dossier_reading enable row level security;
create policy school on dossier_reading using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on dossier_reading to livret_app;

-- By which somebody who applied on paper or by telephone confirms what was entered for them: a link and a code, both kept
-- as hashes. A new one takes the place of the one before.
create table dossier_confirmation (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  dossier uuid not null,
  link_hash bytea not null,
  code_hash bytea not null,
  tries integer not null check (tries >= 0), -- wrong codes typed
  made_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, link_hash),
  unique (establishment_id, dossier),
  foreign key (establishment_id, dossier) references dossier (establishment_id, id)
);
alter table dossier_confirmation enable row level security;
create policy school on dossier_confirmation using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on dossier_confirmation to livret_app;
