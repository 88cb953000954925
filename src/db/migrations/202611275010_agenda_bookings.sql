-- The rooms of a school, and who and which of them is taken when: over interviews, teaching and exams alike, nobody and no
-- room is twice at one time.
create schema if not exists gist;
create extension if not exists btree_gist with schema gist;

create table room (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  name text not null,
  seats integer not null check (seats >= 1),
  site text not null default '',
  entered_by text not null,
  entered_at timestamptz not null,
  closed_at timestamptz, -- no longer to be booked
  primary key (establishment_id, id)
);
create unique index room_in_use on room (establishment_id, lower(name), site) where closed_at is null;
alter table room enable row level security;
create policy school on room using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on room to livret_app;

create table booking (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  what text not null, -- the chain of what it is for: interview:<id>
  taken text not null, -- room:<id>, account:<id>, guest:<id>
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at), -- what begins then does not overlap it
  primary key (establishment_id, id),
  constraint booking_once exclude using gist (establishment_id with =, taken with =, tstzrange(from_at, until_at) with &&)
);
create index booking_of on booking (establishment_id, what);
create index booking_when on booking (establishment_id, taken, until_at);
alter table booking enable row level security;
create policy school on booking using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on booking to livret_app;
