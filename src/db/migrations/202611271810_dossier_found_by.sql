-- A list calls somebody by the name they use and their first given name. They are looked for by what their diploma says as well: the
-- name they were born with, and every given name, as they were last handed in. Kept beside the name, by the act that keeps that one.
alter table dossier_state add column also_named text;

update dossier_state s set also_named = nullif(concat_ws(' ',
    nullif(i.identity ->> 'birthName', ''), nullif(i.identity ->> 'usedName', ''), nullif(i.identity ->> 'givenNames', '')), '')
from (
  select distinct on (b.establishment_id, b.dossier) b.establishment_id, b.dossier, b.contents -> 'identity' as identity
  from submission b order by b.establishment_id, b.dossier, b.place desc) i
where i.establishment_id = s.establishment_id and i.dossier = s.id;

-- What the office writes down of somebody without an account is known before it is handed in.
update dossier_state s set also_named = nullif(concat_ws(' ',
    nullif(i.contents ->> 'birthName', ''), nullif(i.contents ->> 'usedName', ''), nullif(i.contents ->> 'givenNames', '')), '')
from dossier_section i join dossier d on d.establishment_id = i.establishment_id and d.id = i.dossier
where i.establishment_id = s.establishment_id and i.dossier = s.id and i.section = 'identity'
  and d.account is null and d.entered <> 'online';

-- What waits to be sorted into the index is read through by each search, and with longer texts the planner then prefers the whole
-- table; where nothing vacuums, as within one process, it waits for long.
alter index dossier_state_name set (fastupdate = off);
alter table dossier_state alter column folded
  set expression as (fold_name(coalesce(name, '') || ' ' || coalesce(also_named, '')));

-- By the whole address that somebody is written to: of their account, which may change it, so that no copy is kept; or the one that
-- the office was given. It tells of dossiers of the school that is set alone, though accounts are of all.
create index dossier_written_to on dossier (establishment_id, intake, lower(address)) where address is not null;

create function dossiers_written_to(school text, of_intake uuid, key text)
returns table (id uuid)
language sql stable rows 2 security definer set search_path = pg_catalog, public, pg_temp
as $$
  select d.id from account a join dossier d on d.account = a.id
  where a.establishment_id = '*' and a.address_key = key
    and d.establishment_id = school and school = current_setting('livret.establishment', true) and d.intake = of_intake
  union
  select d.id from dossier d
  where d.establishment_id = school and school = current_setting('livret.establishment', true) and d.intake = of_intake
    and d.address is not null and lower(d.address) = key
$$;
revoke all on function dossiers_written_to(text, uuid, text) from public;
grant execute on function dossiers_written_to(text, uuid, text) to livret_app;
