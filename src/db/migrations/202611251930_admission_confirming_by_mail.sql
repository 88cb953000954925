-- Whoever has an address is sent a code when the page asks for one, by a mail of the deployment which no school reads: there is
-- then no code here. The right one gives a secret of its own to the page, which opens for an hour.
alter table dossier_confirmation alter column code_hash drop not null;
alter table dossier_confirmation add column opened_hash bytea;
