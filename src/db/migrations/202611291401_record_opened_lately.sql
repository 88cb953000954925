-- Whom somebody opened lately, for the page where people are looked for.
create index file_opening_by_opener on file_opening (establishment_id, opener, opened_at);
