-- For an hour after the right code was typed, the page shows what was entered.
alter table dossier_confirmation add column opened_until timestamptz;
