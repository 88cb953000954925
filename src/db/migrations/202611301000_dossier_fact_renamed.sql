-- The names that changed lately, for the lists of later rooms that keep one of their own: those of cohorts and of exam sessions.
create index dossier_fact_renamed on dossier_fact (establishment_id, at) where kind in ('contact-changed', 'identity-accepted');
