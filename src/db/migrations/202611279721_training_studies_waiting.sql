-- How many proposals of field studies wait for an answer, and their list, the last first, a page at a time.
create index study_waiting on study (establishment_id) where state = 'proposed';
create index study_last_first on study (establishment_id, entered_at desc, id);
drop index study_entered;
