-- Where codes were asked from, as a hash: many from one place flood other people's mailboxes. Erased with the code.
alter table address_code add column caller bytea;
create index address_code_by_caller on address_code (establishment_id, caller, asked_at) where caller is not null;
