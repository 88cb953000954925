-- Who opened a person's file, for that person to see: apart from the audit record, which holds what was done and not what
-- was read. It proves nothing against whoever runs the database; it tells the person what the service knows.
create table file_opening (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  about text not null, -- the chain of what was opened, such as `dossier:<id>`
  whose text, -- the account of the person it is about, such as `account:<id>`; null where they have none
  opener text not null, -- as an audit record names an actor
  roles text not null, -- what the opener was in the school at that moment, by the names of the roles
  what jsonb not null, -- {fr, en}: which part, in words
  opened_at timestamptz not null,
  primary key (establishment_id, id)
);
create index file_opening_by_person on file_opening (establishment_id, whose, opened_at);
create index file_opening_by_subject on file_opening (establishment_id, about, opener, opened_at);
alter table file_opening enable row level security;
create policy school on file_opening using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on file_opening to livret_app;
