-- What a trainee writes for an exam: its subject, who directs it, what was deposited and how long it is, each a fact that nothing
-- changes.
create table work_fact (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  exam text not null,
  number integer not null check (number >= 1),
  kind text not null, -- proposed, validated, refused, directed, deposited
  details jsonb not null,
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, enrolment, exam, number)
);
alter table work_fact enable row level security;
create policy school on work_fact using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on work_fact to livret_app;
