-- How much of what was handed in the school has seen, computed from the same facts as the place in the queue: a dossier whose
-- every part was seen leaves the new ones. Verdicts given before this one did not say of how many parts they were one.
alter table dossier_state add column parts_seen integer not null default 0;
alter table dossier_state add column parts_all integer not null default 0;
