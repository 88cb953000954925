-- A mailbox through which a payer of the register speaks: who of the school entered it, and the second person, of the school or of the payer,
-- who confirmed it. Nobody signs for a payer from another.
create table payer_mailbox (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  payer uuid not null,
  name text not null,
  address text not null,
  address_key text not null,
  language text not null check (language in ('fr', 'en')),
  entered_by text not null,
  entered_at timestamptz not null,
  confirmed_by text,
  confirmed_at timestamptz,
  ended_at timestamptz,
  primary key (establishment_id, id),
  foreign key (establishment_id, payer) references payer (establishment_id, id),
  check ((confirmed_by is null) = (confirmed_at is null))
);
create unique index payer_mailbox_open on payer_mailbox (establishment_id, payer, address_key) where ended_at is null;
alter table payer_mailbox enable row level security;
create policy school on payer_mailbox using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update on payer_mailbox to livret_app;
