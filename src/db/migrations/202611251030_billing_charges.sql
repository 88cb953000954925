-- Money that is owed and paid, as facts: none of these rows is ever changed, a correction is another row. Amounts are cents.
create sequence payment_number;
grant usage on sequence payment_number to livret_app;

create table charge (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  about text not null, -- the chain of what is charged for, such as `dossier:<id>`: opaque here
  debtor text, -- `account:<id>`, where somebody owes it under an account
  debtor_name text, -- whose name to look for on a transfer, as told on the day
  lines jsonb not null, -- [{key, label: {fr, en}, amount}]
  total integer not null check (total > 0),
  reference text not null check (reference ~ '^LV-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  charged_on date not null,
  due_on date not null,
  primary key (establishment_id, id),
  unique (establishment_id, reference)
);
create index charge_by_subject on charge (establishment_id, about);
create index charge_by_debtor on charge (establishment_id, debtor);
alter table charge enable row level security;
create policy school on charge using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on charge to livret_app;

-- A transfer that pays two charges is two payments of one line.
create table payment (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  number text not null, -- of its receipt, such as `R-2026-000123`
  charge uuid not null,
  amount integer not null check (amount > 0),
  paid_on date not null,
  recorded_on date not null,
  means text not null check (means in ('transfer', 'cheque', 'online', 'cash')),
  bank_line text, -- at most one of these three says where it was seen
  cheque uuid,
  online text, -- the provider's own id of it
  note text,
  primary key (establishment_id, id),
  unique (establishment_id, number),
  unique (establishment_id, cheque),
  unique (establishment_id, online), -- recorded once for ever
  foreign key (establishment_id, charge) references charge (establishment_id, id),
  check (num_nonnulls(bank_line, cheque, online) <= 1)
);
create index payment_by_charge on payment (establishment_id, charge);
create index payment_by_line on payment (establishment_id, bank_line);
alter table payment enable row level security;
create policy school on payment using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on payment to livret_app;

-- A payment that was none: matched with the wrong charge, or a cheque that came back unpaid.
create table payment_reversal (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the payment's own
  charge uuid not null,
  reversed_on date not null,
  reason text not null,
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references payment (establishment_id, id)
);
create index payment_reversal_by_charge on payment_reversal (establishment_id, charge);
alter table payment_reversal enable row level security;
create policy school on payment_reversal using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on payment_reversal to livret_app;

create table refund (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  charge uuid not null,
  amount integer not null check (amount > 0),
  refunded_on date not null,
  means text not null check (means in ('transfer', 'cheque', 'online', 'cash')),
  reason text not null,
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, charge) references charge (establishment_id, id)
);
create index refund_by_charge on refund (establishment_id, charge);
alter table refund enable row level security;
create policy school on refund using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on refund to livret_app;

create table waiver (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  charge uuid not null,
  amount integer not null check (amount > 0),
  waived_on date not null,
  reason text not null,
  made_by text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, charge) references charge (establishment_id, id)
);
create index waiver_by_charge on waiver (establishment_id, charge);
alter table waiver enable row level security;
create policy school on waiver using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on waiver to livret_app;

-- What the facts of a charge come to: written by the act that adds one, by nothing else, and rebuilt by `livret doctor`.
-- No record seals it: it can be computed again.
create table charge_state (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the charge's own
  state text not null check (state in ('owed', 'part-paid', 'paid', 'over-paid', 'waived', 'refunded')),
  total integer not null,
  paid integer not null,
  waived integer not null,
  refunded integer not null,
  balance integer not null, -- below zero: to be given back
  due_on date not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references charge (establishment_id, id)
);
create index charge_state_owed on charge_state (establishment_id, due_on, id) include (balance) where balance > 0;
create index charge_state_over_paid on charge_state (establishment_id, id) where balance < 0;
alter table charge_state enable row level security;
create policy school on charge_state using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on charge_state to livret_app;
