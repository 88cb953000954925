-- The secret address of somebody's own calendar in one school: at most one each, replaced or taken back by its owner.
create table calendar_address (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  account uuid not null,
  school text not null,
  token_hash bytea not null,
  means text not null, -- how its owner had shown who they were: days of work are shown after two proofs
  vouched_in text,
  made_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, token_hash),
  unique (establishment_id, account, school)
);
alter table calendar_address enable row level security;
create policy school on calendar_address using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on calendar_address to livret_app;

-- Whose calendar it is, and their roles at present in the school it was made for. It tells nothing to who does not hold the address.
create function calendar_holder(hash bytea, place text)
returns table (address uuid, account uuid, means text, vouched_in text, roles text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select c.id, c.account, c.means, c.vouched_in,
    array(select g.role from role_grant g where g.establishment_id = place and g.account = c.account order by g.role)
  from calendar_address c
  join account a on a.establishment_id = '*' and a.id = c.account
  where c.establishment_id = '*' and c.token_hash = hash and c.school = place
$$;
revoke all on function calendar_holder(bytea, text) from public;
grant execute on function calendar_holder(bytea, text) to livret_app;
