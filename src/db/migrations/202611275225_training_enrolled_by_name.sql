-- The livrets of a school are listed by name, a page at a time.
create index enrolment_by_name on enrolment (establishment_id, name, id);
