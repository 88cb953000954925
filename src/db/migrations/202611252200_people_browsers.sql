-- Browsers in which an account was opened by its password or by a code. Such a browser asks for codes on an allowance of its own,
-- so that nobody who asks in somebody's name keeps them out. It opens nothing.
create table known_browser (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  account uuid not null,
  token_hash bytea not null,
  known_at timestamptz not null,
  primary key (establishment_id, id)
);
create index known_browser_by_account on known_browser (establishment_id, account);
alter table known_browser enable row level security;
create policy school on known_browser using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on known_browser to livret_app;
