-- A commission that sits again for an intake whose list is settled: what it decides joins that list.
alter table commission add column adds_to uuid; -- the commission that settled the list
drop index commission_of_intake;
create unique index commission_of_intake on commission (establishment_id, intake) where adds_to is null;
-- Of those that add to it, one at a time.
create unique index commission_open on commission (establishment_id, intake) where closed_at is null;
create index commission_by_intake on commission (establishment_id, intake, opened_at);
