/** After a jury: publishing what the State notified, warning of the five-year limit, deciding lapses, handing over the parchment. */
import { labelled, sayDay } from "../../kit/lang.ts";
import { issue } from "../../kit/schema.ts";
import { createHash } from "node:crypto";
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { type Shown, SHOWN_NOTHING } from "../../act/shows.ts";
import { lockChains } from "../../act/chain.ts";
import { change, keep } from "../../act/keep.ts";
import { actorName } from "../../act/permissions.ts";
import { certificationRule } from "../../decisions/certification/rule.ts";
import type { Day } from "../../kit/day.ts";
import type { Lang } from "../../kit/lang.ts";
import { allows, barred, leaves } from "../../kit/machine.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { dayIn } from "../../kit/zone.ts";
import { DaySchema, oneOf } from "../../law/entry.ts";
import { attachFile } from "../../files/attach.ts";
import { postMail } from "../../mail/post.ts";
import { signedOnPaper } from "../../issued-documents/sign.ts";
import { enrolledPersons, enrolmentChain, traineeReached } from "../../training/enrolled.ts";
import { enterResults, type ExamResult, resultsOf } from "../../training/results/enter.ts";
import { Ground, Name } from "../acts.ts";
import { standingsOf } from "../brought.ts";
import { readCandidate, type ResultSaid, type SealedCandidate } from "../rules/sealed.ts";
import { isInSession, isWithin } from "../let-in.ts";
import { clockMail, keptMail, lapsedMail, OPEN, parchmentMail, resultsLetter, resultsMail } from "../mails.ts";
import { said } from "../refusals.ts";
import type { Diploma } from "../../law/diploma.ts";
import type { Entry } from "../rules/facts.ts";
import { sealedInput } from "../juries/sealing.ts";
import { clockOf } from "../rules/clock.ts";
import { lapses, toSit } from "../rules/standing.ts";
import { JURY, juryState } from "../rules/jury.ts";
import { lastResultsOf, listAfter, listResults, listSealed } from "../store.ts";
import { certifiedChain, deliberating, juryChain } from "../load.ts";
import { attest, attestNoMore, attestUntil } from "./attesting.ts";
import { noteAfter } from "./noting.ts";
import { publishedLines, toPublish } from "./to-publish.ts";
import * as output from "../output.ts";

/** Dated by the State's own notification, from which the years to complete run; the time to contest runs from the day people are told. */
export const publishResults = defineAct({
  name: "publishResults",
  label: { fr: "Publier les décisions notifiées", en: "Publish the decisions notified" },
  who: "publish results",
  form: Type.Object({ jury: Id, notifiedOn: DaySchema }, closed),
  from: leaves(JURY, "notified"),
  output: output.publishResults,
  shows: { lines: true },
  writes: ["jury", "jury_result", "exam_result", "issued_paper", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today, zone } = context;
    const deliberation = await deliberating(context, input.jury);
    if (!deliberation?.jury.closedAt || !allows(JURY, "notified", juryState(deliberation.jury))) return FORBIDDEN;
    if (!(await isInSession(tx, actor, deliberation.of.session.id))) return FORBIDDEN;
    const { notifiedOn } = input;
    if (notifiedOn < dayIn(deliberation.jury.closedAt, zone) || notifiedOn > today) return invalid([refusals.notified]);
    const published = await toPublish(tx, input.jury);
    const { sealed, overtaken } = published;
    if (sealed.length === 0 && overtaken.length > 0) return invalid([refusals.overtaken]);
    const otherwise = context.changed(publishedLines(deliberation.law.diploma, published));
    if (otherwise) return otherwise;
    const persons = deliberation.entries.map(({ enrolment }) => enrolment);
    const chains = persons.flatMap((one) => [certifiedChain(one), enrolmentChain(one)]);
    await lockChains(tx, [...chains, juryChain(input.jury)]);
    await change(tx, "jury", input.jury, {
      notified_on: notifiedOn,
      published_by: actorName(actor),
      published_at: at,
    });
    for (const decision of sealed) {
      const whole = readCandidate(decision.sealed);
      const entry = deliberation.of.entries.find(({ id }) => id === decision.entry);
      // A sealed presentation cannot be withdrawn; if it is missing all the same, publish nothing rather than all but one.
      if (!entry) throw new Error(`${decision.id} seals a presentation that its session does not have`);
      const answer = certificationRule(deliberation.law)({ ...sealedInput(deliberation.law, whole), notifiedOn });
      const before = await lastResultsOf(tx, entry.id);
      const result: ResultSaid = {
        validated: answer.validated,
        acquired: answer.acquired,
        domains: whole.domains.map(({ domain, status, points, threshold, origin }) => ({
          domain,
          status,
          points,
          threshold,
          origin: origin ?? null,
          // The markers' names stay with the jury.
          marks: whole.marks
            .filter((mark) => mark.exam === domain)
            .map(({ component, mark, missed, anew }) => ({
              component,
              mark: anew?.mark ?? mark,
              missed: anew ? null : missed,
            })),
        })),
      };
      const row = { id: newId(), enrolment: entry.enrolment, account: entry.account, entry: entry.id };
      const from = { jury: input.jury, sealed: decision.id, replaces: before?.id ?? null, notified_on: notifiedOn };
      const notified = { outcome: answer.outcome, complete_by: answer.completeBy, result: JSON.stringify(result) };
      const chain = certifiedChain(entry.enrolment);
      await keep(tx, "jury_result", { ...row, ...from, ...notified, published_at: at }, { of: chain });
      const { outcome, completeBy } = answer;
      const days = { decidedOn: whole.on, notifiedOn };
      const session = deliberation.of.session.name;
      const attested = { enrolment: entry.enrolment, result, session, ...days, outcome, completeBy };
      await attest(context, deliberation.law, attested);
      await enterResults(tx, inLivret(deliberation.law.diploma, whole, { entry, notifiedOn, jury: input.jury }), {
        by: actorName(actor),
        at,
      });
      const { session: of } = deliberation.of;
      const notice = { session: of, law: deliberation.law, notifiedOn, toldOn: today };
      const letter = { ...notice, outcome, completeBy, domains: result.domains };
      await tellResults(context, { entry, chain, ...letter });
    }
    return done({ published: sealed.length, overtaken: overtaken.length }, juryChain(input.jury));
  },
});

