/** The director's year, against counts by hand: each figure, and the rows that it leads to. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import readXlsxFile from "read-excel-file/node";
import { type Actor, type View, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { decideEligibility, decideRelief } from "../../admission/decide-acts.ts";
import { acceptPlace } from "../../admission/place-acts.ts";
import { withSchool } from "../../db/school.ts";
import { newId } from "../../kit/id.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { closed, conforming, eligible, sittingCommission } from "../../test/admissions.ts";
import { aDossier } from "../../test/dossiers.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../../test/intakes.ts";
import { deed, makeAccount, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, employed, enrolled } from "../../test/trainees.ts";
import { buildServer } from "../../web/server.ts";
import { cancelLesson, planLessons } from "../../training/lessons/acts.ts";
import { directorWords } from "./pages/words.ts";
import { LISTED_PROOFS, seeEvidence, seeEvidencePapers } from "./evidence.ts";
import {
  countWaiting,
  lessonsOfUnit,
  seeDeadlines,
  seeFunnel,
  seeHoursByUnit,
  seeMoneyByMonth,
  whoReachedStep,
} from "./views.ts";

const SCHOOL = "faire-ess";

type Seen<V extends { read: (...given: never[]) => unknown }> = NonNullable<Awaited<ReturnType<V["read"]>>>;

describe("the director’s year", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2027-02-01T08:00:00Z");
  let director: Actor;
  let intake: string;
  let cohort: string;
  let lessons: readonly string[] = [];
  const read = (what: View, input: object = {}, actor = director) =>
    view(world, what, { actor, establishment: SCHOOL, input });
  const seen = async <V>(what: View, input: object = {}, actor = director): Promise<V> => {
    const found = await read(what, input, actor);
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value as V;
  };
  const funnel = async () => {
    const { steps, carried } = await seen<Seen<typeof seeFunnel>>(seeFunnel, { intake });
    return { ...Object.fromEntries(steps.map(({ step, count }) => [step, count])), carried };
  };
  const unit = async (name: string) => {
    const { cohorts } = await seen<Seen<typeof seeHoursByUnit>>(seeHoursByUnit);
    const one = cohorts[0]!.units.find((found) => found.unit === name)!;
    return [one.due, one.held, one.unsigned, one.unnoted, one.planned, one.missing, one.apart].map(
      (minutes) => minutes / 60,
    );
  };

  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    director = (await employed(world, "Dora Directrice", "director")).actor;
    ({ id: intake } = await openedIntake(world, { places: 2, answerWithin: 10 }));
    const [ada, ben, chloe] = [
      await eligible(world, "Ada Admise", intake),
      await eligible(world, "Ben Offert", intake),
      await eligible(world, "Chloé Refusée", intake),
    ];
    const dan = await conforming(world, "Dan Irrecevable", undefined, intake);
    const refusal = { outcome: "not-eligible", ground: "Il manque un titre." } as const;
    await deed(world, decideEligibility, HEAD_OF_TRAINING, { dossier: dan.dossier, ...refusal });
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [ben.dossier, "admitted"],
      [chloe.dossier, "refused"],
    ]);
    await closed(world, commission);
    now = new Date("2027-02-03T08:00:00Z");
    await deed(world, acceptPlace, { ...ada.actor, authenticatedAt: now } as Actor, { dossier: ada.dossier });
    await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier: ada.dossier });
    cohort = await aCohort(world, HEAD_OF_TRAINING);
    const enrolment = await enrolled(world, HEAD_OF_TRAINING, ada, cohort);
    await conforming(world, "Eva Déposée", undefined, intake);
    const farid = await makeAccount(world, { name: "Farid Brouillon", address: "farid@exemple.fr" });
    await aDossier(world, farid, { intake });
    const carried = await makeAccount(world, { name: "Gaël Repris", address: "gael@exemple.fr" });
    const before = await aDossier(world, carried, { intake });
    await withSchool(world.db, SCHOOL, async (tx) => {
      await sql`update dossier set entered = 'carried' where id = ${before}::uuid`.execute(tx);
      const interview = async (dossier: string, state: string) =>
        sql`insert into interview (id, dossier, intake, day, state, analysis_at, analysis_until, room, pair, begins_at, ends_at, version)
          values (${newId()}::uuid, ${dossier}::uuid, ${intake}::uuid, ${newId()}::uuid, ${state}, '2027-01-20 09:00Z', '2027-01-20 09:00Z',
            ${newId()}::uuid, 'A', '2027-01-20 09:00Z', '2027-01-20 10:00Z', 1)`.execute(tx);
      await interview(ada.dossier, "agreed");
      await interview(ben.dossier, "agreed");
      await interview(chloe.dossier, "missed");
      const [session, jury, wrong] = [newId(), newId(), newId()];
      await sql`insert into exam_session (id, diploma, law_version, name, from_day, until_day, receives_by, opened_by, opened_at)
        values (${session}::uuid, 'deis', '2006', 'Février', '2027-02-01', '2027-02-20', '2027-02-10', 'operator', ${now})`.execute(
        tx,
      );
      await sql`insert into jury (id, session, on_day, opened_by, opened_at)
        values (${jury}::uuid, ${session}::uuid, '2027-02-25', 'operator', ${now})`.execute(tx);
      const ruled = async (id: string, outcome: string, replaces: string | null) =>
        sql`insert into jury_result (id, enrolment, entry, jury, sealed, replaces, notified_on, outcome, result, published_at)
          values (${id}::uuid, ${enrolment}::uuid, ${newId()}::uuid, ${jury}::uuid, ${newId()}::uuid, ${replaces}::uuid,
            '2027-02-02', ${outcome}, '{}', ${now})`.execute(tx);
      await ruled(wrong, "diploma", null);
      await ruled(newId(), "partial", wrong);
    });
    now = new Date("2027-02-10T08:00:00Z");
    const trainer = `account:${(await employed(world, "Tom Formateur", "trainer")).account}`;
    const at = (on: string, from: string, to: string) => ({ unit: "UF2.4", on, from, to, trainer });
    ({ lessons } = await deed(world, planLessons, HEAD_OF_TRAINING, {
      cohort,
      lessons: [
        at("2027-02-11", "09:00", "12:00"),
        at("2027-02-11", "13:30", "16:00"),
        at("2027-02-12", "09:00", "12:00"),
        at("2027-02-16", "09:00", "12:00"),
        at("2027-02-17", "09:00", "11:00"),
      ],
    }));
    await deed(world, cancelLesson, HEAD_OF_TRAINING, { id: lessons[2]!, version: 1, why: "Grève" });
    await withSchool(world.db, SCHOOL, (tx) =>
      sql`insert into attendance_list (id, lesson, records, shown, signed_by, signed_at)
        values (${newId()}::uuid, ${lessons[0]!}::uuid, '[]', '', ${trainer}, ${now})`.execute(tx),
    );
    now = new Date("2027-02-16T08:00:00Z");
  });
  after(() => close());

  it("counts who reached each step, and leaves apart who was in training before", async () => {
    // Of seven applications one was carried over. A ruling that was replaced grants nothing.
    deepEqual(await funnel(), {
      begun: 6,
      handedIn: 5,
      eligible: 3,
      heard: 2,
      offered: 2,
      accepted: 1,
      enrolled: 1,
      graduated: 0,
      carried: 1,
    });
  });

  it("names as many people as each step counts", async () => {
    const { steps } = await seen<Seen<typeof seeFunnel>>(seeFunnel, { intake });
    for (const { step, count } of steps) {
      const { people } = await seen<Seen<typeof whoReachedStep>>(whoReachedStep, { intake, step });
      equal(people.length, count, step);
    }
    const { people } = await seen<Seen<typeof whoReachedStep>>(whoReachedStep, { intake, step: "offered" });
    deepEqual(
      people.map(({ name, on }) => [name, on]),
      [
        ["Admise Ada", "2027-02-01"],
        ["Offert Ben", "2027-02-01"],
      ],
    );
  });

  it("sets beside it the intake before, as many days after it opened", async () => {
    const [earlier, first, second] = [newId(), "2026-02-16T10:00:00Z", "2026-02-17T10:00:00Z"];
    await withSchool(world.db, SCHOOL, async (tx) => {
      await sql`insert into intake (id, diploma, law_version, state, version, settings, opens_at, closes_at, prepared_at, prepared_by, opened_at, opened_by, basis)
        select ${earlier}::uuid, diploma, law_version, 'closed', 1, settings, opens_at - interval '365 days', closes_at - interval '365 days',
          prepared_at, prepared_by, opened_at, opened_by, basis from intake where id = ${intake}::uuid`.execute(tx);
      for (const [nth, at] of [first, second].entries())
        await sql`insert into dossier (id, intake, number, entered, language, started_at)
          values (${newId()}::uuid, ${earlier}::uuid, ${`ANC-${String(nth)}`}, 'online', 'fr', ${at})`.execute(tx);
    });
    const { earlierOn, steps } = await seen<Seen<typeof seeFunnel>>(seeFunnel, { intake });
    equal(earlierOn, "2026-02-16");
    deepEqual(
      steps.slice(0, 2).map(({ count, before }) => [count, before]),
      [
        [6, 1],
        [5, 0],
      ],
    );
  });

  it("holds no lesson for given of which nobody noted attendance", async () => {
    // 3 h and 2 h 30 are past, of which 3 h are on a signed list; 3 h today and 2 h tomorrow; 3 h were cancelled.
    const [due, ...others] = await unit("UF2.4");
    deepEqual(others, [3, 0, 2.5, 5, due! - 10.5, 0]);
    const { lessons: listed } = await seen<Seen<typeof lessonsOfUnit>>(lessonsOfUnit, { cohort, unit: "UF2.4" });
    deepEqual(
      listed.map(({ state }) => state),
      ["held", "unnoted", "planned", "planned"],
    );
  });

  it("adds hours held, to countersign, planned from today on, and missing, without cancelled lessons", async () => {
    await withSchool(world.db, SCHOOL, (tx) =>
      sql`insert into attendance (id, enrolment, lesson, number, status, how, recorded_by, recorded_at)
        select ${newId()}::uuid, id, ${lessons[1]!}::uuid, 1, 'absent', 'listed', 'operator', ${now} from enrolment`.execute(
        tx,
      ),
    );
    const [due, ...others] = await unit("UF2.4");
    deepEqual(others, [5.5, 2.5, 0, 5, due! - 10.5, 0]);
    const elsewhere = await unit("UF1.1");
    deepEqual(elsewhere, [elsewhere[0], 0, 0, 0, 0, elsewhere[0], 0]);
  });

  it("lists the lessons of a unit, each with its state", async () => {
    const listed = await seen<Seen<typeof lessonsOfUnit>>(lessonsOfUnit, { cohort, unit: "UF2.4" });
    deepEqual(
      listed.lessons.map(({ on, minutes, state }) => [on, minutes, state]),
      [
        ["2027-02-11", 180, "held"],
        ["2027-02-11", 150, "unsigned"],
        ["2027-02-16", 180, "planned"],
        ["2027-02-17", 120, "planned"],
      ],
    );
  });

  it("names the days ahead of three months, and what waits for each role with a last day", async () => {
    const { until, dates, waiting } = await seen<Seen<typeof seeDeadlines>>(seeDeadlines);
    equal(until, "2027-05-17");
    deepEqual(
      dates.map(({ kind, on }) => [kind, on]),
      [
        ["jury", "2027-02-25"],
        ["intake-closes", "2027-03-31"],
      ],
    );
    const december = await seen<Seen<typeof seeDeadlines>>(seeDeadlines, { month: "2026-12" });
    deepEqual(
      december.dates.filter(({ kind }) => kind === "registration-ends").map(({ id, on }) => [id, on]),
      [["deis", "2026-12-31"]],
    );
    const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
      sql<{ key: string; late: boolean }>`select key, due_on < '2027-02-16'::date as late from waiting
        where who like 'may:%' and due_on <= '2027-03-19' and from_on <= '2027-02-16' and until_on > '2027-02-16'`.execute(
        tx,
      ),
    );
    const sum = (of: "late" | "soon") => waiting.reduce((all, one) => all + one[of], 0);
    deepEqual(
      [sum("late"), sum("soon")],
      [rows.filter(({ late }) => late).length, rows.filter(({ late }) => !late).length],
    );
    // Two lessons are past, and no trainer signed: the school is to see to it. What conforms is promised a decision within fifteen days.
    deepEqual(
      waiting.map(({ key, late, soon, first }) => [key, late, soon, first]),
      [
        ["countersign", 2, 0, "2027-02-11"],
        ["decideEligibility", 0, 1, "2027-02-18"],
      ],
    );
  });

  it("counts what is late once, and of it what stands in the reader’s own list, as «À faire» does", async () => {
    const today = "2027-02-16";
    const counted = async (actor: Actor) => (await seen<Seen<typeof seeDeadlines>>(seeDeadlines, {}, actor)).totals;
    const listed = async (actor: Actor) => {
      const { lines } = await seen<{ lines: { dueOn: string | null; putOffUntil: string | null }[] }>(
        world.house.myWaiting,
        {},
        actor,
      );
      return lines.filter(({ dueOn, putOffUntil }) => dueOn !== null && dueOn < today && putOffUntil === null).length;
    };
    for (const actor of [director, HEAD_OF_TRAINING]) equal((await counted(actor)).mine, await listed(actor));
    equal((await counted(HEAD_OF_TRAINING)).mine, 2);
    const change = (statement: ReturnType<typeof sql>) => withSchool(world.db, SCHOOL, (tx) => statement.execute(tx));
    // The same two lines wait for a second role, then one of them is put off.
    await change(sql`insert into waiting (id, chain, key, part, who, person, from_on, due_on, until_on, facts, except_for, within)
      select gen_random_uuid(), chain, key, part, 'may:see the dossiers', person, from_on, due_on, until_on, facts, except_for, within
      from waiting where key = 'countersign' and who like 'may:%'`);
    equal((await counted(HEAD_OF_TRAINING)).late, 2);
    await change(sql`update waiting set put_off_until = '2027-02-20' where chain = (select min(chain) from waiting where key = 'countersign')
      and key = 'countersign'`);
    await change(sql`delete from waiting where who = 'may:see the dossiers' and key = 'countersign'`);
    const { late, mine } = await counted(HEAD_OF_TRAINING);
    deepEqual([late, mine], [1, await listed(HEAD_OF_TRAINING)]);
    await change(sql`update waiting set put_off_until = null where key = 'countersign'`);
  });

  it("reads a month that is over as it was at its end", async () => {
    const month = "2027-01";
    const { steps, asOf } = await seen<Seen<typeof seeFunnel>>(seeFunnel, { intake, month });
    // Nobody had applied yet; two interviews of this test were before.
    deepEqual([asOf, ...steps.map(({ count }) => count)], ["2027-01-31", 0, 0, 0, 2, 0, 0, 0, 0]);
    const { people } = await seen<Seen<typeof whoReachedStep>>(whoReachedStep, { intake, step: "begun", month });
    deepEqual(people, []);
    const { dates, from, until } = await seen<Seen<typeof seeDeadlines>>(seeDeadlines, { month: "2027-02" });
    deepEqual(
      [from, until, ...dates.map(({ kind, on }) => `${kind} ${on}`)],
      ["2027-02-01", "2027-02-28", "exam-receives 2027-02-10", "jury 2027-02-25"],
    );
  });

  it("counts what waits for a signature of the reader, and what they may do by each day", async () => {
    const keys = ["signProgramme", "countersignContract"];
    const { kinds } = await seen<Seen<typeof countWaiting>>(countWaiting, { keys });
    deepEqual(
      kinds.map(({ key, count }) => [key, count]),
      [["signProgramme", 1]],
    );
    equal((await read(countWaiting, { keys }, HEAD_OF_TRAINING)).kind, "found");
    const auditor = (await employed(world, "Aude Auditrice", "auditor")).actor;
    deepEqual((await seen<Seen<typeof countWaiting>>(countWaiting, { keys }, auditor)).kinds, []);
    const month = { month: "2027-02" };
    const { due } = await seen<Seen<typeof seeDeadlines>>(seeDeadlines, month, HEAD_OF_TRAINING);
    deepEqual(
      due.map(({ key, on, count }) => [key, on, count]),
      [
        ["countersign", "2027-02-11", 2],
        ["decideEligibility", "2027-02-18", 1],
      ],
    );
    deepEqual((await seen<Seen<typeof seeDeadlines>>(seeDeadlines, month, auditor)).due, []);
  });

  it("says what was asked for and received in each of twelve months", async () => {
    await withSchool(world.db, SCHOOL, async (tx) => {
      const { rows } = await sql<{ id: string }>`select id from charge order by id`.execute(tx);
      const paid = async (nth: number, amount: number, on: string) => {
        const id = newId();
        await sql`insert into payment (id, number, charge, amount, paid_on, recorded_on, means)
          values (${id}::uuid, ${`P-${String(nth)}`}, ${rows[nth]!.id}::uuid, ${amount}, ${on}, ${on}, 'cash')`.execute(
          tx,
        );
        return id;
      };
      await paid(0, 16_000, "2027-01-31");
      await paid(1, 2_500, "2027-02-01");
      const back = await paid(2, 6_000, "2027-02-02");
      await sql`insert into payment_reversal (id, charge, reversed_on, reason, made_by)
        values (${back}::uuid, ${rows[2]!.id}::uuid, '2027-02-03', 'Erreur', 'operator')`.execute(tx);
    });
    const { months } = await seen<Seen<typeof seeMoneyByMonth>>(seeMoneyByMonth);
    // Five were asked for 160 € on applying. 160 € and 25 € came in, by their own days; 60 € went back.
    deepEqual(months.length, 12);
    deepEqual(months.at(0), { month: "2026-03", charged: 0, received: 0 });
    deepEqual(months.slice(-2), [
      { month: "2027-01", charged: 0, received: 16_000 },
      { month: "2027-02", charged: 80_000, received: 2_500 },
    ]);
  });

  it("counts of each indicator of quality what is kept of the year, and says what the school adds", async () => {
    const { indicators, published } = await seen<Seen<typeof seeEvidence>>(seeEvidence, {
      diploma: "deis",
      year: 2027,
    });
    deepEqual(
      indicators.map(({ indicator }) => indicator),
      ["1", "2", "3", "4", "9", "11", "12", "30", "31", "32"],
    );
    ok(indicators.every(({ adds, note }) => adds.length > 0 && note !== null));
    const of = (which: string) =>
      Object.fromEntries(
        indicators
          .find(({ indicator }) => indicator === which)!
          .proofs.map(({ proof, count, last }) => [proof, [count, last]]),
      );
    deepEqual(of("4"), {
      applications: [5, "2027-02-03"],
      interviews: [2, "2027-01-20"],
      programmes: [0, null],
    });
    deepEqual(of("11"), { marks: [0, null], appreciations: [0, null], rulings: [2, "2027-02-02"] });
    deepEqual(of("12").attendance, [1, "2027-02-10"]);
    equal(published, null);
    // Noted once they are in training, a handing-over is no proof that it came before; on the day itself it is.
    const handed = (on: string) =>
      withSchool(world.db, SCHOOL, (tx) =>
        sql`insert into contract_fact (id, dossier, place, kind, on_day, details, made_by, made_at)
          select ${newId()}::uuid, dossier, 900 + ${Number(on.slice(8))}::integer, 'handed', ${on}::date, '{}', 'operator', ${now} from enrolment`.execute(
          tx,
        ),
      );
    await handed("2027-02-03");
    await handed("2027-02-04");
    const again = await seen<Seen<typeof seeEvidence>>(seeEvidence, { diploma: "deis", year: 2027 });
    const contracts = (one: typeof again) =>
      one.indicators.flatMap(({ proofs }) => proofs).find(({ proof }) => proof === "contracts")!;
    deepEqual(contracts(again), {
      proof: "contracts",
      count: contracts({ ...again, indicators }).count + 1,
      last: "2027-02-03",
    });
    // As many papers as are counted, each with what its page is about; of rulings one for each jury and day.
    for (const proof of LISTED_PROOFS) {
      const { rows } = await seen<Seen<typeof seeEvidencePapers>>(seeEvidencePapers, { proof, year: 2027 });
      const counted = again.indicators.flatMap(({ proofs }) => proofs).find((one) => one.proof === proof)!;
      equal(rows.length, proof === "rulings" ? 1 : counted.count, proof);
      equal(rows[0]?.on ?? null, counted.last, proof);
    }
    const before = await seen<Seen<typeof seeEvidence>>(seeEvidence, { diploma: "deis", year: 2024 });
    ok(
      before.indicators.every(({ proofs }) =>
        proofs.every(({ proof, count }) => proof === "public-page" || count === 0),
      ),
    );
  });

  it("is the same on the page and in the spreadsheet", async () => {
    const other = await employed(world, "Denis Directeur", "director");
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const cookie = `${SESSION_COOKIE}=${await openedSession(world, other, ["password", "totp"])}`;
    const got = await app.inject({ url: `/${SCHOOL}/annee/direction.xlsx`, headers: { cookie } });
    await app.close();
    equal(got.statusCode, 200);
    const sheets = await readXlsxFile(got.rawPayload);
    deepEqual(
      sheets.map(({ sheet }) => sheet),
      ["Candidatures", "Heures", "Échéances", "À faire", "Argent par mois", "Argent dû"],
    );
    deepEqual(
      sheets[0]!.data.slice(1).map((row) => row.slice(1)),
      (await seen<Seen<typeof seeFunnel>>(seeFunnel)).steps.map(({ step, count, before }) => [
        directorWords.fr.funnel.steps[step],
        count,
        before,
      ]),
    );
    const line = sheets[1]!.data.find(([, name]) => name === "Étude de terrain")!;
    deepEqual(line.slice(3, 7), [5.5, 2.5, 0, 5]);
  });

  it("is read by those who may see the year, its money by those who see the accounts", async () => {
    const { actor: finance } = await employed(world, "Fanny Finance", "finance");
    equal((await read(seeFunnel, {}, finance)).kind, "forbidden");
    equal((await read(seeHoursByUnit, {}, finance)).kind, "forbidden");
    equal((await read(seeMoneyByMonth, {}, finance)).kind, "found");
    equal((await read(seeMoneyByMonth, {}, HEAD_OF_TRAINING)).kind, "forbidden");
    equal((await read(whoReachedStep, { intake: newId(), step: "begun" })).kind, "missing");
  });
});
