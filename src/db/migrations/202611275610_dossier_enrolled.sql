-- A dossier that led to an enrolment is kept as long as that training, and what hangs on it with it: its own period, counted from
-- the closing of its intake, would end in the middle of the course. Set by whoever enrols, and taken back once the training is erased.
alter table dossier_state add column enrolled boolean not null default false;
