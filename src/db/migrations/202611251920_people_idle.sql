-- Accounts that nobody uses: when something last happened to each stands in its record, and a warning is one of the things that
-- happen. In use is whoever works in a school, has something kept in one, or may come in without signing in again. Accounts are
-- the deployment's, and what is kept is each school's: so it is a function that sees both, and says nothing of which.
create function idle_accounts(before timestamptz, warned boolean, only_account uuid, most integer)
returns table (account uuid, since timestamptz)
language sql stable security definer set search_path = pg_catalog, public
as $$
  select a.id, last.at
  from account a
  cross join lateral (
    select r.at, r.act from audit_record r
    where r.establishment_id = '*' and r.chain = 'account:' || a.id order by r.seq desc limit 1) last
  where current_setting('livret.establishment', true) = '*'
    and a.establishment_id = '*' and (only_account is null or a.id = only_account)
    and last.at < before and (last.act = 'warnIdleAccount') = warned
    and not exists (select from account_session s where s.establishment_id = '*' and s.account = a.id)
    and not exists (select from api_token t where t.account = a.id)
    and not exists (select from role_grant g where g.account = a.id)
    and not exists (select from dossier d where d.account = a.id)
    and not exists (select from charge c where c.debtor = 'account:' || a.id)
    and not exists (select from data_request r where r.account = a.id)
    and not exists (select from legal_hold h where h.about = 'account:' || a.id and h.lifted_at is null)
  order by last.at, a.id
  limit most
$$;
revoke all on function idle_accounts(timestamptz, boolean, uuid, integer) from public;
grant execute on function idle_accounts(timestamptz, boolean, uuid, integer) to livret_app;
