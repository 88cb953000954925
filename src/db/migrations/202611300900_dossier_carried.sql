-- People who were in training before the school used this service come in by a table: their dossier is marked as carried over.
alter table dossier drop constraint dossier_entered_check;
alter table dossier add constraint dossier_entered_check check (entered in ('online', 'paper', 'phone', 'carried'));
