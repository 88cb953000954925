-- The contracts for which something is to be issued: few of all, counted on first pages.
create index invoicing_look_waiting on invoicing_look (establishment_id, id) include (asks, credits) where since is not null;
