-- What is kept as long as something that came of it: the application of whoever is in training.
create table kept_longer (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null, -- of what is kept: a dossier's
  by text not null, -- the chain of what keeps it
  since timestamptz not null,
  primary key (establishment_id, id)
);
create index kept_longer_by on kept_longer (establishment_id, by);
alter table kept_longer enable row level security;
create policy school on kept_longer using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on kept_longer to livret_app;
