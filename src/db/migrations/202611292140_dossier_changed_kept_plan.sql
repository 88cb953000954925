-- In plpgsql, whose plan a session keeps: a function in SQL that is no plain expression is planned by each statement that calls it, which
-- took longer than the rest of the statement.
create or replace function dossier_changed(which uuid, of_section text, since timestamptz) returns jsonb
language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_object_agg(said.key, said.value order by f.place), '{}')
    from dossier_fact f, jsonb_each(f.details -> of_section) said
    where f.dossier = which and f.kind in ('contact-changed', 'identity-accepted') and f.at > since);
end $$;
