-- Readers who died: nothing more is sent to them, and what concerns money or their diploma goes to whom the school named.
-- One row for a person, in the record of their latest dossier, with which it is erased.
create table reader_death (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  reader text not null, -- `account:<id>`, or `dossier:<id>` of somebody without an account
  address text, -- the mailbox of somebody without an account (`mailboxKey`)
  name text not null,
  died_on date not null,
  paper text not null, -- what the school saw: the certificate, and its day
  instead jsonb, -- {name, lines}: who is written to in their place; null while the school names nobody
  about text not null, -- the chain
  recorded_by text not null,
  recorded_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, reader)
);
create index reader_death_by_address on reader_death (establishment_id, address) where address is not null;
create index reader_death_by_about on reader_death (establishment_id, about);
alter table reader_death enable row level security;
create policy school on reader_death using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on reader_death to livret_app;
