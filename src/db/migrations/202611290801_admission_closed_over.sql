-- Over what a commission closed all the same, and why: applications still open, somebody not decided on, somebody unheard. What is
-- about somebody stands in the chain of their dossier and goes with it; `dossier` is null of the intake itself.
create table commission_ground (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  commission uuid not null,
  condition text not null check (condition in ('intake-closed', 'decided', 'heard')),
  dossier uuid,
  says text not null, -- the sentence of what was not met, and its values
  told jsonb not null,
  ground text not null check (ground <> ''),
  said_by text not null,
  said_at timestamptz not null,
  primary key (establishment_id, id),
  unique nulls not distinct (establishment_id, commission, condition, dossier),
  check ((condition = 'intake-closed') = (dossier is null))
);
create index commission_ground_of_dossier on commission_ground (establishment_id, dossier) where dossier is not null;
alter table commission_ground enable row level security;
create policy school on commission_ground using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on commission_ground to livret_app;
