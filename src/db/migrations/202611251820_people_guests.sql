-- Somebody the school lets in for one thing and for a time, without an account: a named link, and a code sent to their address.
create table guest (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  name text not null,
  address text not null,
  address_key text not null,
  language text not null check (language in ('fr', 'en')),
  role text not null,
  invited_by text not null,
  invited_at timestamptz not null,
  until date not null, -- its last day
  link_hash bytea, -- of the last link sent; none once the invitation is over
  ended_at timestamptz,
  ended_by text,
  primary key (establishment_id, id),
  unique (establishment_id, link_hash),
  check ((ended_at is null) = (ended_by is null)),
  check (ended_at is null or link_hash is null)
);
-- One invitation a person and a role at a time.
create unique index guest_in_force on guest (establishment_id, address_key, role) where ended_at is null;
create index guest_by_end on guest (establishment_id, until) where ended_at is null;
alter table guest enable row level security;
create policy school on guest using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on guest to livret_app;

create table guest_session (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  guest uuid not null,
  token_hash bytea not null,
  device text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null, -- moved to the moment it was ended
  primary key (establishment_id, id),
  unique (establishment_id, token_hash),
  foreign key (establishment_id, guest) references guest
);
create index guest_session_by_guest on guest_session (establishment_id, guest);
alter table guest_session enable row level security;
create policy school on guest_session using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on guest_session to livret_app;

-- The address that a code proved, for an act of a school: codes are the deployment's, out of its sight. It tells nothing to whoever
-- does not hold the ticket.
create function address_of_ticket(ticket bytea, moment timestamptz)
returns text
language sql stable security definer set search_path = pg_catalog, public
as $$
  select c.address_key from address_code c
  where c.establishment_id = '*' and c.ticket_hash = ticket and c.expires_at > moment
$$;
revoke all on function address_of_ticket(bytea, timestamptz) from public;
grant execute on function address_of_ticket(bytea, timestamptz) to livret_app;