type Publication = { readonly entry: Entry; readonly notifiedOn: Day; readonly jury: string };

/** The results as the livret records them: what the jury ruled on, and what was dispensed. */
function inLivret(
  { missed }: Diploma,
  { domains, marks, on }: SealedCandidate,
  { entry, notifiedOn, jury }: Publication,
): readonly ExamResult[] {
  return domains.flatMap(({ domain, status, points }) => {
    const outcome = missed.some((one) => one.missed === status) ? "missed" : OUTCOMES.find((one) => one === status);
    if (outcome === undefined) return [];
    const theirs = marks.filter(({ exam, component }) => exam === domain && component !== "");
    const counted = theirs.flatMap(({ component, mark, anew }) => {
      const counts = anew?.mark ?? mark;
      return counts === null ? [] : [[component, counts] as const];
    });
    // For an exam with one agreed mark, record that mark only: who gave which mark stays with the jury.
    if (counted.length === 0 && points !== null) counted.push(["agreed", Math.round(points * 100)]);
    const days = { on, notifiedOn };
    return [
      {
        enrolment: entry.enrolment,
        exam: domain,
        outcome,
        marks: Object.fromEntries(counted),
        ...days,
        decision: juryChain(jury),
      },
    ];
  });
}
const OUTCOMES = ["validated", "not-validated", "dispensed"] as const;

async function tellResults(
  { tx, at, establishment }: Performing<unknown>,
  { entry, chain, ...letter }: Parameters<typeof resultsLetter>[1] & { readonly entry: Entry; readonly chain: string },
): Promise<void> {
  const { reader, to, lang } = await traineeReached(tx, entry);
  const link = { path: schoolPath(establishment, lang, "/mes-epreuves"), label: OPEN[lang].results };
  const words = typeof to === "string" ? resultsMail(lang, letter) : resultsLetter(lang, letter);
  await postMail(tx, { reader, to, lang, about: chain, of: chain, at, link, ...words });
}

/** The minutes signed on paper by the members: the scan, attested by the account that uploads it. */
export const attachMinutes = defineAct({
  name: "attachMinutes",
  label: { fr: "Joindre le procès-verbal signé", en: "Attach the signed minutes" },
  who: "keep the minutes of a jury",
  form: Type.Object({ jury: Id, scan: Id, names: Name }, closed),
  from: leaves(JURY, "minutes-attached"),
  output: output.nothing,
  shows: { nothing: SHOWN_NOTHING.onPaper },
  writes: ["stored_file", "signature"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const deliberation = await deliberating(context, input.jury);
    if (!deliberation || actor.kind !== "account") return FORBIDDEN;
    const no = barred(JURY, "minutes-attached", juryState(deliberation.jury));
    if (no.length > 0) return invalid(no);
    const about = juryChain(input.jury);
    const attached = await attachFile(tx, { upload: input.scan, account: actor.account, about, slot: "minutes", at });
    if ("problem" in attached) return invalid([said.fileGone]);
    const shown = minutesHash(await listSealed(tx, input.jury));
    const paper = { about, what: "minutes", shown, words: MINUTES_WORDS, name: input.names.trim(), at };
    await signedOnPaper(tx, { ...paper, scan: attached.file, actor });
    return done({}, about);
  },
});
const MINUTES_WORDS = "Procès-verbal signé sur papier par les membres présents.";

