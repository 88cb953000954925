-- The word of a school's sign-in service counts in that school alone: a session and a token say which school's it was, and so does
-- what ties an account to a service. What was written before says none, and counts in no school: an account was tied by an equal
-- address then, and its owner now ties it from their own account.
alter table account_session add column vouched_in text;
alter table api_token add column vouched_in text;
alter table provider_identity add column school text;

alter table provider_identity drop constraint provider_identity_establishment_id_issuer_subject_key;
alter table provider_identity add unique (establishment_id, school, issuer, subject);

drop function session_holder(bytea, text, timestamptz);
create function session_holder(token_hash bytea, school text, moment timestamptz)
returns table (session uuid, account uuid, address text, name text, language text, means text, vouched_in text, authenticated_at timestamptz, roles text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.id, a.id, a.address, a.name, a.language, s.means, s.vouched_in, s.authenticated_at,
    array(select g.role from role_grant g where g.establishment_id = school and g.account = a.id order by g.role)
  from account_session s
  join account a on a.establishment_id = '*' and a.id = s.account
  where s.establishment_id = '*' and s.token_hash = session_holder.token_hash and s.expires_at > moment
$$;
revoke all on function session_holder(bytea, text, timestamptz) from public;
grant execute on function session_holder(bytea, text, timestamptz) to livret_app;

drop function session_means(uuid, uuid);
create function session_means(of_session uuid, of_account uuid)
returns table (means text, vouched_in text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select s.means, s.vouched_in
  from account_session s
  where s.establishment_id = '*' and s.id = of_session and s.account = of_account
$$;
revoke all on function session_means(uuid, uuid) from public;
grant execute on function session_means(uuid, uuid) to livret_app;

drop function token_holder(bytea, text, timestamptz);
create function token_holder(hash bytea, place text, moment timestamptz)
returns table (token uuid, account uuid, means text, vouched_in text, reach text, chosen text, roles text[])
language sql volatile security definer set search_path = pg_catalog, public, pg_temp
as $$
  with found as (
    select t.id, t.account, t.means, t.vouched_in, t.reach, t.chosen
    from api_token t
    join account a on a.establishment_id = '*' and a.id = t.account
    where t.establishment_id = '*' and t.token_hash = hash and t.school = place and t.ends_at > moment
  ), noted as (
    insert into api_token_use as u (establishment_id, id, used_at)
    select '*', f.id, moment from found f
    on conflict (establishment_id, id) do update set used_at = excluded.used_at
    where u.used_at < excluded.used_at - interval '1 minute'
  )
  select f.id, f.account, f.means, f.vouched_in, f.reach, f.chosen,
    array(select g.role from role_grant g where g.establishment_id = place and g.account = f.account order by g.role)
  from found f
$$;
revoke all on function token_holder(bytea, text, timestamptz) from public;
grant execute on function token_holder(bytea, text, timestamptz) to livret_app;

-- As before, and by a service of the school that asks, no other.
create or replace function has_second_proof(whose uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp
as $$
  select exists (
    select from role_grant g
    where g.establishment_id = current_setting('livret.establishment', true) and g.account = whose
  ) and (
    exists (select from second_factor f where f.establishment_id = '*' and f.account = whose)
    or exists (
      select from provider_identity p
      where p.establishment_id = '*' and p.account = whose and p.school = current_setting('livret.establishment', true)
    )
  )
$$;
