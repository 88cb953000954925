-- An intake («campagne»): when one may apply, for what, and on which terms. While it is prepared the row is a draft with a
-- version; once opened only a few settings may still change, and each change leaves a row in the log.
create table intake (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  diploma text not null,
  law_version text not null,
  state text not null check (state in ('preparing', 'open', 'closed')),
  version integer not null,
  settings jsonb not null, -- as the school said them: minutes of its own clock
  opens_at timestamptz, -- the instants they come to
  closes_at timestamptz, -- the last instant of the last second
  prepared_from uuid, -- which may since have been thrown away
  prepared_at timestamptz not null,
  prepared_by text not null,
  opened_at timestamptz,
  opened_by text,
  basis jsonb, -- the hashes of both files of the law on the day it was opened
  primary key (establishment_id, id),
  check (state = 'preparing' or num_nulls(opens_at, closes_at, opened_at, opened_by, basis) = 0)
);
create index intake_by_closing on intake (establishment_id, diploma, closes_at);
create index intake_to_close on intake (establishment_id, closes_at) where state = 'open';
alter table intake enable row level security;
create policy school on intake using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on intake to livret_app;

-- What was changed of an opened intake, why, and by whom. Never changed, never deleted.
create table intake_change (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  intake uuid not null,
  changed_at timestamptz not null,
  changed_by text not null,
  reason text not null,
  before jsonb not null, -- the settings that changed, and no others
  after jsonb not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, intake) references intake (establishment_id, id)
);
create index intake_change_by_intake on intake_change (establishment_id, intake, changed_at);
alter table intake_change enable row level security;
create policy school on intake_change using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on intake_change to livret_app;