/** Hashes everything that was sealed: the minutes are made from nothing else. */
function minutesHash(sealed: readonly { readonly hash: string }[]): string {
  const all = sealed
    .map(({ hash }) => hash)
    .toSorted()
    .join("\n");
  return `sha256:${createHash("sha256").update(all).digest("hex")}`;
}

/** Run by the calendar, some months before the clock ends. */
export const warnClock = defineAct({
  name: "warnClock",
  label: {
    fr: "Prévenir une personne sans compte de la fin du délai",
    en: "Warn a person without an account of the end of the time",
  },
  who: "let time pass",
  form: Type.Object({ enrolment: Id, until: DaySchema, months: Type.Integer({ minimum: 1 }) }, closed),
  writes: ["exam_after", "mail"],
  async perform(context) {
    const { tx, input, actor, at, establishment } = context;
    const { enrolment, until, months } = input;
    const [person] = await enrolledPersons(tx, { enrolment });
    const clock = clockOf(await listResults(tx, { enrolments: [enrolment] }), await listAfter(tx, [enrolment]));
    if (!person || person.account !== null || clock?.completeBy !== until || actor.kind !== "clock") return FORBIDDEN;
    const chain = certifiedChain(enrolment);
    await noteAfter(context, { enrolment, kind: "warned", on: actor.day, said: { until, months } });
    const { reader, to, lang } = await traineeReached(tx, person);
    const link = { path: schoolPath(establishment, lang, "/mes-epreuves"), label: OPEN[lang].own };
    const words = clockMail(lang, { until });
    await postMail(tx, { reader, to, lang, about: chain, at, link, ...words });
    return done({}, chain);
  },
});

/**
 * The computation proposes, the authority decides and gives its reasons: validations lapse, or are kept until a day. It may keep them
 * before the time is over, so that a candidate presented by then need not wait.
 */
export const decideLapse = defineAct({
  name: "decideLapse",
  label: { fr: "Décider de la fin des validations", en: "Decide that validations lapse" },
  who: "decide a lapse",
  form: Type.Object({ enrolment: Id, ground: Ground, keptUntil: Type.Optional(DaySchema) }, closed),
  output: output.nothing,
  shows: { lines: true },
  writes: ["exam_after", "exam_result", "issued_paper", "mail"],
  async perform(context) {
    const { tx, input, actor, today } = context;
    const { enrolment, keptUntil: until } = input;
    if (!(await isWithin(tx, actor, enrolment))) return FORBIDDEN;
    const [person] = await enrolledPersons(tx, { enrolment });
    const law = person && context.law(person.diploma, { version: person.lawVersion });
    if (!law) return FORBIDDEN;
    const chain = certifiedChain(enrolment);
    await lockChains(tx, [chain, enrolmentChain(enrolment)]);
    const now = toSit(law, (await standingsOf(context, enrolment)).holding, today);
    const { clock } = now;
    if (!clock || (until === undefined && lapses(now).length === 0)) return invalid([refusals.running]);
    if (until !== undefined && (until <= clock.end || until < today))
      return invalid([refusals.keptTooShort(clock.end)]);
    const otherwise = context.changed(lapseLines(clock.end));
    if (otherwise) return otherwise;
    const decided = { enrolment, ground: input.ground.trim() };
    await (until === undefined
      ? letFall(context, { ...decided, until: clock.end })
      : keepUntil(context, { ...decided, until, ended: clock.end }));
    return done({}, chain);
  },
});

/** What the page shows of what lapses or is kept: when the time to complete ends. */
export function lapseLines(completeBy: Day): Shown {
  return [{ what: { fr: "Fin du délai", en: "End of the time" }, is: labelled((lang) => sayDay(completeBy, lang)) }];
}

type Lapsing = { readonly enrolment: string; readonly ground: string; readonly until: Day };

async function letFall(context: Performing<unknown>, { enrolment, ground, until }: Lapsing): Promise<void> {
  const { tx, actor, at, today } = context;
  await noteAfter(context, { enrolment, kind: "lapsed", on: today, said: { ground, until } });
  await attestNoMore(tx, enrolment, { why: ground, at });
  // Dispenses stay: only what a jury validated is lost.
  const lost = [...(await resultsOf(tx, enrolment)).values()].filter(({ outcome }) => outcome === "validated");
  const decision = certifiedChain(enrolment);
  const lapsed = { outcome: "lapsed", marks: {}, on: today, notifiedOn: today, decision } as const;
  await enterResults(
    tx,
    lost.map(({ exam }) => ({ enrolment, exam, ...lapsed })),
    { by: actorName(actor), at },
  );
  await tellLapse(context, enrolment, (lang) => lapsedMail(lang, { on: today, ground }));
}

