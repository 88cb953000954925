-- Several payments that came to the bank in one movement are parts of one entry, under one number.
alter table books_entry drop constraint books_entry_establishment_id_journal_number_key;
create index books_entry_by_number on books_entry (establishment_id, journal, number);
