-- A debtor may be a payer of the register, which has no account: its id is not read as one.
create or replace function charge_debtors(charges uuid[])
returns table (charge uuid, school text, reader text, address text, name text, language text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select c.id, c.establishment_id, c.debtor, a.address, a.name, a.language
  from charge c
  -- By the id, so that the key of `account` serves.
  join account a on a.establishment_id = '*'
    and a.id = case when c.debtor like 'account:%' then substr(c.debtor, 9)::uuid end
  where c.establishment_id = current_setting('livret.establishment', true) and c.id = any (charges)
$$;
