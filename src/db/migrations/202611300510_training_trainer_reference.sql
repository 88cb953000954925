-- What a contract says of a trainer: diplomas, titles or references, in the school's words. Append-only: the last of each trainer counts.
create table trainer_reference (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  trainer text not null, -- account:… or guest:…
  words text not null,
  noted_by text not null,
  noted_at timestamptz not null,
  primary key (establishment_id, id)
);
create index trainer_reference_of on trainer_reference (establishment_id, trainer, noted_at);
alter table trainer_reference enable row level security;
create policy school on trainer_reference using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on trainer_reference to livret_app;
