-- Lists say when a dossier came by the instant that counts: when it was sent, be its author asked who they are before it went on.
update dossier_state s set submitted_at = came.at
from (
  select establishment_id, dossier, max(coalesce(sent_at, submitted_at)) as at from submission
  where kind = 'whole' group by 1, 2 having bool_or(sent_at is not null)
) came
where s.establishment_id = came.establishment_id and s.id = came.dossier;
