-- And presented, and told of their results by letter.
alter table exam_entry alter column account drop not null;
alter table jury_result alter column account drop not null;
