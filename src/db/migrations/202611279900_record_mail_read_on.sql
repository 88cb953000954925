-- One's own mail is read on from where the page before ended: by its moment and, of one moment, by its id.
drop index mail_by_reader;
create index mail_by_reader on mail (establishment_id, reader, queued_at, id);
