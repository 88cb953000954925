-- A token may be for some acts and views alone: their names, as its owner chose them.
alter table api_token drop constraint api_token_reach_check;
alter table api_token add constraint api_token_reach_check check (reach in ('read', 'chosen', 'all'));
alter table api_token add column chosen text;
alter table api_token add constraint api_token_chosen_check check ((chosen is not null) = (reach = 'chosen'));

-- As before, with what was chosen.
drop function token_holder(bytea, text, timestamptz);
create function token_holder(hash bytea, place text, moment timestamptz)
returns table (token uuid, account uuid, means text, reach text, chosen text, roles text[])
language sql volatile security definer set search_path = pg_catalog, public
as $$
  with found as (
    select t.id, t.account, t.means, t.reach, t.chosen
    from api_token t
    join account a on a.establishment_id = '*' and a.id = t.account
    where t.establishment_id = '*' and t.token_hash = hash and t.school = place and t.ends_at > moment
  ), noted as (
    insert into api_token_use as u (establishment_id, id, used_at)
    select '*', f.id, moment from found f
    on conflict (establishment_id, id) do update set used_at = excluded.used_at
    where u.used_at < excluded.used_at - interval '1 minute'
  )
  select f.id, f.account, f.means, f.reach, f.chosen,
    array(select g.role from role_grant g where g.establishment_id = place and g.account = f.account order by g.role)
  from found f
$$;
revoke all on function token_holder(bytea, text, timestamptz) from public;
grant execute on function token_holder(bytea, text, timestamptz) to livret_app;
