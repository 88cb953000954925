-- Where an act of a school writes to a person: accounts are the deployment's, whose rows a school cannot see. Asked by the
-- account's own id, which nobody can guess.
create function account_contact(of_account uuid)
returns table (address text, name text, language text)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select a.address, a.name, a.language from account a where a.establishment_id = '*' and a.id = of_account
$$;
revoke all on function account_contact(uuid) from public;
grant execute on function account_contact(uuid) to livret_app;
