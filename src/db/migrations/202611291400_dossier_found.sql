-- Somebody is looked for over all intakes and years: by parts of names, with one letter wrong, missing or too many; by how a number of
-- a dossier or of a telephone ends; by a whole address of mail. The telephone is kept as its digits, as it was last handed in.
alter table dossier_state add column phone text;

update dossier_state s set phone = nullif(regexp_replace(c.contact ->> 'phone', '\D', '', 'g'), '')
from (
  select distinct on (b.establishment_id, b.dossier) b.establishment_id, b.dossier, b.contents -> 'contact' as contact
  from submission b order by b.establishment_id, b.dossier, b.place desc) c
where c.establishment_id = s.establishment_id and c.dossier = s.id;

-- What the office writes down of somebody without an account is known before it is handed in.
update dossier_state s set phone = nullif(regexp_replace(c.contents ->> 'phone', '\D', '', 'g'), '')
from dossier_section c join dossier d on d.establishment_id = c.establishment_id and d.id = c.dossier
where c.establishment_id = s.establishment_id and c.dossier = s.id and c.section = 'contact'
  and d.account is null and d.entered <> 'online';

create index dossier_state_phone on dossier_state (establishment_id, reverse(phone) text_pattern_ops) where phone is not null;
create index dossier_number_end on dossier (establishment_id, reverse(number) text_pattern_ops);
drop index dossier_written_to;
create index dossier_written_to on dossier (establishment_id, lower(address)) where address is not null;

-- Between spaces, so that a word is told from a part of one, and one or two letters are looked for where words begin.
alter table dossier_state alter column folded
  set expression as (fold_name(' ' || coalesce(name, '') || ' ' || coalesce(also_named, '') || ' '));

-- Each word of four letters and more, and the same without each of its letters in turn: two words that share a key differ by one letter
-- (changed, missing, too many or moved). An exact look-up, where trigrams would ask for a threshold that short names never meet.
create function near_keys(folded text) returns text[]
language sql immutable parallel safe strict
as $$
  select coalesce(array_agg(distinct key), '{}')
  from regexp_split_to_table(folded, ' +') word, lateral (
    select word as key union all select left(word, n - 1) || substr(word, n + 1) from generate_series(1, length(word)) n) keys
  where length(word) >= 4
$$;
alter table dossier_state add column near text[]
  generated always as (near_keys(fold_name(coalesce(name, '') || ' ' || coalesce(also_named, '')))) stored;
create index dossier_state_near on dossier_state using gin (near) with (fastupdate = off);

drop function dossiers_named(text, uuid, text[]);
drop function dossiers_written_to(text, uuid, text);

-- One of the three is given: words, an ending of digits, or a whole address; within one intake, or all. `rank`: 0 whole words, a number
-- or an address; 1 parts of words; 2 one letter off. `like` and `&&` leak, so that under row security they go by no index: the function
-- sees all schools, and looks in that of the caller alone.
create function dossiers_found(school text, of_intake uuid, parts text[], ending text, written text)
returns table (id uuid, rank integer)
language plpgsql stable rows 50 security definer set search_path = pg_catalog, public, trigrams, pg_temp
-- Planned for what is asked: which index serves depends on it.
set plan_cache_mode = force_custom_plan
as $$
#variable_conflict use_column
declare
  words text[];
  patterns text[];
  longest text;
  others text[];
  keys text[];
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
  if cardinality(words) = 0 then
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
      and (of_intake is null or s.intake = of_intake);
  -- One word may be a letter off, and the others are all there.
  for n in 1 .. cardinality(words) loop
    keys := near_keys(words[n]);
    others := array(select case when length(word) < 3 then '% ' else '%' end || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'
      from unnest(words) with ordinality as w (word, nth) where nth <> n);
    if cardinality(keys) > 0 then
      return query select s.id, 2 from dossier_state s
        where s.establishment_id = school and s.near && keys and s.folded like all (others)
          and (of_intake is null or s.intake = of_intake);
    end if;
  end loop;
end
$$;
revoke all on function dossiers_found(text, uuid, text[], text, text) from public;
grant execute on function dossiers_found(text, uuid, text[], text, text) to livret_app;
