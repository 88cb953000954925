/** What holds after every step of every walk, each reckoned from the plain rows by another way than the rules’ own. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { sql } from "kysely";
import { type Actor, type View, view } from "../../act/act.ts";
import { may } from "../../act/permissions.ts";
import { readCandidate, readJury } from "../../certification/rules/sealed.ts";
import { withSchool } from "../../db/school.ts";
import { LAID, VIEWS } from "../../house/house.ts";
import { seeHours } from "../../training/hours/views.ts";
import { LAWS } from "../server.ts";
import { faultsOf } from "../playing.ts";
import { soundWaiting } from "../waiting-lines.ts";
import { TOLD } from "./certification.ts";
import { as, type Life, PLACES, SCHOOL, sees, walking, type Walker } from "./life.ts";

export async function everythingHolds(life: Life): Promise<void> {
  await decisionsCarryTheirFindings(life);
  await noPlaceIsGivenTwice(life);
  await nobodyIsListedUnheard(life);
  await noHourIsCountedTwice(life);
  await onlyRegularJuriesAreSealed(life);
  await nothingIsSealedUnseen(life);
  await noElderIsPublishedOverALater(life);
  await diplomasHaveEveryDomain(life);
  await nothingIsToldTooSoon(life);
  await nothingIsTakenFromUnder(life);
  await whatWaitsIsTrue(life);
}

/** The lines are what the facts say, and stood the day before the calendar did what an act would have prevented. */
async function whatWaitsIsTrue({ world, foretelling }: Life): Promise<void> {
  await soundWaiting(world);
  deepEqual(foretelling.faults, []);
}

/** Of what a later room laid on a thing, the thing is never taken away. */
async function nothingIsTakenFromUnder({ world }: Life): Promise<void> {
  for (const { by, standing } of LAID) {
    const found = (await withSchool(world.db, SCHOOL, async (tx) => standing.never?.(tx))) ?? [];
    deepEqual(found, [], `${standing.on.name} taken away under ${by}`);
  }
}

/** At the end of a walk: the record is whole, and every kept state is what its facts say. */
export async function nothingIsToMend(life: Life): Promise<void> {
  const faults = await faultsOf(life.world, SCHOOL);
  // Those who come to a session are planted as the code of their invitation leaves them, and no act wrote them.
  const own = faults.filter((one) => !one.startsWith(`${SCHOOL}: guest:`));
  deepEqual(own, []);
}

