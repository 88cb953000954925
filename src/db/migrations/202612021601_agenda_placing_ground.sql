-- Why something stands on a day or at an hour that was questioned: a holiday, a closure, a past day, a second exam of one day, an exam sat
-- again during a lesson. Appended with each placing; the one of the present day of the thing holds.
create table placing_ground (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  what text not null, -- the chain of what is placed: lesson:<id>
  on_day date not null,
  kinds jsonb not null, -- what was questioned: ["holiday"]
  taken jsonb not null, -- for whom, where it is about people: ["account:<id>"]
  ground text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  primary key (establishment_id, id)
);
create index placing_ground_of on placing_ground (establishment_id, what);
alter table placing_ground enable row level security;
create policy school on placing_ground using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on placing_ground to livret_app;
