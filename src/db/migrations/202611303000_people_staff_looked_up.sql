-- Each account of the staff is looked up: joined, the accounts of all schools were read in their order, up to that of who was hired last.
create or replace function school_staff(school text)
returns table (id uuid, account uuid, address text, name text, role text, granted_by text, granted_at timestamptz)
language plpgsql stable security definer rows 20
set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select g.id, g.account, a.address, a.name, g.role, g.granted_by, g.granted_at
  from role_grant g, lateral (
    select one.address, one.name from account one where one.establishment_id = '*' and one.id = g.account limit 1) a
  where g.establishment_id = school and school = current_setting('livret.establishment', true)
  order by a.name, g.role;
end $$;
