-- A charge that nobody asks for until somebody says what becomes of it: what it was charged for came to nothing. The end of
-- it is a row of its own: it is asked for again, by a person with a reason, or because what it is for goes on after all.
create table charge_suspension (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  charge uuid not null,
  suspended_on date not null,
  why jsonb not null, -- in each language, said by what it was charged for
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, charge) references charge (establishment_id, id)
);
create index charge_suspension_by_charge on charge_suspension (establishment_id, charge);
alter table charge_suspension enable row level security;
create policy school on charge_suspension using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on charge_suspension to livret_app;

create table charge_suspension_end (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the suspension's own
  charge uuid not null,
  ended_on date not null,
  reason text, -- a person's; null where it ended by itself
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references charge_suspension (establishment_id, id)
);
create index charge_suspension_end_by_charge on charge_suspension_end (establishment_id, charge);
alter table charge_suspension_end enable row level security;
create policy school on charge_suspension_end using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on charge_suspension_end to livret_app;

alter table charge_state add column suspended boolean not null default false;
create index charge_state_suspended on charge_state (establishment_id, due_on, id) where suspended;
