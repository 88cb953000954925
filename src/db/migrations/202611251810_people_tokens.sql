-- What a person gives a program to act in their name, in one school. Never changed: its owner takes it back, or it ends.
create table api_token (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  account uuid not null,
  school text not null,
  label text not null,
  reach text not null check (reach in ('read', 'all')),
  token_hash bytea not null,
  means text not null, -- how its owner had shown who they were: what asked for two proofs still does
  made_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (establishment_id, id),
  unique (establishment_id, token_hash)
);
create index api_token_by_account on api_token (establishment_id, account);
create index api_token_by_end on api_token (establishment_id, ends_at);
alter table api_token enable row level security;
create policy school on api_token using (establishment_id = current_setting('livret.establishment', true));
grant select, insert, delete on api_token to livret_app;

-- When a token was last shown, to the minute: for its owner to see, apart from what acts record.
create table api_token_use (
  establishment_id text not null default current_setting('livret.establishment') check (establishment_id = '*'),
  id uuid not null,
  used_at timestamptz not null,
  primary key (establishment_id, id),
  foreign key (establishment_id, id) references api_token on delete cascade
);
alter table api_token_use enable row level security;
create policy school on api_token_use using (establishment_id = current_setting('livret.establishment', true));
grant select on api_token_use to livret_app;

-- Whose token it is and what they may do in the school it was made for, noting that it was used. It tells nothing to whoever does
-- not hold the token. Asked once a request.
create function token_holder(hash bytea, place text, moment timestamptz)
returns table (token uuid, account uuid, means text, reach text, roles text[])
language sql volatile security definer set search_path = pg_catalog, public
as $$
  with found as (
    select t.id, t.account, t.means, t.reach
    from api_token t
    join account a on a.establishment_id = '*' and a.id = t.account
    where t.establishment_id = '*' and t.token_hash = hash and t.school = place and t.ends_at > moment
  ), noted as (
    insert into api_token_use as u (establishment_id, id, used_at)
    select '*', f.id, moment from found f
    on conflict (establishment_id, id) do update set used_at = excluded.used_at
    where u.used_at < excluded.used_at - interval '1 minute'
  )
  select f.id, f.account, f.means, f.reach,
    array(select g.role from role_grant g where g.establishment_id = place and g.account = f.account order by g.role)
  from found f
$$;
revoke all on function token_holder(bytea, text, timestamptz) from public;
grant execute on function token_holder(bytea, text, timestamptz) to livret_app;
