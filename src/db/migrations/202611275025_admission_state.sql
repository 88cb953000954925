-- Where somebody stands whose dossier conforms: kept by the act that changes it, computed from what happened (`livret doctor`).
create table admission_state (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null, -- the dossier
  intake uuid not null,
  state text not null,
  answer_by date, -- of an offer
  rank integer, -- of whoever waits
  changed_at timestamptz not null,
  primary key (establishment_id, id)
);
create index admission_state_by_intake on admission_state (establishment_id, intake, state, id);
alter table admission_state enable row level security;
create policy school on admission_state using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on admission_state to livret_app;
