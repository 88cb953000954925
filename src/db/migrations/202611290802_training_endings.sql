-- How a training ended: on what it is written (a letter, a decision, a proof), and where to, of whoever goes on elsewhere.
alter table enrolment_fact add column paper text check (paper <> '');
alter table enrolment_fact add column destination text check (destination <> '');
