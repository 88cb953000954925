-- As `charges_named`, up to so many: a name that thousands share is not read whole for a page of fifty.
create function charges_found(school text, parts text[], most integer)
returns table (id uuid)
language sql stable rows 50 security definer set search_path = pg_catalog, public, trigrams, pg_temp
as $$
  select c.id from charge c
  where c.establishment_id = school and school = current_setting('livret.establishment', true)
    and fold_name(c.debtor_name) like (select p.pattern from name_patterns(parts) p order by length(p.pattern) desc limit 1)
    and fold_name(c.debtor_name) like all (array(select p.pattern from name_patterns(parts) p))
  limit most
$$;
revoke all on function charges_found(text, text[], integer) from public;
grant execute on function charges_found(text, text[], integer) to livret_app;