/** Of eligibility under each way in, of relief under each domain. */
async function decisionsCarryTheirFindings({ world }: Life): Promise<void> {
  const facts = await withSchool(world.db, SCHOOL, (tx) =>
    tx
      .selectFrom("admission_fact")
      .select(["kind", "details"])
      .where("kind", "in", ["eligibility", "relief"])
      .execute(),
  );
  for (const { kind, details } of facts) {
    const { answer, pathway } = details as { readonly answer?: object; readonly pathway?: { readonly answer: object } };
    const said = JSON.stringify(kind === "eligibility" ? answer : pathway?.answer);
    ok(/"findings":\[\{/.test(said) && said.includes('"basis":{'), `${kind} without what it rests on: ${said}`);
  }
}

async function noPlaceIsGivenTwice({ world, added }: Life): Promise<void> {
  await withSchool(world.db, SCHOOL, async (tx) => {
    const held = await tx
      .selectFrom("admission_state")
      .select("id")
      .where("state", "in", ["offered", "accepted"])
      .execute();
    ok(held.length <= PLACES + added, `${held.length} places of ${PLACES} and ${added}`);
    const enrolled = await tx.selectFrom("enrolment").select("dossier").execute();
    equal(new Set(enrolled.map(({ dossier }) => dossier)).size, enrolled.length);
    ok(enrolled.length <= PLACES + added, "more are enrolled than have places");
  });
}

/** Heard, noted absent, or with a ground of the commission that listed them. */
async function nobodyIsListedUnheard({ world }: Life): Promise<void> {
  const { rows } = await withSchool(world.db, SCHOOL, (tx) =>
    sql`select f.dossier from admission_fact f where f.kind = 'listed' and f.details ->> 'terms' is null
      and not exists (select from interview i where i.dossier = f.dossier and i.state in ('agreed', 'missed'))
      and not exists (select from commission_ground g where g.dossier = f.dossier and g.condition = 'heard')`.execute(
      tx,
    ),
  );
  deepEqual(rows, [], "listed unheard, without a ground");
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Each minute in which somebody was where a lesson was, once. */
async function noHourIsCountedTwice(life: Life): Promise<void> {
  for (const { enrolment } of life.walkers) {
    if (enrolment === undefined) continue;
    const hours = await sees(life, seeHours, as(life, "officer"), { enrolment, language: "fr" });
    if (!hours) continue;
    const there = await withSchool(life.world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("attendance as a")
        .innerJoin("lesson as l", (join) => join.onRef("l.id", "=", "a.lesson"))
        .select(["l.id", "l.on_day", "l.from_time", "l.to_time", "l.cancelled_why", "a.status", "a.number"])
        .where("a.enrolment", "=", enrolment)
        .orderBy("a.number")
        .execute(),
    );
    const last = [...new Map(there.map((one) => [one.id, one])).values()];
    const minutes = new Set<string>();
    for (const one of last) {
      if (one.cancelled_why !== null || !["present", "part"].includes(one.status)) continue;
      for (let at = minutesOf(one.from_time); at < minutesOf(one.to_time); at++) {
        const minute = `${one.on_day} ${at}`;
        ok(!minutes.has(minute), `${minute} in two lessons`);
        minutes.add(minute);
      }
    }
    const { done, pending } = hours.totals;
    ok(done + pending <= minutes.size, `${done} and ${pending} minutes of ${minutes.size}`);
  }
}

type Rows = { readonly jury: string; readonly entry: string | null; readonly version: number; readonly sealed: string };

async function sealedIn({ world }: Life): Promise<readonly Rows[]> {
  return withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("jury_sealed").select(["jury", "entry", "version", "sealed"]).orderBy("version").execute(),
  );
}

/** What is sealed, put to the decisions again, gives what was sealed; and that the jury might close. */
async function onlyRegularJuriesAreSealed(life: Life): Promise<void> {
  const { world } = life;
  const sealed = await sealedIn(life);
  const again = (decision: string, input: unknown) => {
    const decided = world.decide(decision, input);
    if (!decided || !("answer" in decided)) throw new Error(`${decision}: ${JSON.stringify(decided)}`);
    return decided.answer("fr");
  };
  for (const one of sealed) {
    if (one.entry === null) {
      const jury = readJury(one.sealed);
      equal(again("jury", { id: "again", ...jury.decision }).mayClose, true, one.sealed);
    } else {
      const candidate = readCandidate(one.sealed);
      const { outcome, acquired } = again("certification", candidate.certification);
      deepEqual({ outcome, acquired }, { outcome: candidate.outcome, acquired: candidate.acquired });
    }
  }
}

/**
 * Of each exam that was sealed, no mark was set after the jury decided it: by the last vote, or where there was none by the last
 * adoption. Those that examiners give are told apart by their hour, those of the jury by their place.
 */
async function nothingIsSealedUnseen(life: Life): Promise<void> {
  const facts = await withSchool(life.world.db, SCHOOL, (tx) =>
    tx
      .selectFrom("jury_fact")
      .select(["jury", "entry", "kind", "said", "place", "noted_at"])
      .orderBy("place")
      .execute(),
  );
  const marks = await withSchool(life.world.db, SCHOOL, (tx) =>
    tx
      .selectFrom("exam_mark as m")
      .innerJoin("exam_sitting as s", (join) => join.onRef("s.id", "=", "m.sitting"))
      .innerJoin("exam_group as g", (join) => join.onRef("g.id", "=", "s.exam_group"))
      .select(["s.entry", "g.exam", "m.given_at"])
      .execute(),
  );
  for (const { jury, entry, sealed } of await sealedIn(life)) {
    if (entry === null) continue;
    const { votes } = readCandidate(sealed);
    const own = facts.filter((one) => one.jury === jury);
    for (const { exam, for: voted } of votes) {
      const of = (kind: string) =>
        own.filter((one) => one.kind === kind && one.entry === entry && (one.said as { exam?: string }).exam === exam);
      const decided = voted === undefined ? own.findLast(({ kind }) => kind === "adopted") : of("votes").at(-1);
      ok(decided, `${exam} is sealed and nobody decided it`);
      ok(!of("anew").some(({ place }) => place > decided.place), `${exam} was set anew after it was decided`);
      const later = marks.some((one) => one.entry === entry && one.exam === exam && one.given_at > decided.noted_at);
      ok(!later, `${exam} was marked after it was decided`);
    }
  }
}

/** When it was published, nothing later was sealed of the same person. */
async function noElderIsPublishedOverALater(life: Life): Promise<void> {
  const published = await withSchool(life.world.db, SCHOOL, (tx) =>
    tx
      .selectFrom("jury_result as r")
      .innerJoin("jury_sealed as s", (join) => join.onRef("s.id", "=", "r.sealed"))
      .select(["r.entry", "r.published_at", "s.version"])
      .execute(),
  );
  const versions = await withSchool(life.world.db, SCHOOL, (tx) =>
    tx
      .selectFrom("jury_sealed as s")
      .innerJoin("jury as j", (join) => join.onRef("j.id", "=", "s.jury"))
      .select(["s.entry", "s.version", "j.closed_at"])
      .execute(),
  );
  for (const { entry, version, published_at } of published) {
    const over = versions.some((one) => one.entry === entry && one.version > version && one.closed_at! <= published_at);
    ok(!over, `version ${version} was published over a later one`);
  }
}

/** Of what was notified last, a diploma has each of its domains, which the juries validated: nobody here holds any from elsewhere. */
async function diplomasHaveEveryDomain(life: Life): Promise<void> {
  const { world } = life;
  const domains = LAWS.diplomas.find(({ data }) => data.diploma === "deis")!.data.domains.map(({ domain }) => domain);
  const sealed = (await sealedIn(life)).flatMap((one) => (one.entry === null ? [] : [readCandidate(one.sealed)]));
  for (const one of sealed.filter(({ outcome }) => outcome === "diploma")) {
    const validated = sealed.filter(({ enrolment }) => enrolment === one.enrolment).flatMap((own) => own.validated);
    deepEqual([...new Set(validated)].sort(), domains, one.name);
    deepEqual([...one.acquired].sort(), domains);
  }
  const handed = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("exam_after").select("enrolment").where("kind", "=", "received").execute(),
  );
  for (const { enrolment } of handed)
    ok(
      sealed.some((one) => one.enrolment === enrolment && one.outcome === "diploma"),
      "a parchment without a diploma",
    );
}

/** All that somebody may read of themselves tells no mark before one was notified. */
async function nothingIsToldTooSoon(life: Life): Promise<void> {
  const now = await withSchool(life.world.db, SCHOOL, async (tx) => {
    const marks = await tx.selectFrom("exam_mark").select("id").execute();
    const juries = await tx.selectFrom("jury").select(["closed_at", "notified_on"]).execute();
    return {
      marks: marks.length,
      notified: juries.some((one) => one.notified_on !== null),
      closed: juries.filter((one) => one.closed_at !== null).length,
    };
  });
  const asked = JSON.stringify(now);
  if (now.marks === 0 || now.notified || life.asked === asked) return;
  life.asked = asked;
  for (const walker of life.walkers) ok(!TOLD.test(await toldTo(life, walker)), `${walker.who.name} reads a mark`);
}

async function toldTo(life: Life, walker: Walker): Promise<string> {
  const actor = walking(life, walker);
  const { dossier, enrolment, who } = walker;
  const ids = { dossier, account: who.account, ...(enrolment !== undefined && { enrolment }) };
  const inputs = [{}, ...Object.entries(ids).map(([key, id]) => ({ [key]: id })), { enrolment, language: "fr" }];
  const parts: string[] = [];
  for (const one of VIEWS.filter((seen) => may(actor, seen.who)))
    for (const input of inputs) parts.push(await said(life, one, actor, input));
  return parts.join("\n");
}

async function said({ world }: Life, one: View, actor: Actor, input: object): Promise<string> {
  const found = await view(world, one, { actor, establishment: SCHOOL, input });
  return found.kind === "found" ? `${one.name} ${JSON.stringify(found.value)}` : "";
}

/** What happened in a walk, acts of the calendar among it. */
export async function happened({ world, met }: Life): Promise<readonly string[]> {
  const acts = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("audit_record").select("act").distinct().execute(),
  );
  return [...acts.map(({ act }) => act), ...met];
}
