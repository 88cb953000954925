-- A bank file that was read and not confirmed yet: what is shown before anything is done. Money received only; it goes
-- with the import, or after a day.
create table bank_draft (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null check (id ~ '^sha256:[0-9a-f]{64}$'), -- of the bytes, as `bank_file`
  name text not null,
  format text not null,
  account text,
  lines jsonb not null,
  spent integer not null,
  skipped jsonb not null,
  read_at timestamptz not null,
  primary key (establishment_id, id)
);
create index bank_draft_by_age on bank_draft (establishment_id, read_at);
alter table bank_draft enable row level security;
create policy school on bank_draft using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on bank_draft to livret_app;
