-- The browsers in which a guest came in: there, what strangers ask and try in their name is not counted. The mark opens nothing.
create table guest_browser (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> '*'),
  id uuid not null,
  guest uuid not null,
  token_hash bytea not null,
  known_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, token_hash),
  foreign key (establishment_id, guest) references guest
);
create index guest_browser_by_guest on guest_browser (establishment_id, guest);
alter table guest_browser enable row level security;
create policy school on guest_browser using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, update, delete on guest_browser to livret_app;

-- Whose address an invitation is for, and whether a browser is known for it, for the codes, which are the deployment's. It tells
-- nothing to whoever does not hold the link.
create function guest_of_link(place text, link bytea, mark bytea)
returns table (address_key text, known boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select g.address_key, exists (
    select from guest_browser b where b.establishment_id = place and b.guest = g.id and b.token_hash = mark
  )
  from guest g
  where g.establishment_id = place and g.link_hash = link
$$;
revoke all on function guest_of_link(text, bytea, bytea) from public;
grant execute on function guest_of_link(text, bytea, bytea) to livret_app;
