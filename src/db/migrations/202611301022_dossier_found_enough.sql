-- Whoever is found by their name as it was typed comes before those whose name is a letter off: where the first are as many as are asked for,
-- the others are not looked for.
create or replace function dossiers_found(school text, of_intake uuid, parts text[], ending text, written text, most integer)
 RETURNS TABLE(id uuid, rank integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'public', 'trigrams', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  words text[];
  patterns text[];
  longest text;
  others text[];
  keys text[];
  met integer;
begin
  if school is distinct from current_setting('livret.establishment', true) then
    return;
  end if;

  if written is not null then
    return query select d.id, 0 from account a join dossier d on d.account = a.id
      where a.establishment_id = '*' and a.address_key = written and d.establishment_id = school
        and (of_intake is null or d.intake = of_intake)
      union all
      select d.id, 0 from dossier d
      where d.establishment_id = school and d.address is not null and lower(d.address) = written
        and (of_intake is null or d.intake = of_intake);
  end if;

  if ending is not null then
    return query select d.id, 0 from dossier d
      where d.establishment_id = school and reverse(d.number) like reverse(ending) || '%'
        and (of_intake is null or d.intake = of_intake)
      union all
      select s.id, 0 from dossier_state s
      -- Whether it was typed with the zero of the country or with its code, the last nine digits are the same.
      where s.establishment_id = school and s.phone is not null
        and reverse(s.phone) like reverse(right(ltrim(ending, '0'), 9)) || '%' and length(ltrim(ending, '0')) >= 4
        and (of_intake is null or s.intake = of_intake);
  end if;

  words := array(select distinct word from unnest(parts) part, regexp_split_to_table(btrim(fold_name(part)), ' +') word
    where word <> '' and word !~ '^[!-/:-@\[-`{-~]+$');
  -- A letter alone is in a third of all names: over all intakes it would tell of nobody.
  if cardinality(words) = 0 or (of_intake is null and (select max(length(word)) from unnest(words) word) < 2) then
    return;
  end if;
  patterns := array(select case when length(word) < 3 then '% ' else '%' end || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'
    from unnest(words) word order by length(word) desc);
  -- `like all` goes by no index: the longest word does, and the others are looked at in what it found.
  longest := patterns[1];
  return query select s.id,
      case when s.folded like all (array(select '% ' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || ' %' from unnest(words) word))
        then 0 else 1 end
    from dossier_state s
    where s.establishment_id = school and s.folded like longest and s.folded like all (patterns)
      and (of_intake is null or s.intake = of_intake)
    order by 2, s.changed_at desc limit most;
  get diagnostics met = row_count;
  if met >= most then
    return;
  end if;
  -- One word may be a letter off, and the others are all there.
  for n in 1 .. cardinality(words) loop
    keys := near_keys(words[n]);
    others := array(select case when length(word) < 3 then '% ' else '%' end || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'
      from unnest(words) with ordinality as w (word, nth) where nth <> n);
    if cardinality(keys) > 0 then
      return query select s.id, 2 from dossier_state s
        where s.establishment_id = school and s.near && keys and s.folded like all (others)
          and (of_intake is null or s.intake = of_intake)
        order by s.changed_at desc limit most;
    end if;
  end loop;
end
$function$;
