-- Where to write to whoever owes: accounts are the deployment's, and a school is told the address of those only who owe it.
create function charge_debtors(charges uuid[])
returns table (charge uuid, school text, reader text, address text, name text, language text)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select c.id, c.establishment_id, c.debtor, a.address, a.name, a.language
  from charge c
  -- Always `account:<id>`; by the id, so that the key of `account` serves.
  join account a on a.establishment_id = '*' and a.id = substr(c.debtor, 9)::uuid
  where c.establishment_id = current_setting('livret.establishment', true) and c.id = any (charges)
$$;
revoke all on function charge_debtors(uuid[]) from public;
grant execute on function charge_debtors(uuid[]) to livret_app;

-- A charge is recalled once before it is due.
create table charge_reminder (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id <> ''),
  id uuid not null, -- the charge's own
  sent_on date not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references charge (establishment_id, id)
);
alter table charge_reminder enable row level security;
create policy school on charge_reminder using (establishment_id = current_setting('livret.establishment', true));
grant select, insert on charge_reminder to livret_app;
