-- Accounts, their sessions and the proofs of an address belong to the deployment, whose place is '*'; what a person may
-- do in a school belongs to that school.

create table account (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  address text not null, -- as the person writes it
  address_key text not null, -- the same in one spelling, to find it by
  name text not null, -- as the person wants to be called
  password text, -- argon2id, in its own notation; null where a person signs in through a provider only
  language text not null check (language in ('fr', 'en')),
  version integer not null,
  created_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, address_key)
);
alter table account enable row level security;
create policy school on account using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on account to livret_app;

-- A session is never changed: one that proves more replaces it.
create table account_session (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  account uuid not null,
  token_hash bytea not null,
  means text not null, -- how the person showed who they are: 'password', 'password totp', 'provider'…
  device text not null, -- a browser and a system, in words, so that a person knows their own
  authenticated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, token_hash)
);
create index account_session_by_account on account_session (establishment_id, account);
create index account_session_by_end on account_session (establishment_id, expires_at);
alter table account_session enable row level security;
create policy school on account_session using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on account_session to livret_app;

-- A code sent to an address: whoever types it back reads the mail of that address.
create table address_code (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  address text not null,
  address_key text not null,
  code_hash bytea not null,
  tries integer not null,
  ticket_hash bytea, -- once the right code was typed: opens the page that follows, once
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, ticket_hash)
);
create index address_code_by_address on address_code (establishment_id, address_key, asked_at);
create index address_code_by_end on address_code (establishment_id, expires_at);
alter table address_code enable row level security;
create policy school on address_code using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on address_code to livret_app;

-- Passwords that were wrong, counted by address and not by place: a school's shared network must not lock its people out.
create table sign_in_failure (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  address_key text not null,
  failed_at timestamptz not null,
  primary key (establishment_id, id)
);
create index sign_in_failure_by_address on sign_in_failure (establishment_id, address_key, failed_at);
alter table sign_in_failure enable row level security;
create policy school on sign_in_failure using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on sign_in_failure to livret_app;

-- What a person shows besides a password.
create table second_factor (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  account uuid not null,
  kind text not null check (kind in ('totp', 'passkey')),
  label text not null,
  secret text not null, -- of a one-time code generator, or the public key of a passkey, as JSON
  counter bigint not null, -- the last one used: none serves twice
  added_at timestamptz not null,
  primary key (establishment_id, id)
);
create index second_factor_by_account on second_factor (establishment_id, account);
alter table second_factor enable row level security;
create policy school on second_factor using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on second_factor to livret_app;

create table role_grant (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  account uuid not null,
  role text not null,
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, account, role)
);
alter table role_grant enable row level security;
create policy school on role_grant using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on role_grant to livret_app;

-- Who holds a session, and what one school gave them to do: accounts are the deployment's and roles the school's, so that
-- no single place shows both. Asked once a request; it tells nothing to whoever does not hold the token.
create function session_holder(token_hash bytea, school text, moment timestamptz)
returns table (session uuid, account uuid, address text, name text, language text, means text, authenticated_at timestamptz, roles text[])
language sql stable security definer set search_path = pg_catalog, public
as $$
  select s.id, a.id, a.address, a.name, a.language, s.means, s.authenticated_at,
    array(select g.role from role_grant g where g.establishment_id = school and g.account = a.id order by g.role)
  from account_session s
  join account a on a.establishment_id = '*' and a.id = s.account
  where s.establishment_id = '*' and s.token_hash = session_holder.token_hash and s.expires_at > moment
$$;
revoke all on function session_holder(bytea, text, timestamptz) from public;
grant execute on function session_holder(bytea, text, timestamptz) to livret_app;

-- Who works in a school, by name: shown to those who give roles there.
create function school_staff(school text)
returns table (id uuid, account uuid, address text, name text, role text, granted_by text, granted_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select g.id, g.account, a.address, a.name, g.role, g.granted_by, g.granted_at
  from role_grant g
  join account a on a.establishment_id = '*' and a.id = g.account
  where g.establishment_id = school and school = current_setting('livret.establishment', true)
  order by a.name, g.role
$$;
revoke all on function school_staff(text) from public;
grant execute on function school_staff(text) to livret_app;

-- The account of an address, for an act of a school that names a person by it.
create function account_of_address(key text)
returns table (account uuid, address text, name text)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select a.id, a.address, a.name from account a where a.establishment_id = '*' and a.address_key = key
$$;
revoke all on function account_of_address(text) from public;
grant execute on function account_of_address(text) to livret_app;
