-- The office's page about a person asks for the files of their dossiers.
create index portal_file_by_dossier on portal_file (establishment_id, dossier) where dossier is not null;
