-- When the mail was written, beside how far it got: those in one state are listed by their age, and an index spans no two tables.
alter table mail_sending add column queued_at timestamptz;
update mail_sending s set queued_at = m.queued_at from mail m where m.establishment_id = s.establishment_id and m.id = s.id;
alter table mail_sending alter column queued_at set not null;
create index mail_sending_by_age on mail_sending (establishment_id, state, queued_at, id);
