-- Invoices and credits, frozen as they were issued: what the paper prints, with its hash. None is ever changed; they go with their charge, at
-- the end of the accounting period. An invoice asks by its charge; a credit is a waiver of it.
create table invoice (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  number text not null,
  kind text not null check (kind in ('invoice', 'credit')),
  nature text not null check (nature in ('training', 'third', 'indemnity')),
  source text not null, -- who pays, as the school's file names it
  charge uuid not null,
  of uuid, -- the invoice that a credit corrects
  waiver uuid,
  issued_on date not null,
  due_on date, -- as first asked; null of a credit
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  net integer not null check (net >= 0),
  tax integer not null check (tax >= 0),
  gross integer not null check (gross > 0 and gross = net + tax),
  document jsonb not null, -- all that the paper and its data print
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'), -- SHA-256 of the document
  issued_by text not null,
  issued_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, number),
  foreign key (establishment_id, charge) references charge (establishment_id, id),
  foreign key (establishment_id, of) references invoice (establishment_id, id),
  check ((kind = 'credit') = (of is not null) and (kind = 'credit') = (waiver is not null) and (kind = 'invoice') = (due_on is not null))
);
create index invoice_by_charge on invoice (establishment_id, charge);
create index invoice_by_of on invoice (establishment_id, of) where of is not null;
create index invoice_by_waiver on invoice (establishment_id, waiver) where waiver is not null;
create index invoice_by_day on invoice (establishment_id, issued_on, id);
alter table invoice enable row level security;
create policy school on invoice using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on invoice to livret_app;

-- Whose each amount of an invoice is: an employer is asked once for several trainees.
create table invoice_part (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  invoice uuid not null,
  charge uuid not null,
  about text not null, -- the chain that it is billed for
  amount integer not null check (amount > 0),
  minutes integer check (minutes >= 0), -- of hours billed
  primary key (establishment_id, id),
  foreign key (establishment_id, invoice) references invoice (establishment_id, id)
);
create index invoice_part_by_invoice on invoice_part (establishment_id, invoice);
create index invoice_part_by_charge on invoice_part (establishment_id, charge);
create index invoice_part_by_about on invoice_part (establishment_id, about);
alter table invoice_part enable row level security;
create policy school on invoice_part using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on invoice_part to livret_app;

-- The latest number of each series, locked by who issues: a rollback leaves no gap, as a sequence would.
create table invoice_counter (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  series text not null check (series ~ '^[A-Z]{1,10}$'),
  number integer not null check (number between 0 and 99999), -- 0: none yet
  issued_on date not null,
  primary key (establishment_id, series)
);
alter table invoice_counter enable row level security;
create policy school on invoice_counter using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on invoice_counter to livret_app;
