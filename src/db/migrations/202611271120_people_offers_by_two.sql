-- A role is offered to an address, whether or not anybody has an account there: whoever offers is not to find out. Where nobody has,
-- the id of the account that its owner will make is kept for it, so that what is offered is theirs from the start.
create table reserved_account (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  address_key text not null,
  primary key (establishment_id, id),
  unique (establishment_id, address_key)
);
alter table reserved_account enable row level security;
create policy school on reserved_account using (establishment_id = current_setting('livret.establishment', true));
grant select, delete on reserved_account to livret_app;

-- Some roles are offered by one person and confirmed by another, before anybody can accept them.
alter table role_offer add column address text; -- as whoever offered typed it; null for what was offered before
alter table role_offer add column confirmed_by text;
alter table role_offer add column confirmed_at timestamptz;
alter table role_offer add constraint role_offer_confirmed check ((confirmed_by is null) = (confirmed_at is null));
grant update on role_offer to livret_app;

-- Whose account an address is, or will be: the same answer either way. What no offer waits for any more goes.
create function account_for_address(key text)
returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
declare
  whose uuid;
begin
  -- As whoever is about to make an account for this address does.
  perform pg_advisory_xact_lock(hashtext('livret.address ' || key));
  delete from reserved_account r
  where r.address_key <> key and not exists (select from role_offer o where o.account = r.id);
  select a.id into whose from account a where a.establishment_id = '*' and a.address_key = key;
  if whose is null then
    insert into reserved_account (establishment_id, id, address_key) values ('*', gen_random_uuid(), key)
    on conflict (establishment_id, address_key) do update set address_key = excluded.address_key
    returning id into whose;
  end if;
  return whose;
end
$$;
revoke all on function account_for_address(text) from public;
grant execute on function account_for_address(text) to livret_app;

-- To whom a school has offered roles: the address that whoever offered typed, and no more of an account that may be nobody's yet.
drop function school_offers();
create function school_offers()
returns table (id uuid, account uuid, address text, role text, offered_by text, offered_at timestamptz, until date, confirmed_by text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select o.id, o.account, coalesce(o.address, a.address) as address, o.role, o.offered_by, o.offered_at, o.until, o.confirmed_by
  from role_offer o
  left join account a on a.establishment_id = '*' and a.id = o.account
  where o.establishment_id = current_setting('livret.establishment', true) and coalesce(o.address, a.address) is not null
  order by address, o.role
$$;
revoke all on function school_offers() from public;
grant execute on function school_offers() to livret_app;

-- As before, and nobody whom another school offers a role that they may still accept on this day: whoever changed their address
-- would accept it in their place.
drop function may_help(uuid, uuid, text);
create function may_help(helper uuid, helped uuid, place text, today date)
returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
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
    select from role_offer o
    where o.account = helped and o.establishment_id <> place and coalesce(o.until >= today, true)
  ) and not exists (
    select from dossier d where d.account = helped and d.establishment_id <> place
  ) and not exists (
    select from charge c where c.debtor = 'account:' || helped and c.establishment_id <> place
  )
$$;
revoke all on function may_help(uuid, uuid, text, date) from public;
grant execute on function may_help(uuid, uuid, text, date) to livret_app;
