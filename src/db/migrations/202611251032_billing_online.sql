-- Payments that somebody wished to make online, and what the provider told of them. No card number ever comes here.

-- Written before the provider is asked: its id is what the provider is given, so that what is in doubt can be asked again.
create table online_payment (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  charge uuid not null,
  amount integer not null check (amount > 0),
  wished_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, charge) references charge (establishment_id, id)
);
create index online_payment_by_charge on online_payment (establishment_id, charge, wished_at);
alter table online_payment enable row level security;
create policy school on online_payment using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on online_payment to livret_app;

create table online_session (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null, -- the provider's
  online_payment uuid not null,
  url text not null,
  expires_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, online_payment),
  foreign key (establishment_id, online_payment) references online_payment (establishment_id, id)
);
alter table online_session enable row level security;
create policy school on online_session using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on online_session to livret_app;

-- Each thing told, once, whatever came of it: `unknown` and `currency` wait for a person.
create table online_event (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id text not null, -- the provider's
  kind text not null,
  session text not null,
  online_payment uuid, -- null where it names none of ours
  amount integer,
  currency text,
  paid boolean not null,
  outcome text not null check (outcome in ('recorded', 'known', 'nothing', 'unknown', 'currency')),
  received_at timestamptz not null,
  primary key (establishment_id, id)
);
create index online_event_by_payment on online_event (establishment_id, online_payment);
alter table online_event enable row level security;
create policy school on online_event using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on online_event to livret_app;
