-- One's mails are read on from any of them, those of one moment in the order of their ids: by an index without the id, each further
-- page reads again whatever came before it.
drop index mail_by_reader;
create index mail_by_reader on mail (establishment_id, reader, queued_at, id);
