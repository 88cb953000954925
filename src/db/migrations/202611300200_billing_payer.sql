-- Employers and funds, once for all the people for whom they pay. Never deleted: contracts and invoices name them.
create table payer (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  name text not null,
  form text not null, -- legal form; empty where unknown
  siren text,
  address text not null, -- lines
  contact text not null,
  email text not null,
  phone text not null,
  service text not null, -- by which Chorus Pro sorts what a public body receives
  auxiliary text not null, -- its account at the accountant's
  days_to_pay integer check (days_to_pay between 0 and 90), -- null: as its kind of payer has
  version integer not null default 1 check (version > 0),
  closed_at timestamptz,
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id)
);
create unique index payer_auxiliary on payer (establishment_id, lower(auxiliary)) where auxiliary <> '';
create unique index payer_siren on payer (establishment_id, siren) where closed_at is null and service = '';
create unique index payer_service on payer (establishment_id, siren, lower(service)) where closed_at is null and service <> '';
create index payer_by_name on payer (establishment_id, lower(name), id);
alter table payer enable row level security;
create policy school on payer using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on payer to livret_app;
