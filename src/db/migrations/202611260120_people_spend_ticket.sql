-- The address that a code proved, for an act of a school, once: codes and what they opened are the deployment's, out of its sight.
-- It tells nothing to whoever does not hold the ticket, and spends none that is for another address.
drop function address_of_ticket(bytea, timestamptz);
create function spend_ticket_of(ticket bytea, key text, moment timestamptz)
returns boolean
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
  with proof as (
    select c.id from address_code c
    where c.establishment_id = '*' and c.ticket_hash = ticket and c.address_key = key and c.expires_at > moment
  ), spent as (
    insert into spent_ticket (establishment_id, id) select '*', p.id from proof p on conflict do nothing returning id
  )
  select exists (select from spent)
$$;
revoke all on function spend_ticket_of(bytea, text, timestamptz) from public;
grant execute on function spend_ticket_of(bytea, text, timestamptz) to livret_app;
