-- Who directs a work is what training named (work_fact), and nothing beside it.
alter table exam_entry drop column director;
