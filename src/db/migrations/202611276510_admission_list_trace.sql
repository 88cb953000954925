-- What a list was told of somebody whose candidacy is erased: which place they had, and on which day what became of it; of the
-- person nothing. Without it, those who stayed would be called on other days than they were.
create table admission_trace (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  list uuid not null,
  somebody uuid not null, -- made up as they are erased: it is in no other table
  seat integer not null check (seat >= 0), -- in the order of the list
  place integer not null check (place > 0),
  kind text not null,
  at timestamptz not null,
  details jsonb not null, -- decision and rank, or the day
  primary key (establishment_id, id)
);
create index admission_trace_of on admission_trace (establishment_id, list);
alter table admission_trace enable row level security;
create policy school on admission_trace using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on admission_trace to livret_app;
