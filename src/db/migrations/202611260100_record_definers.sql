-- Where it is not named, the schema of what a session makes for itself is searched before all others: a temporary view under the
-- name of a table would run whatever it says as the owner, in a function that the owner lends. Named last, it shadows nothing.
do $$
declare
  lent record;
begin
  for lent in
    select f.oid::regprocedure as name, c.setting
    from pg_proc f, unnest(f.proconfig) as c(setting)
    where f.pronamespace = 'public'::regnamespace and f.prosecdef and c.setting like 'search_path=%'
  loop
    execute format('alter function %s set search_path = %s, pg_temp', lent.name, substr(lent.setting, 13));
  end loop;
end $$;
