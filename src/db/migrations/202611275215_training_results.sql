-- What was decided of an exam, as certification enters it when it publishes: never changed; what comes after replaces it.
create table exam_result (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  enrolment uuid not null,
  number integer not null check (number >= 1), -- of this enrolment
  exam text not null, -- the domain that it validates
  outcome text not null check (outcome in ('validated', 'not-validated', 'missed', 'dispensed')),
  marks jsonb not null, -- by component, in hundredths
  on_day date not null, -- of the jury
  notified_on date, -- of the State's notification
  decision text not null, -- the chain of what decided it: jury:<id>
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, enrolment, number)
);
alter table exam_result enable row level security;
create policy school on exam_result using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on exam_result to livret_app;
