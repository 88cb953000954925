-- Of whom money could not be computed when a declaration was deposited, by their numbers: it was read, and accepted to stand in a later year.
alter table bpf_deposit add column left_out jsonb not null default '[]';
