-- What was decided of somebody whose dossier conforms, and what they answered: only ever added. What a fact holds is about one
-- person and goes with their dossier; a correction is a new fact that names the one it replaces.
create table admission_fact (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  dossier uuid not null,
  place integer not null, -- among all facts of that dossier
  kind text not null,
  list uuid, -- of what is said in a list or of one's place in it: which
  at timestamptz not null,
  by_actor text not null,
  details jsonb not null,
  primary key (establishment_id, id),
  unique (establishment_id, dossier, place)
);
create index admission_fact_by_list on admission_fact (establishment_id, list, dossier, place) where list is not null;
alter table admission_fact enable row level security;
create policy school on admission_fact using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on admission_fact to livret_app;

-- The commission of an intake. While it sits, its day and its members may change; once closed, it is what it was: the terms under
-- which places are offered, and the hash of all that it decided, which stands in the chains of those it decided on.
create table commission (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  intake uuid not null,
  held_on date not null,
  members jsonb not null, -- [{seat, name, actor?, present, representing?}]
  version integer not null,
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  terms jsonb, -- {places, decidedOn, answerWithin, callsUntil?}
  hash text, -- sha256:… of the canonical JSON of what was closed
  basis jsonb,
  primary key (establishment_id, id),
  check ((closed_at is null) = (hash is null)),
  check ((closed_at is null) = (terms is null))
);
create unique index commission_of_intake on commission (establishment_id, intake);
alter table commission enable row level security;
create policy school on commission using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on commission to livret_app;

-- What a commission that sits is about to decide of each. Closing makes facts of it.
create table commission_proposal (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  commission uuid not null,
  dossier uuid not null,
  decision text not null check (decision in ('admitted', 'waiting', 'refused')),
  rank integer,
  grounds text not null,
  version integer not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, commission, dossier),
  check ((decision = 'waiting') = (rank is not null))
);
alter table commission_proposal enable row level security;
create policy school on commission_proposal using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on commission_proposal to livret_app;

-- Whose it is, so that it is found when the dossier is gone; and the list one stands in.
alter table admission_state add column account uuid;
alter table admission_state add column list uuid;
create index admission_state_of_account on admission_state (establishment_id, account) where account is not null;
