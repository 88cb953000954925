-- Entries of a statement that the bank has not booked yet: counted for whoever imports it, never stored.
alter table bank_draft add column pending integer;
