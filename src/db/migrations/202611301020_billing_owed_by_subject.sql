-- What a charge is about, by its id alone: under row security a list of dossiers finds by it those that owe, which by the text of a chain it cannot.
alter table charge_state add column subject uuid;
update charge_state t set subject = right(c.about, 36)::uuid from charge c
where c.establishment_id = t.establishment_id and c.id = t.id and c.about ~ ':[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
create index charge_state_owed_by_subject on charge_state (establishment_id, subject) where balance > 0;
