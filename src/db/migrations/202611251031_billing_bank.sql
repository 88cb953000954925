-- What a bank says came in, and the cheques that are brought to it.
create sequence cheque_slip_number;
grant usage on sequence cheque_slip_number to livret_app;

-- A file is imported once: its hash is its id. The bytes also tell of salaries and suppliers, so they stay at the bank.
create table bank_file (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null check (id ~ '^sha256:[0-9a-f]{64}$'), -- of its bytes, which are not kept
  name text not null,
  format text not null,
  account text,
  first_on date,
  last_on date,
  lines integer not null, -- received, whether or not an earlier file had brought them
  spent integer not null, -- left out
  skipped integer not null, -- not readable
  imported_at timestamptz not null,
  primary key (establishment_id, id)
);
create index bank_file_by_age on bank_file (establishment_id, imported_at);
alter table bank_file enable row level security;
create policy school on bank_file using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on bank_file to livret_app;

-- Money received, once, whatever the number of files that tell of it.
create table bank_line (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null check (id ~ '^[0-9a-f]{64}$'), -- hash of the account and of what tells the line from every other
  file text not null,
  position integer not null,
  booked_on date not null,
  amount integer not null check (amount > 0),
  label text not null,
  counterparty text,
  servicer_reference text,
  primary key (establishment_id, id),
  foreign key (establishment_id, file) references bank_file (establishment_id, id)
);
create index bank_line_by_file on bank_line (establishment_id, file, position);
alter table bank_line enable row level security;
create policy school on bank_line using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on bank_line to livret_app;

-- Money that pays no charge of ours: a subsidy, a course that is invoiced elsewhere.
create table bank_line_aside (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null, -- the line's own
  set_on date not null,
  reason text not null,
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references bank_line (establishment_id, id)
);
alter table bank_line_aside enable row level security;
create policy school on bank_line_aside using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on bank_line_aside to livret_app;

-- What is left of a line, kept as `charge_state` is.
create table bank_line_state (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null, -- the line's own
  booked_on date not null,
  remaining integer not null, -- not matched yet; nothing once set aside
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references bank_line (establishment_id, id)
);
create index bank_line_state_open on bank_line_state (establishment_id, booked_on, id) where remaining > 0;
alter table bank_line_state enable row level security;
create policy school on bank_line_state using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on bank_line_state to livret_app;

create table cheque_slip (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  number text not null, -- such as `B-2026-000012`
  deposited_on date not null,
  count integer not null,
  total integer not null,
  primary key (establishment_id, id),
  unique (establishment_id, number)
);
alter table cheque_slip enable row level security;
create policy school on cheque_slip using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on cheque_slip to livret_app;

create table cheque (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  slip uuid not null,
  position integer not null,
  charge uuid not null,
  amount integer not null check (amount > 0),
  drawer text not null,
  bank text,
  number text,
  primary key (establishment_id, id),
  foreign key (establishment_id, slip) references cheque_slip (establishment_id, id),
  foreign key (establishment_id, charge) references charge (establishment_id, id)
);
create index cheque_by_slip on cheque (establishment_id, slip, position);
alter table cheque enable row level security;
create policy school on cheque using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on cheque to livret_app;
