-- The yearly declaration of a training body: an accounting year that is to be declared, what the accountant entered of it, and each deposit
-- with what it counted of each document, which later years subtract. Nothing is changed: a correction is a new version.
create table bpf (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  year integer not null, -- in which the accounting year ends
  from_day date not null,
  to_day date not null,
  due_on date, -- null: the school's file names no day
  opened_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, year),
  check (to_day >= from_day)
);
alter table bpf enable row level security;
create policy school on bpf using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on bpf to livret_app;

create table bpf_entry (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  bpf uuid not null,
  version integer not null check (version > 0),
  charges integer not null check (charges >= 0), -- cents
  trainer_salaries integer not null check (trainer_salaries >= 0),
  purchases integer not null check (purchases >= 0),
  other_turnover integer not null check (other_turnover >= 0),
  distance boolean not null,
  public_body boolean not null,
  naf text not null,
  trainers jsonb not null, -- of the year, each with staff or external
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, bpf, version),
  foreign key (establishment_id, bpf) references bpf (establishment_id, id),
  check (trainer_salaries + purchases <= charges)
);
alter table bpf_entry enable row level security;
create policy school on bpf_entry using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on bpf_entry to livret_app;

create table bpf_deposit (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  bpf uuid not null,
  version integer not null check (version > 0),
  deposited_on date not null,
  receipt text not null,
  answer jsonb not null, -- of the decision
  basis jsonb not null,
  input_hash text not null check (input_hash ~ '^sha256:[0-9a-f]{64}$'),
  counted jsonb not null, -- cents by document and source
  frozen_hash text not null check (frozen_hash ~ '^sha256:[0-9a-f]{64}$'), -- of the answer and of what is counted
  deposited_by text not null,
  noted_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, bpf, version),
  foreign key (establishment_id, bpf) references bpf (establishment_id, id)
);
alter table bpf_deposit enable row level security;
create policy school on bpf_deposit using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on bpf_deposit to livret_app;
