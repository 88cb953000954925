-- The secret address of a guest's own calendar: at most one each, replaced or taken back by the guest; it gives nothing once the
-- invitation is over.
create table guest_calendar (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  guest uuid not null,
  token_hash bytea not null,
  made_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, token_hash),
  unique (establishment_id, guest),
  foreign key (establishment_id, guest) references guest (establishment_id, id)
);
alter table guest_calendar enable row level security;
create policy school on guest_calendar using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on guest_calendar to livret_app;
