-- A message that was opened, and not answered, stays in the group of the queue that asks for an answer.
alter table dossier_state add column to_answer_since timestamptz; -- of the person's first message that waits for an answer

update dossier_state s set to_answer_since = (
  select min(m.at) from dossier_message m
  where m.establishment_id = s.establishment_id and m.dossier = s.id and m.side = 'person' and m.no_answer_at is null and not exists (
    select from dossier_message later
    where later.establishment_id = m.establishment_id and later.dossier = m.dossier and (later.at, later.id) > (m.at, m.id)
      and (later.side <> m.side or later.no_answer_at is not null)));

-- With `unread_since`, of a message or a withdrawal that nobody of the school has opened: what the queue lists.
alter table dossier_state add column attended_since timestamptz generated always as (least(unread_since, to_answer_since)) stored;
create index dossier_state_attended on dossier_state (establishment_id, intake, attended_since, id) where attended_since is not null;
