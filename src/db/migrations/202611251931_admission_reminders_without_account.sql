-- Somebody who applied on paper or by telephone is reminded too: by mail, with a link of its own by which they say that they want
-- no more of it. That choice is a row of mail_choice under the id of the dossier.
alter table dossier_reminder drop constraint dossier_reminder_about_check;
alter table dossier_reminder
  add constraint dossier_reminder_about_check check (about in ('closing', 'complement', 'prolonged', 'confirming'));
alter table dossier_reminder add column stop_hash bytea;
alter table dossier_reminder add unique (establishment_id, stop_hash);
