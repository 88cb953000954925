-- What the school calls that which is charged for, such as the number of a dossier: told when it is charged.
alter table charge add column called text;
create index charge_by_called on charge (establishment_id, called);

-- Who owes is found by any part of their name, without its accents; see `dossiers_named` for why by a function.
create index charge_name on charge using gin (fold_name(debtor_name) trigrams.gin_trgm_ops);

create function charges_named(school text, parts text[])
returns table (id uuid)
language sql stable rows 50 security definer set search_path = pg_catalog, public, trigrams
as $$
  select c.id from charge c
  where c.establishment_id = school and school = current_setting('livret.establishment', true)
    and fold_name(c.debtor_name) like (select p.pattern from name_patterns(parts) p order by length(p.pattern) desc limit 1)
    and fold_name(c.debtor_name) like all (array(select p.pattern from name_patterns(parts) p))
$$;
revoke all on function charges_named(text, text[]) from public;
grant execute on function charges_named(text, text[]) to livret_app;
