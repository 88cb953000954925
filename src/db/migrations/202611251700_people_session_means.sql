-- How the holder of a session showed who they are, for what is signed in a school: sessions are the deployment's, out of
-- its sight. Asked by the session's own id together with its account.
create function session_means(of_session uuid, of_account uuid)
returns table (means text, authenticated_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select s.means, s.authenticated_at
  from account_session s
  where s.establishment_id = '*' and s.id = of_session and s.account = of_account
$$;
revoke all on function session_means(uuid, uuid) from public;
grant execute on function session_means(uuid, uuid) to livret_app;
