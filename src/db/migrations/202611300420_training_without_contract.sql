-- Somebody may be enrolled before their contract is concluded, on a ground that the director gives: then these days are not known.
alter table enrolment alter column contract_on drop not null;
alter table enrolment alter column given_on drop not null;
