-- Whose file it is, as its enrolment said when it was looked at last: who note what is declared leave their own to others, and a copy of the
-- person's data finds it also once their dossier is gone. Null: of a year's rates, or of somebody without an account.
alter table portal_file add column account uuid;
create index portal_file_by_account on portal_file (establishment_id, account) where account is not null;
