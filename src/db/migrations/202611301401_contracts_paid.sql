-- For whom a payer of the register pays, by what was said of it; see `dossiers_named` for why by a function.
create index contract_fact_payers on contract_fact using gin ((details -> 'shares') jsonb_path_ops)
  where kind in ('shares', 'carried');

create function contracts_paid(school text, payer uuid)
returns table (id uuid)
language sql stable rows 50 security definer set search_path = pg_catalog, public, pg_temp
as $$
  select distinct f.dossier from contract_fact f
  where f.establishment_id = school and school = current_setting('livret.establishment', true)
    and f.kind in ('shares', 'carried') and f.details -> 'shares' @> jsonb_build_array(jsonb_build_object('payer', payer::text))
$$;
revoke all on function contracts_paid(text, uuid) from public;
grant execute on function contracts_paid(text, uuid) to livret_app;
