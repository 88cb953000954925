-- What the last submission answered about entering, for the queue to be filtered and sorted by: the way in, and the outcome. Empty where
-- nothing was submitted, or where the facts leave it open.
alter table dossier_state add column door text not null default '', add column eligibility text not null default '',
  -- Drafts come last. A column, since the next page of an order by an expression is not found by its index.
  add column by_age timestamptz not null generated always as (coalesce(submitted_at, 'infinity')) stored;
update dossier_state s set
  door = coalesce(
    jsonb_path_query_first(b.decided, '$.answer.doors[*] ? (@.outcome == "met").door') #>> '{}',
    jsonb_path_query_first(b.decided, '$.worst.answer.doors[*] ? (@.outcome == "met").door') #>> '{}', ''),
  eligibility = coalesce(b.decided #>> '{answer,outcome}',
    case when b.decided #>> '{best,answer,outcome}' = b.decided #>> '{worst,answer,outcome}' then b.decided #>> '{best,answer,outcome}' end,
    'unknown')
from (
  select distinct on (establishment_id, dossier) establishment_id, dossier, decided from submission
  order by establishment_id, dossier, place desc
) b
where b.establishment_id = s.establishment_id and b.dossier = s.id;

-- One for each order of the queue, read forwards or backwards; those by way in and outcome serve their filters too.
create index dossier_state_by_door on dossier_state (establishment_id, intake, door, changed_at, id);
create index dossier_state_by_eligibility on dossier_state (establishment_id, intake, eligibility, changed_at, id);
create index dossier_state_by_name on dossier_state (establishment_id, intake, folded, changed_at, id);
create index dossier_state_by_number on dossier_state (establishment_id, intake, id);
create index dossier_state_by_age on dossier_state (establishment_id, intake, by_age, changed_at, id);
