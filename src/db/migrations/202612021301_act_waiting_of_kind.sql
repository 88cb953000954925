-- A first page counts each kind of what waits, by group of days, and lists the first of it: a stretch of this index each.
create index waiting_of_kind on waiting (establishment_id, who, key, due_on, from_on, chain, part);
-- Put off by hand: few.
create index waiting_put_off on waiting (establishment_id, who, key, put_off_until) where put_off_until is not null;
