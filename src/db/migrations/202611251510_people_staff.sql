-- Whether a colleague's roles can be in force: whoever gives roles sees who still has to add a second proof. Asked only of
-- people who have a role in the school that asks.
create function has_second_proof(whose uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, public
as $$
  select exists (
    select from role_grant g
    where g.establishment_id = current_setting('livret.establishment', true) and g.account = whose
  ) and exists (select from second_factor f where f.establishment_id = '*' and f.account = whose)
$$;
revoke all on function has_second_proof(uuid) from public;
grant execute on function has_second_proof(uuid) to livret_app;
