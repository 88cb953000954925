-- What each debtor has left to pay, kept as what they have to spare, so that the largest are found without reading all charges.
-- Null: not counted yet (a release before this one wrote the row), and the calendar counts it.
alter table debtor_state add column open integer;
update debtor_state d set open = coalesce((
  select sum(s.balance) from charge c join charge_state s on s.establishment_id = c.establishment_id and s.id = c.id
  where c.establishment_id = d.establishment_id and coalesce(c.debtor, c.about) = d.debtor and s.balance > 0), 0);
create index debtor_state_open on debtor_state (establishment_id, open desc, debtor) where open > 0;
create index debtor_state_uncounted on debtor_state (establishment_id, debtor) where open is null;
