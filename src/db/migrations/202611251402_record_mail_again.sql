-- A mail that the office sends again is another mail, with a Message-ID of its own, which names the one it repeats; each is
-- repeated once, and its copy may be.
alter table mail add column again uuid;
create unique index mail_again on mail (establishment_id, again);

-- The present address of an account, for a mail that is sent again after the person has changed theirs.
create function address_of_account(id uuid)
returns text
language sql stable security definer set search_path = pg_catalog, public
as $$
  select a.address from account a where a.establishment_id = '*' and a.id = address_of_account.id
$$;
revoke all on function address_of_account(uuid) from public;
grant execute on function address_of_account(uuid) to livret_app;
