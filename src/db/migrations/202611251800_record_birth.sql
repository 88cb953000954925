-- What a deployment was made as: written once, before anybody has an account. One born as a demonstration stays one.
create table birth (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id text not null check (id = 'deployment'),
  demo boolean not null,
  born_at timestamptz not null,
  shown jsonb not null, -- [{school, account, label}]: whom a visitor of a demonstration may enter as
  primary key (establishment_id, id)
);
alter table birth enable row level security;
create policy school on birth using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on birth to livret_app;
