-- What was changed since of a section that was handed in, by acts of their own: details of contact, or an identity that was proved. The
-- section itself stays as it was handed in. Each value is the last one given.
create function dossier_changed(which uuid, of_section text, since timestamptz) returns jsonb
language sql stable
as $$
  select coalesce(jsonb_object_agg(said.key, said.value order by f.place), '{}')
  from dossier_fact f, jsonb_each(f.details -> of_section) said
  where f.dossier = which and f.kind in ('contact-changed', 'identity-accepted') and f.at > since
$$;
grant execute on function dossier_changed(uuid, text, timestamptz) to livret_app;
