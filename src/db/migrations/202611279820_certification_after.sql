-- What comes after juries is read page by page: the first time to be over first, and the last diploma first.
drop index jury_result_running;
create index jury_result_running on jury_result (establishment_id, complete_by, id) where complete_by is not null;
create index jury_result_diploma on jury_result (establishment_id, notified_on, id) where outcome = 'diploma';
