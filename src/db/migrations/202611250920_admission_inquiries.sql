-- The working draft of a person's answers in the public check. Nobody is named: whoever holds the token holds the draft.
create table inquiry (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  token_hash bytea not null,
  version integer not null,
  facts jsonb not null,
  touched_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, token_hash)
);
create index inquiry_by_age on inquiry (establishment_id, touched_at);
alter table inquiry enable row level security;
create policy school on inquiry using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on inquiry to livret_app;
