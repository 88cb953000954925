-- Somebody without an account is enrolled like anybody else: they are written to by letter, and sign on paper.
alter table enrolment alter column account drop not null;
