-- A mail that the office sends again is another mail, with a Message-ID of its own, which names the one it repeats; each is
-- repeated once, and its copy may be.
alter table mail add column again uuid;
create unique index mail_again on mail (establishment_id, again);
