-- What those who work on a dossier write down for each other. The person may ask for it: the page says so.
create table dossier_note (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  dossier uuid not null,
  by_actor text not null,
  written_at timestamptz not null,
  text text not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, dossier) references dossier (establishment_id, id)
);
create index dossier_note_by_dossier on dossier_note (establishment_id, dossier, written_at, id);
alter table dossier_note enable row level security;
create policy school on dossier_note using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on dossier_note to livret_app;

-- The queue: a page of all dossiers of an intake, and those to which a complement was asked for.
create index dossier_state_by_change on dossier_state (establishment_id, intake, changed_at, id);
create index dossier_fact_asked on dossier_fact (establishment_id, dossier) where kind = 'complement-asked';

-- A name is found by any part of it, without its accents. `like` leaks, so that under row security its index would not be
-- used: the function sees all schools, and looks in that of the caller alone.
create schema if not exists trigrams;
create extension if not exists pg_trgm with schema trigrams;

create function fold_name(name text) returns text
language sql immutable parallel safe strict
as $$
  select replace(replace(translate(lower(name), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ’''-', 'aaaaaaceeeeiiiinooooouuuuyy   '), 'œ', 'oe'), 'æ', 'ae')
$$;

create index dossier_state_name on dossier_state using gin (fold_name(name) trigrams.gin_trgm_ops);

create function dossiers_named(school text, parts text[], most integer)
returns table (id uuid)
language sql stable security definer set search_path = pg_catalog, public, trigrams
as $$
  select s.id from dossier_state s
  where s.establishment_id = school and school = current_setting('livret.establishment', true)
    and fold_name(s.name) like all (
      array(select '%' || regexp_replace(fold_name(part), '([\\%_])', '\\\1', 'g') || '%' from unnest(parts) part))
  limit most
$$;
revoke all on function dossiers_named(text, text[], integer) from public;
grant execute on function dossiers_named(text, text[], integer) to livret_app;
