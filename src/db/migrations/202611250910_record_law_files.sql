-- Every référentiel and school file ever loaded, whole, under its hash (the id): a decision is replayed from the very bytes.
create table law_file (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null check (id ~ '^sha256:[0-9a-f]{64}$'),
  name text not null,
  bytes bytea not null,
  loaded_at timestamptz not null,
  primary key (establishment_id, id)
);
alter table law_file enable row level security;
create policy school on law_file using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on law_file to livret_app;
