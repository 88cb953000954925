-- What a mail puts into the calendar of its reader, where it does: the entry as it was, from which what was sent is made again.
alter table mail add column calendar jsonb;