async function keepUntil(
  context: Performing<unknown>,
  { enrolment, ground, until, ended }: Lapsing & { readonly ended: Day },
): Promise<void> {
  await noteAfter(context, { enrolment, kind: "kept", on: context.today, said: { ground, until, ended } });
  await attestUntil(context, enrolment, until);
  await tellLapse(context, enrolment, (lang) => keptMail(lang, { on: context.today, until, ground }));
}

async function tellLapse(
  { tx, at }: Performing<unknown>,
  enrolment: string,
  words: (lang: Lang) => ReturnType<typeof lapsedMail>,
): Promise<void> {
  const [person] = await enrolledPersons(tx, { enrolment });
  if (!person) return;
  const { reader, to, lang } = await traineeReached(tx, person);
  const about = certifiedChain(enrolment);
  await postMail(tx, { reader, to, lang, about, at, ...words(lang) });
}

/** The parchment is received from the State, then handed over against a signature on paper. */
export const noteParchment = defineAct({
  name: "noteParchment",
  label: { fr: "Noter le parchemin reçu ou remis", en: "Note the parchment received or handed over" },
  who: "prepare the certification",
  form: Type.Object(
    { enrolment: Id, kind: oneOf("received", "handed-over"), on: DaySchema, scan: Type.Optional(Id) },
    closed,
  ),
  output: output.nothing,
  shows: { nothing: SHOWN_NOTHING.onPaper },
  writes: ["exam_after", "mail", "stored_file", "signature"],
  async perform(context) {
    const { tx, input, actor, at, today, establishment } = context;
    const { enrolment, kind, on } = input;
    const chain = certifiedChain(enrolment);
    await lockChains(tx, [chain, enrolmentChain(enrolment)]);
    const [person] = await enrolledPersons(tx, { enrolment });
    if (!person || actor.kind !== "account") return FORBIDDEN;
    const results = await listResults(tx, { enrolments: [enrolment] });
    if (!results.some(({ outcome }) => outcome === "diploma")) return invalid([refusals.noDiploma]);
    if (on > today) return invalid([said.future("on")]);
    const before = (await listAfter(tx, [enrolment])).map((one) => one.kind);
    if (kind === "handed-over" && !before.includes("parchment-received")) return invalid([refusals.notReceived]);
    await noteAfter(context, { enrolment, kind: `parchment-${kind}`, on, said: {} });
    if (input.scan !== undefined) {
      const file = { upload: input.scan, account: actor.account, about: chain, slot: "parchment", at };
      const attached = await attachFile(tx, file);
      if ("problem" in attached) return invalid([said.fileGone]);
      const paper = { about: chain, what: "parchment", shown: "", words: PARCHMENT_WORDS, name: person.name, at };
      await signedOnPaper(tx, { ...paper, scan: attached.file, actor });
    }
    if (kind === "received") {
      const { reader, to, lang } = await traineeReached(tx, person);
      const law = context.law(person.diploma, { version: person.lawVersion })!;
      const link = { path: schoolPath(establishment, lang, "/mes-epreuves"), label: OPEN[lang].results };
      const words = parchmentMail(lang, law.establishment);
      await postMail(tx, { reader, to, lang, about: chain, at, link, estate: true, ...words });
    }
    return done({}, chain);
  },
});
const PARCHMENT_WORDS = "Diplôme remis en mains propres.";

/** What these acts refuse, and the sentence for it. */
const refusals = {
  notified: issue(
    "notifiedOn",
    "La notification vient le jour de la clôture ou après, et aujourd’hui au plus tard.",
    "The notification comes on the day of the closing or after, and today at the latest.",
  ),
  overtaken: issue(
    "jury",
    "Un jury plus récent a décidé de nouveau : c’est sa décision qui se publie.",
    "A later jury has decided anew: it is its decision that is published.",
  ),
  running: issue(
    "enrolment",
    "Le délai court encore, ou rien n’est à perdre : il n’y a pas de déchéance à décider.",
    "The time is still running, or there is nothing to lose: there is no lapse to decide.",
  ),
  keptTooShort: (end: string) =>
    issue(
      "keptUntil",
      `Choisissez un jour à venir, après le ${sayDay(end, "fr")}, où le délai finit déjà.`,
      `Choose a day to come, after ${sayDay(end, "en")}, when the time ends already.`,
    ),
  noDiploma: issue("enrolment", "Le diplôme n’est pas acquis.", "The diploma is not acquired."),
  notReceived: issue("kind", "Le parchemin n’est pas encore reçu.", "The parchment has not been received yet."),
};
