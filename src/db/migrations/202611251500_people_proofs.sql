-- What opens an account where the second proof is lost: each serves once, and what is used stays as a mark.
create table recovery_code (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  account uuid not null,
  code_hash bytea not null, -- of 80 bits drawn at random: no slow hash is needed
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (establishment_id, id)
);
create index recovery_code_by_account on recovery_code (establishment_id, account);
alter table recovery_code enable row level security;
create policy school on recovery_code using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on recovery_code to livret_app;

-- What was asked of a browser and is waited for: a new generator's secret, a passkey's challenge, the way to a provider and
-- back. It serves once, lasts minutes, and proves nothing by itself, so that no audit record speaks of it.
create table challenge (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  account uuid, -- null where nobody is known yet
  kind text not null check (kind in ('totp', 'new-passkey', 'passkey', 'provider')),
  held text not null, -- as JSON
  expires_at timestamptz not null,
  primary key (establishment_id, id)
);
create index challenge_by_end on challenge (establishment_id, expires_at);
alter table challenge enable row level security;
create policy school on challenge using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on challenge to livret_app;

-- Where refusals came from, as a hash: many from one place are guesses at many people's passwords. Erased with the refusal.
alter table sign_in_failure add column caller bytea;
create index sign_in_failure_by_caller on sign_in_failure (establishment_id, caller, failed_at) where caller is not null;
