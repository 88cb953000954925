-- An exam whose result fell with the jury that had decided it, and that no other jury has decided.
alter table exam_result drop constraint exam_result_outcome_check;
alter table exam_result add constraint exam_result_outcome_check check (
  outcome in ('validated', 'not-validated', 'missed', 'dispensed', 'lapsed', 'annulled'));
