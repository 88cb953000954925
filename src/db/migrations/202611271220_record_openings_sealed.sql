-- Who opened a file is written in a reading, which records nothing; the calendar seals it within the hour, in the chain of what
-- was opened. From then on it proves something against whoever runs the database, too.
alter table file_opening add column sealed_at timestamptz;
create index file_opening_unsealed on file_opening (establishment_id, about) where sealed_at is null;
grant update (sealed_at) on file_opening to livret_app;
