/**
 * What the lists of `stations.ts` are read from: rows by SQL beside a grown school, of an intake of which everybody conforms. Nobody
 * did what they tell, and no chain speaks of them: they are there to be read.
 */

/** By the intake as $1: of ten candidacies two are to decide, four eligible, two wait, one is offered a place, one accepted. */
export const STATION_ROWS: readonly string[] = [
  `update dossier_state set state = 'submitted', standing = 'checked', to_confirm = false where intake = $1`,
  `delete from admission_state where intake = $1`,
  `create temporary table station as
     select s.id, s.name, d.account, row_number() over (order by s.id) as n
     from dossier_state s join dossier d on d.id = s.id where s.intake = $1`,
  `insert into admission_state (establishment_id, id, intake, state, rank, changed_at, account, list, answer_by)
     select 'faire-ess', id, $1, state, case state when 'waiting' then n end, now() - n * interval '1 second', account,
       case when state <> 'eligible' then md5('commission')::uuid end,
       case state when 'offered' then current_date + 10 end
     from station, lateral (select (array['eligible', 'eligible', 'eligible', 'eligible', 'waiting', 'waiting', 'offered',
       'accepted'])[n % 10 + 1] as state) one where n % 10 < 8`,
  `delete from commission where intake = $1`,
  `insert into commission (establishment_id, id, intake, held_on, members, version, opened_by, opened_at)
     values ('faire-ess', md5('commission')::uuid, $1, current_date, '[]', 1, '', now())`,
  `insert into commission_proposal (establishment_id, id, commission, dossier, decision, grounds, version, set_by, set_at)
     select 'faire-ess', id, md5('commission')::uuid, id, 'admitted', '', 1, '', now() from station where n % 10 < 2`,
  `delete from interview_day where intake = $1`,
  `insert into interview_day (establishment_id, id, intake, on_day, settings, version, opened_by, opened_at)
     select 'faire-ess', md5('day ' || n)::uuid, $1, current_date + n::integer,
       '{"opens":"09:00","closes":"18:00","breaks":[],"analysis":30,"interview":30,"step":5,"maxWait":60,"pairs":[],"rooms":[],"texts":[]}',
       1, '', now()
     from generate_series(0, (select max(n) from station) / 40) n`,
  // Eligible, all but a twentieth have an interview: some sixteen a day.
  `insert into interview (establishment_id, id, dossier, intake, day, state, analysis_room, analysis_seat, analysis_at,
       analysis_until, room, pair, begins_at, ends_at, version)
     select 'faire-ess', md5('interview ' || id)::uuid, id, $1, md5('day ' || n / 40)::uuid,
       case n % 3 when 0 then 'placed' else 'convoked' end, $1, 1, t, t + interval '30 minutes', $1, 'A',
       t + interval '30 minutes', t + interval '1 hour', 1
     from station, lateral (select now() + n * interval '1 minute' as t) one where n % 10 < 4 and n % 20 <> 0
     on conflict do nothing`,
  `insert into cohort (establishment_id, id, diploma, law_version, name, starts_on, ends_on, maquette, basis, opened_by, opened_at)
     select 'faire-ess', md5('cohort ' || n)::uuid, i.diploma, i.law_version, 'Cohort ' || n, current_date - 700 + n::integer,
       current_date + 300 + n::integer, '{}', '{}', '', now()
     from intake i, generate_series(0, 49) n where i.id = $1`,
  // Some thirty a cohort, and in the first as many lessons a week as a school gives.
  `create temporary table trained as
     select md5('enrolment ' || n)::uuid as id, n from generate_series(0, least(1500, 30 + (select max(n) from station) / 4)) n`,
  `insert into enrolment (establishment_id, id, dossier, account, cohort, name, contract_on, given_on, enrolled_by, enrolled_at)
     select 'faire-ess', id, id, id, md5('cohort ' || n / 30)::uuid, 'Trainee ' || lpad(n::text, 5, '0'), current_date - 700,
       current_date - 700, '', now() from trained`,
  `insert into lesson (establishment_id, id, cohort, unit, on_day, from_time, to_time, trainer, planned_by, planned_at)
     select 'faire-ess', md5('lesson ' || n)::uuid, md5('cohort 0')::uuid, 'U1', current_date - 300 + n / 4,
       lpad((8 + 2 * (n % 4))::text, 2, '0') || ':00', lpad((9 + 2 * (n % 4))::text, 2, '0') || ':30', 'account:' || $1, '', now()
     from generate_series(0, 2399) n`,
  `insert into exam_session (establishment_id, id, diploma, law_version, name, from_day, until_day, receives_by, opened_by, opened_at)
     select 'faire-ess', md5('session ' || n)::uuid, i.diploma, i.law_version, 'Session ' || n, current_date - n::integer,
       current_date - n::integer, current_date - n::integer, '', now()
     from intake i, generate_series(0, 399) n where i.id = $1`,
  `insert into study (establishment_id, id, diploma, organisation, contact, object, place, entered_by, entered_at)
     select 'faire-ess', md5('study ' || n)::uuid, i.diploma, 'Organisation ' || n, 'Somebody', 'A question', 'A town', '',
       now() - n * interval '1 hour' from intake i, generate_series(0, 999) n where i.id = $1`,
  `insert into jury_result (establishment_id, id, enrolment, account, entry, jury, sealed, notified_on, outcome, complete_by,
       result, published_at)
     select 'faire-ess', md5('result ' || id)::uuid, id, id, id, id, id, current_date - 100,
       case n % 3 when 0 then 'part' else 'diploma' end, case n % 3 when 0 then current_date - 100 + n::integer end,
     '{"validated": [], "acquired": [], "domains": []}', now()
     from trained`,
  "analyze",
];
