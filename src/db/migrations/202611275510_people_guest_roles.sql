-- Whoever comes twice a year may be asked for several things: one person, one invitation, one link.
alter table guest add column roles text[] not null default '{}';
update guest set roles = array[role];
drop index guest_in_force;
alter table guest drop column role;
alter table guest alter column roles drop default;
alter table guest add check (cardinality(roles) > 0);
-- Of those who were invited twice, the first is the one whose link is kept.
create index guest_in_force on guest (establishment_id, address_key) where ended_at is null;
