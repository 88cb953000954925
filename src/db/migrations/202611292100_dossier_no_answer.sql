-- A message waits for an answer until the other side writes, or says once that it needs none. Its words are never changed.
alter table dossier_message add column no_answer_at timestamptz;
alter table dossier_message add column no_answer_by text;
grant update (no_answer_at, no_answer_by) on dossier_message to livret_app;
-- What waits has other keys since (the calendar derives the rows of today's).
delete from waiting where key in ('readMessage', 'readReply');
