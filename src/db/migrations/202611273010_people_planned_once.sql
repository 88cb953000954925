-- A function in plain SQL is planned anew by every statement that calls it, which costs several times what it does; one in PL/pgSQL
-- keeps its plan for as long as its connection lasts. These three are asked by every page. They answer as before.
create or replace function session_holder(token_hash bytea, school text, moment timestamptz)
returns table (
  session uuid, account uuid, address text, name text, language text, means text, vouched_in text,
  authenticated_at timestamptz, roles text[])
language plpgsql stable rows 1 security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select s.id, a.id, a.address, a.name, a.language, s.means, s.vouched_in, s.authenticated_at,
    array(select g.role from role_grant g where g.establishment_id = school and g.account = a.id order by g.role)
  from account_session s
  join account a on a.establishment_id = '*' and a.id = s.account
  where s.establishment_id = '*' and s.token_hash = session_holder.token_hash and s.expires_at > moment;
end $$;

create or replace function account_contact(of_account uuid)
returns table (address text, name text, language text)
language plpgsql stable rows 1 security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select a.address, a.name, a.language from account a where a.establishment_id = '*' and a.id = of_account;
end $$;

create or replace function school_staff(school text)
returns table (
  id uuid, account uuid, address text, name text, role text, granted_by text, granted_at timestamptz)
language plpgsql stable rows 20 security definer set search_path = pg_catalog, public, pg_temp
as $$
begin
  return query select g.id, g.account, a.address, a.name, g.role, g.granted_by, g.granted_at
  from role_grant g
  join account a on a.establishment_id = '*' and a.id = g.account
  where g.establishment_id = school and school = current_setting('livret.establishment', true)
  order by a.name, g.role;
end $$;
