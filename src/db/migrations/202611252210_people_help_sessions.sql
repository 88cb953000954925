-- A school may also close the sessions of somebody whose telephone or computer was lost or stolen.
alter table account_help drop constraint account_help_what_check;
alter table account_help add constraint account_help_what_check check (what in ('address', 'proofs', 'sessions'));
