-- A reminder of what is late, as it was released.
create table dunning (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  charge uuid not null,
  level integer not null check (level > 0),
  sent_on date not null,
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, charge) references charge (establishment_id, id)
);
create unique index dunning_once on dunning (establishment_id, charge, level);
alter table dunning enable row level security;
create policy school on dunning using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on dunning to livret_app;
