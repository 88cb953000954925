-- Whoever takes their dossier into an account finds their training there: those few without one are looked through each day.
create index enrolment_of_no_account on enrolment (establishment_id, dossier) where account is null;
