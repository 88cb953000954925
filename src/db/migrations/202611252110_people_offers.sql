-- A role that a school offers to an account and that its owner has not taken yet: until they do it is worth nothing, to them
-- or to the school. Only what is accepted becomes a `role_grant`.
create table role_offer (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  account uuid not null,
  role text not null,
  offered_by text not null,
  offered_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, account, role)
);
alter table role_offer enable row level security;
create policy school on role_offer using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on role_offer to livret_app;

-- To whom a school has offered roles: their address, which whoever offered typed, and no more of an account that may be nobody's here.
create function school_offers()
returns table (id uuid, account uuid, address text, role text, offered_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select o.id, o.account, a.address, o.role, o.offered_at
  from role_offer o
  join account a on a.establishment_id = '*' and a.id = o.account
  where o.establishment_id = current_setting('livret.establishment', true)
  order by a.address, o.role
$$;
revoke all on function school_offers() from public;
grant execute on function school_offers() to livret_app;

-- An account is the deployment's, and whoever changes its address holds all that it opens, in every school. So a school helps
-- only somebody who has to do with it of their own will (a role that they accepted, or a letter about what they did there, and
-- not one that offers them a role), and never somebody of whom another school holds a role, a dossier or a charge.
create or replace function may_help(helper uuid, helped uuid, place text)
returns boolean
language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (
    select from role_grant g where g.establishment_id = place and g.account = helper and g.role = 'administrator'
  ) and (
    exists (select from role_grant g where g.establishment_id = place and g.account = helped)
    or exists (
      select from mail m
      where m.establishment_id = place and m.reader = 'account:' || helped and m.about not like 'staff:%'
    )
  ) and not exists (
    select from role_grant g where g.account = helped and g.establishment_id <> place
  ) and not exists (
    select from dossier d where d.account = helped and d.establishment_id <> place
  ) and not exists (
    select from charge c where c.debtor = 'account:' || helped and c.establishment_id <> place
  )
$$;
