-- What a guest of the authority was let in for, one row a thing: everybody else is named by the thing's own rows. `thing` is its chain.
create table guest_thing (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  guest uuid not null,
  thing text not null,
  named_by text not null,
  named_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, guest, thing),
  foreign key (establishment_id, guest) references guest (establishment_id, id)
);
create index guest_thing_of on guest_thing (establishment_id, thing);
alter table guest_thing enable row level security;
create policy school on guest_thing using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on guest_thing to livret_app;
