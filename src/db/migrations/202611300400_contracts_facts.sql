-- What is agreed on with each person admitted: who pays what, what was handed over, signed, granted, withdrawn. Only ever added to.
create table contract_fact (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  dossier uuid not null, -- there is one contract for each
  place integer not null check (place >= 1), -- of this contract
  kind text not null,
  on_day date not null, -- the day on which it happened, at most that on which it was noted
  details jsonb not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, dossier, place)
);
alter table contract_fact enable row level security;
create policy school on contract_fact using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on contract_fact to livret_app;

-- Where each contract stands by its facts; nothing in it depends on today.
create table contract_state (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null, -- of the dossier
  state text not null,
  relief uuid, -- the decision on hours that its price comes from
  papers jsonb not null, -- what each payer signs or answers, and whether it did
  to_hand text[] not null, -- what is still to be handed over
  changed_at timestamptz not null,
  primary key (establishment_id, id)
);
alter table contract_state enable row level security;
create policy school on contract_state using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on contract_state to livret_app;
