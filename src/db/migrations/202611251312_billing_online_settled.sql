-- What was told of a payment online and fits no charge, once a person saw to it with the provider.
create table online_settlement (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null, -- the event's own
  settled_on date not null,
  reason text not null,
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references online_event (establishment_id, id)
);
alter table online_settlement enable row level security;
create policy school on online_settlement using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on online_settlement to livret_app;
