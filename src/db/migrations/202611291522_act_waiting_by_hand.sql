-- The only two things that people store of what waits: put off until a day, and given to somebody who has the permission. They stand on
-- the row and go with it. `id` names a row on a page.
alter table waiting add column id uuid not null default gen_random_uuid();
alter table waiting add column put_off_until date;
alter table waiting add column given_to text check (given_to ~ '^account:.');
create unique index waiting_id on waiting (establishment_id, id);
