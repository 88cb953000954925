-- Checkpoints: the heads of a school's audit chains, sealed together and one after the other, so that a chain cut short with
-- its head, or taken away whole, is noticed. No update and no delete are granted on what proves.
create table checkpoint (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id integer not null check (id > 0), -- its number: 1, 2, 3… in each school
  at timestamptz not null,
  heads integer not null, -- how many chains moved since the one before
  root bytea not null, -- the hash of the list of their heads
  prev bytea not null, -- the hash of the checkpoint before
  hash bytea not null,
  primary key (establishment_id, id)
);
alter table checkpoint enable row level security;
create policy school on checkpoint using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on checkpoint to livret_app;

-- The heads that a checkpoint sealed. It has no `id`: no record names its rows one by one, the checkpoint's root covers them.
create table checkpoint_head (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  checkpoint integer not null,
  chain text not null check (chain !~ '\n'), -- a line of the list whose hash is the root
  seq integer not null,
  hash bytea not null,
  primary key (establishment_id, checkpoint, chain),
  unique (establishment_id, chain, seq)
);
alter table checkpoint_head enable row level security;
create policy school on checkpoint_head using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on checkpoint_head to livret_app;

-- What a timestamping authority (RFC 3161) signed of a checkpoint, whose number is the id.
create table checkpoint_timestamp (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id integer not null,
  token bytea not null,
  stamped_at timestamptz not null, -- by the authority's clock
  primary key (establishment_id, id)
);
alter table checkpoint_timestamp enable row level security;
create policy school on checkpoint_timestamp using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on checkpoint_timestamp to livret_app;

-- Why the last timestamp could not be had, until one is: one row a school, for `livret doctor`. It proves nothing.
create table timestamp_failure (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  at timestamptz not null,
  reason jsonb not null, -- in both languages
  primary key (establishment_id)
);
alter table timestamp_failure enable row level security;
create policy school on timestamp_failure using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on timestamp_failure to livret_app;
