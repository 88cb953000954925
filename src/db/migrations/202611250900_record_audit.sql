-- Who did what, when, on which rows. One chain of records a subject; each record is sealed by the hash of the one before.
-- Every table of a school has its columns `establishment_id` and `id`, or says why not; the column names its own school,
-- so that no store has to.

-- The head of each chain, locked by the act that adds to it; and its salt, without which no hash can be traced to a value.
create table audit_chain (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  chain text not null,
  seq integer not null,
  hash bytea not null,
  salt bytea, -- null once the subject is erased
  primary key (establishment_id, chain)
);
alter table audit_chain enable row level security;
create policy school on audit_chain using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on audit_chain to livret_app;

-- No update and no delete are granted: a record, once written, stays.
create table audit_record (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  chain text not null,
  seq integer not null,
  act text not null,
  actor text not null,
  at timestamptz not null,
  due date, -- the day the calendar asked for it, where the calendar did
  erases boolean not null,
  stored jsonb not null, -- [{table, id, hash}]: the salted hash of each row as stored, never its values
  prev bytea not null,
  hash bytea not null,
  primary key (establishment_id, chain, seq)
);
alter table audit_record enable row level security;
create policy school on audit_record using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on audit_record to livret_app;

-- The first outcome of each attempt, so that sending twice does once. The attempt's own id is its key and is not kept:
-- whoever reads this table learns nothing from it.
create table attempt (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id bytea not null,
  request bytea not null,
  outcome bytea not null,
  chain text,
  at timestamptz not null,
  primary key (establishment_id, id)
);
create index attempt_by_chain on attempt (establishment_id, chain);
create index attempt_by_age on attempt (establishment_id, at);
alter table attempt enable row level security;
create policy school on attempt using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on attempt to livret_app;
