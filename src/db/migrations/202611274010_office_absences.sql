-- Days on which somebody who deals with dossiers is away, and who stands in. What is over is erased: the record says that it was.
create table absence (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  account uuid not null,
  stand_in uuid not null check (stand_in <> account),
  from_day date not null,
  until date not null check (until >= from_day), -- its last day
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id)
);
alter table absence enable row level security;
create policy school on absence using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on absence to livret_app;
