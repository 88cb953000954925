-- Bytes that the store keeps, once for each school however often they were sent, under the key
-- `<school>/<two first digits>/<sha256>-<copy>`. Rows of the two tables below name them; when the last is gone, the row
-- goes, and then the bytes. Sent again meanwhile, the same bytes are another copy under another key, so that no removal
-- ever meets an arrival.
create table file_copy (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  copy text not null check (copy ~ '^[0-9a-f]{8}$'),
  size integer not null check (size > 0),
  type text not null,
  pages integer, -- of a PDF
  scan text not null check (scan in ('none', 'waiting', 'clean', 'infected')), -- 'none' where nothing analyses files
  scanned_at timestamptz,
  found text, -- what the analysis found, by its own name
  kept_at timestamptz not null,
  primary key (establishment_id, sha256)
);
create index file_copy_by_scan on file_copy (establishment_id, scan, kept_at) where scan <> 'clean';
alter table file_copy enable row level security;
create policy school on file_copy using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on file_copy to livret_app;

-- A file that a person sent and that no act has taken yet: an ordinary row, which goes after a day.
create table upload (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  account uuid not null,
  sha256 text not null,
  name text not null,
  given_sha256 text not null, -- of the bytes as they were sent, before a photo was converted or lost its place
  notices jsonb not null, -- a list: what the person was told of the file, by names of ours
  received_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, sha256) references file_copy (establishment_id, sha256)
);
create index upload_by_account on upload (establishment_id, account, received_at);
create index upload_by_age on upload (establishment_id, received_at);
create index upload_by_bytes on upload (establishment_id, sha256);
alter table upload enable row level security;
create policy school on upload using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on upload to livret_app;

-- A file that an act attached to its subject; the act's record seals the row.
create table stored_file (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- that of the upload
  about text not null, -- the chain of the subject, such as `dossier:<id>`
  slot text not null,
  position integer not null,
  account uuid not null, -- who sent it
  sha256 text not null,
  given_sha256 text not null,
  size integer not null,
  type text not null,
  pages integer,
  name text not null,
  notices jsonb not null,
  received_at timestamptz not null,
  attached_at timestamptz not null,
  detached_at timestamptz, -- put aside by a later act, and kept because something sealed speaks of it
  primary key (establishment_id, id),
  foreign key (establishment_id, sha256) references file_copy (establishment_id, sha256)
);
create index stored_file_by_about on stored_file (establishment_id, about, slot, position);
create index stored_file_by_bytes on stored_file (establishment_id, sha256);
alter table stored_file enable row level security;
create policy school on stored_file using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on stored_file to livret_app;
