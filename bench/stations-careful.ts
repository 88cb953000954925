/** The careful peer of `stations.ts`: of each list the rows that ours shows, by hand, by keysets and in one query. It decides nothing. */
import Fastify, { type FastifyInstance } from "fastify";
import type pg from "pg";
import { list, page, signedIn } from "./office-careful.ts";

/** What each takes of its address, in the order of its values. */
type List = { readonly takes: readonly string[]; readonly text: string };

const LISTS: Readonly<Record<string, List>> = {
  admissions: {
    takes: ["intake"],
    text: `select one.*, d.number from (
        (select s.id, s.name, 'to-decide' as state, null::integer as rank, null::date as answer_by from dossier_state s
          where s.intake = $1 and s.standing = 'checked' and not s.to_confirm and s.state <> 'withdrawn'
            and not exists (select from admission_state a where a.id = s.id)
          order by s.changed_at, s.id limit 50)
        union all
        select a.id, s.name, a.state, a.rank, a.answer_by
        from unnest(array['eligible', 'waiting', 'offered', 'accepted']) g (state), lateral (
          select * from admission_state a where a.intake = $1 and a.state = g.state
          order by coalesce(a.rank, 0), a.changed_at, a.id limit 50) a join dossier_state s on s.id = a.id) one
      join dossier d on d.id = one.id`,
  },
  commission: {
    takes: ["intake", "commission"],
    text: `select a.id, s.name, d.number, a.state, p.decision, p.rank, p.grounds, i.state as interview, i.begins_at from (
        select * from admission_state where intake = $1 and state = 'eligible' order by coalesce(rank, 0), changed_at, id limit 50) a
      join dossier_state s on s.id = a.id join dossier d on d.id = a.id
      left join commission_proposal p on p.commission = $2 and p.dossier = a.id
      left join interview i on i.dossier = a.id`,
  },
  days: {
    takes: ["intake"],
    text: `select d.id, d.on_day, d.cancelled_at, count(i.id) as placed, count(i.id) filter (where i.state = 'placed') as to_tell
      from (select * from interview_day where intake = $1 order by on_day desc, id limit 50) d
      left join interview i on i.day = d.id group by d.id, d.on_day, d.cancelled_at order by d.on_day desc`,
  },
  cohorts: {
    takes: [],
    text: `select id, name, diploma, starts_on, ends_on, (select count(*) from enrolment e where e.cohort = c.id) as people
      from cohort c order by starts_on desc, id limit 50`,
  },
  trainees: {
    takes: ["cohort"],
    text: `select id, name, contract_on, given_on, state from enrolment where cohort = $1 order by name, id limit 50`,
  },
  week: {
    takes: ["cohort", "from", "until"],
    text: `select l.*, r.name as room_name from lesson l left join room r on r.id = l.room
      where l.cohort = $1 and l.on_day between $2::date and $3::date order by l.on_day, l.from_time, l.id`,
  },
  sessions: {
    takes: [],
    text: `select id, name, from_day, until_day, receives_by from exam_session order by until_day desc, id limit 50`,
  },
  studies: {
    takes: [],
    text: `select s.id, s.organisation, s.object, s.place, s.state, (select count(*) from study_group g where g.study = s.id) as groups
      from study s order by entered_at desc, id limit 50`,
  },
  after: {
    takes: [],
    text: `(select r.enrolment, e.name, r.complete_by, r.outcome from jury_result r join enrolment e on e.id = r.enrolment
        where complete_by is not null order by complete_by, r.id limit 50)
      union all
      (select r.enrolment, e.name, null, r.outcome from jury_result r join enrolment e on e.id = r.enrolment
        where outcome = 'diploma' order by r.notified_on, r.id limit 50)`,
  },
};

export function carefulLists(pool: pg.Pool, school: string): FastifyInstance {
  const inSchool = signedIn(pool, school);
  const app = Fastify();
  for (const [name, { takes, text }] of Object.entries(LISTS))
    app.get(`/${name}`, async (request, reply) => {
      const asked = request.query as Readonly<Record<string, string>>;
      const values = takes.map((one) => asked[one]);
      const rows = await inSchool(request.headers.cookie, (query) => query(text, values));
      return reply.type("text/html; charset=utf-8").send(page(list(name, rows)));
    });
  return app;
}
