-- A validation that the authority decided has lapsed: the last result of its exam is then that.
alter table exam_result drop constraint exam_result_outcome_check;
alter table exam_result add constraint exam_result_outcome_check
  check (outcome in ('validated', 'not-validated', 'missed', 'dispensed', 'lapsed'));
