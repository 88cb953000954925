-- Who a school's own sign-in service (OpenID Connect) says a person is: its name for them there, which never changes, tied to
-- an account once, by an address that it vouched for.
create table provider_identity (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  account uuid not null,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, issuer, subject)
);
create index provider_identity_by_account on provider_identity (establishment_id, account);
alter table provider_identity enable row level security;
create policy school on provider_identity using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on provider_identity to livret_app;

-- As before, and for whoever signs in through the provider, which asks for its own proofs.
create or replace function has_second_proof(whose uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (
    select from role_grant g
    where g.establishment_id = current_setting('livret.establishment', true) and g.account = whose
  ) and (
    exists (select from second_factor f where f.establishment_id = '*' and f.account = whose)
    or exists (select from provider_identity p where p.establishment_id = '*' and p.account = whose)
  )
$$;
