-- Work that an act asks for and that is done after it: enqueued in its transaction, done at least once, then gone.
-- A row is an ordinary one and proves nothing: what the work leads to is recorded by its own acts.
create table job (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null,
  name text not null,
  ids jsonb not null, -- what to work on, by id; never a value
  attempts integer not null default 0,
  queued_at timestamptz not null,
  due_at timestamptz not null, -- of the next try; while one works on it, when the others may take it for abandoned
  claim uuid, -- of whoever works on it
  problem text, -- why the last try did not succeed
  failed_at timestamptz, -- given up; it stays, for the doctor to show
  primary key (establishment_id, id)
);
create index job_by_due on job (establishment_id, name, due_at) where failed_at is null;
create index job_failed on job (establishment_id, failed_at) where failed_at is not null;
alter table job enable row level security;
create policy school on job using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on job to livret_app;

-- Where there is work, for whoever looks for some in all schools at once. It tells the names of schools and of jobs.
create function jobs_due(moment timestamptz)
returns table (establishment text, name text)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select distinct j.establishment_id, j.name from job j where j.failed_at is null and j.due_at <= moment
$$;
revoke all on function jobs_due(timestamptz) from public;
grant execute on function jobs_due(timestamptz) to livret_app;
