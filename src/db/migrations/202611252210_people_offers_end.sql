-- Through which day an offered role may be accepted, as the school's settings said on the day it was offered; null where they said
-- nothing. Past it the offer is worth nothing more, whether or not anybody comes by: it stays to be seen, until the school offers
-- the role again or takes the offer away.
alter table role_offer add column until date;

drop function school_offers();
create function school_offers()
returns table (id uuid, account uuid, address text, role text, offered_at timestamptz, until date)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select o.id, o.account, a.address, o.role, o.offered_at, o.until
  from role_offer o
  join account a on a.establishment_id = '*' and a.id = o.account
  where o.establishment_id = current_setting('livret.establishment', true)
  order by a.address, o.role
$$;
revoke all on function school_offers() from public;
grant execute on function school_offers() to livret_app;
