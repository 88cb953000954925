-- What the queue asks of every dossier, kept beside its state and computed from the same facts: a page and the counts of a
-- large intake are then read from one index, and no message, fact or submission is looked at.
alter table dossier_state add column standing text not null default 'draft'; -- the group of the queue it stands in
alter table dossier_state add column to_confirm boolean not null default false; -- handed in on paper or by telephone
alter table dossier_state add column officer uuid; -- who deals with it; null while nobody took it
alter table dossier_state add column unread_since timestamptz; -- of the first message nobody of the school has opened

update dossier_state s set
  standing = case
    when s.state in ('submitted', 'late') and exists (
      select from dossier_fact f
      where f.establishment_id = s.establishment_id and f.dossier = s.id and f.kind = 'complement-asked') then 'answered'
    when s.state = 'draft' and exists (
      select from dossier d
      where d.establishment_id = s.establishment_id and d.id = s.id and d.entered <> 'online' and d.account is null) then 'entering'
    else s.state end,
  to_confirm = s.state not in ('draft', 'withdrawn') and exists (
    select from (
      select distinct on (b.dossier) b.number from submission b
      where b.establishment_id = s.establishment_id and b.dossier = s.id and b.means in ('paper', 'phone')
      order by b.dossier, b.place desc) last
    where not exists (
      select from dossier_fact f
      where f.establishment_id = s.establishment_id and f.dossier = s.id and f.kind = 'confirmed'
        and f.details ->> 'receipt' = last.number)),
  unread_since = (
    select min(m.at) from dossier_message m
    where m.establishment_id = s.establishment_id and m.dossier = s.id and m.side = 'person' and not exists (
      select from dossier_reading r
      where r.establishment_id = m.establishment_id and r.dossier = m.dossier and r.side = 'school' and r.read_at >= m.at));

drop index dossier_state_queue;
create index dossier_state_queue on dossier_state (establishment_id, intake, standing, changed_at, id);
create index dossier_state_unread on dossier_state (establishment_id, intake, unread_since, id) where unread_since is not null;
create index dossier_state_to_confirm on dossier_state (establishment_id, intake, changed_at, id) where to_confirm;
create index dossier_state_of_officer on dossier_state (establishment_id, intake, officer, changed_at, id) where officer is not null;
-- Only the queue asked for it.
drop index dossier_fact_asked;

-- Within one intake, and all of that name: which are on a page is for the queue to say. A name is folded once, when it is
-- written: folding is what took the time.
alter table dossier_state add column folded text generated always as (fold_name(name)) stored;
drop function dossiers_named(text, text[], integer);
drop index dossier_state_name;
create index dossier_state_name on dossier_state using gin (folded trigrams.gin_trgm_ops);

create function name_patterns(parts text[]) returns table (pattern text)
language sql immutable parallel safe
as $$
  select '%' || regexp_replace(fold_name(part), '([\\%_])', '\\\1', 'g') || '%' from unnest(parts) part
$$;

create function dossiers_named(school text, of_intake uuid, parts text[])
returns table (id uuid)
language sql stable rows 50 security definer set search_path = pg_catalog, public, trigrams
as $$
  select s.id from dossier_state s
  where s.establishment_id = school and school = current_setting('livret.establishment', true) and s.intake = of_intake
    -- `like all` goes by no index: the longest part does, and the others are looked at in what it found.
    and s.folded like (select p.pattern from name_patterns(parts) p order by length(p.pattern) desc limit 1)
    and s.folded like all (array(select p.pattern from name_patterns(parts) p))
$$;
revoke all on function dossiers_named(text, uuid, text[]) from public;
grant execute on function dossiers_named(text, uuid, text[]) to livret_app;
