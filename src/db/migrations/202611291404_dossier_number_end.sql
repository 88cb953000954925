-- Whom a number's end or an address leads to, over all intakes. Apart from the states of dossiers: a service that is still running holds the one
-- and asks for the other, and both in one migration would be a deadlock.
lock table dossier in access exclusive mode;
create index dossier_number_end on dossier (establishment_id, reverse(number) text_pattern_ops);
drop index dossier_written_to;
create index dossier_written_to on dossier (establishment_id, lower(address)) where address is not null;
