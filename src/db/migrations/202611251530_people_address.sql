-- What a school did to an account that its owner could no longer enter: always with a reason, and told to the person.
create table account_help (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  account uuid not null,
  school text not null,
  what text not null check (what in ('address', 'proofs')),
  reason text not null,
  helped_by text not null,
  helped_at timestamptz not null,
  primary key (establishment_id, id)
);
create index account_help_by_account on account_help (establishment_id, account);
alter table account_help enable row level security;
create policy school on account_help using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on account_help to livret_app;

-- Accounts are the deployment's: an administrator of a school may help those whom the school knows, having written to them or
-- given them a role, and nobody who works for another school.
create function may_help(helper uuid, helped uuid, place text)
returns boolean
language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (
    select from role_grant g where g.establishment_id = place and g.account = helper and g.role = 'administrator'
  ) and (
    exists (select from role_grant g where g.establishment_id = place and g.account = helped)
    or exists (select from mail m where m.establishment_id = place and m.reader = 'account:' || helped)
  ) and not exists (
    select from role_grant g where g.account = helped and g.establishment_id <> place
  )
$$;
revoke all on function may_help(uuid, uuid, text) from public;
grant execute on function may_help(uuid, uuid, text) to livret_app;
