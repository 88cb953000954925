/** Exam sessions: opening them, presenting candidates, and what is sent to the authority. */
import { newId } from "../kit/id.ts";
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing } from "../act/act.ts";
import { lockChains, takeChains } from "../act/chain.ts";
import { candidacyChain } from "../admission/rules/candidacy.ts";
import { change, keep } from "../act/keep.ts";
import { actorName } from "../act/permissions.ts";
import { issue } from "../kit/schema.ts";
import { schoolPath } from "../kit/school-path.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dispenseOf } from "../decisions/certification/rule.ts";
import { DaySchema, KeySchema } from "../law/entry.ts";
import { postMail } from "../mail/post.ts";
import { enrolledPersons, enrolmentChain, traineeReached } from "../training/enrolled.ts";
import { settledOf } from "../training/programmes/settled.ts";
import { toSit } from "./rules/standing.ts";
import { standingsOf } from "./brought.ts";
import { daysOf, foundOf, sitsFrom } from "./presenting.ts";
import { said } from "./refusals.ts";
import { offeredMail, OPEN, presentedMail } from "./mails.ts";
import { clockOf } from "./rules/clock.ts";
import { findEntry, lastSealed, listAfter, listResults, sessionNamed } from "./store.ts";
import { certifiedChain, lawOf, sessionChain, sessionWithLaw } from "./load.ts";
import * as output from "./output.ts";

export const Name = Type.String({ minLength: 1, maxLength: 200 });
export const Ground = Type.String({ minLength: 1, maxLength: 2000 });

export const openExamSession = defineAct({
  name: "openExamSession",
  label: { fr: "Ouvrir une session de certification", en: "Open a session of certification" },
  who: "prepare the certification",
  form: Type.Object(
    { diploma: KeySchema, name: Name, from: DaySchema, until: DaySchema, receivesBy: DaySchema },
    closed,
  ),
  output: output.openExamSession,
  writes: ["exam_session", "mail"],
  async perform(context) {
    const { tx, input, actor, at, law } = context;
    const { diploma, from, until, receivesBy } = input;
    const name = input.name.trim();
    const inForce = law(diploma, { on: from });
    if (!inForce) return invalid([said.noLaw]);
    if (until < from) return invalid([refusals.backwards]);
    if (await sessionNamed(tx, diploma, name)) return invalid([refusals.taken]);
    const id = newId();
    const days = { from_day: from, until_day: until, receives_by: receivesBy };
    const by = { opened_by: actorName(actor), opened_at: at };
    await keep(tx, "exam_session", { id, diploma, law_version: inForce.basis.version, name, ...days, ...by });
    await offerSession(context, { id, diploma, name, from, until });
    return begun({ session: id }, sessionChain(id));
  },
});

type Offered = { readonly id: string; readonly diploma: string } & Parameters<typeof offeredMail>[1]["session"];

/** Mails every trainee with exams left to complete, even if their cohort has ended. */
async function offerSession(
  { tx, at, today, establishment }: Performing<unknown>,
  { diploma, ...session }: Offered,
): Promise<void> {
  const results = Map.groupBy(await listResults(tx, { all: true }), ({ enrolment }) => enrolment);
  const after = Map.groupBy(await listAfter(tx, [...results.keys()]), ({ enrolment }) => enrolment);
  for (const person of await enrolledPersons(tx, { diploma })) {
    const { enrolment } = person;
    const until = clockOf(results.get(enrolment) ?? [], after.get(enrolment) ?? [])?.completeBy;
    if (until === undefined || until < today) continue;
    const { reader, to, lang } = await traineeReached(tx, person);
    const words = offeredMail(lang, { session, until });
    const link = { path: schoolPath(establishment, lang, "/mes-epreuves"), label: OPEN[lang].own };
    await postMail(tx, {
      reader,
      to,
      lang,
      about: certifiedChain(enrolment),
      of: certifiedChain(enrolment),
      at,
      link,
      ...words,
    });
  }
}

/** Notes one of the papers that the authority must receive by its deadline. */
export const noteSentToAuthority = defineAct({
  name: "noteSentToAuthority",
  label: { fr: "Noter un envoi à l’autorité", en: "Note what was sent to the authority" },
  who: "prepare the certification",
  form: Type.Object(
    { session: Id, what: KeySchema, on: DaySchema, note: Type.Optional(Type.String({ maxLength: 500 })) },
    closed,
  ),
  output: output.nothing,
  writes: ["exam_sent"],
  async perform({ tx, input, actor, at, today, law }) {
    const examSession = await sessionWithLaw({ tx, law }, input.session);
    if (!examSession) return FORBIDDEN;
    if (!examSession.law.diploma.sent?.some(({ key }) => key === input.what)) return invalid([refusals.unknownPaper]);
    if (input.on > today) return invalid([said.future("on")]);
    const { session, what, on, note = "" } = input;
    const row = { id: newId(), session, what, sent_on: on, note: note.trim() };
    await keep(tx, "exam_sent", { ...row, noted_by: actorName(actor), noted_at: at });
    return done({}, sessionChain(session));
  },
});

/** Enters a dispense, or a validation notified elsewhere, with the paper that proves it. */
export const enterHeld = defineAct({
  name: "enterHeld",
  label: { fr: "Noter une dispense ou une validation antérieure", en: "Enter a dispense or an earlier validation" },
  who: "prepare the certification",
  form: Type.Object(
    {
      enrolment: Id,
      domain: KeySchema,
      dispensedBy: Type.Optional(KeySchema),
      confirmedBy: Type.Optional(Name),
      confirmed: Type.Optional(Type.Boolean()),
      validatedOn: Type.Optional(DaySchema),
      paper: Name,
    },
    closed,
  ),
  output: output.nothing,
  writes: ["exam_held"],
  async perform({ tx, input, actor, at, today, law }) {
    const { enrolment, domain, dispensedBy, confirmedBy, confirmed, validatedOn, paper } = input;
    const settled = (await settledOf({ tx, law }, [enrolment])).get(enrolment) ?? [];
    const [person] = await enrolledPersons(tx, { enrolment });
    const cohortLaw = person && law(person.diploma, { version: person.lawVersion });
    if (!cohortLaw) return FORBIDDEN;
    if (!cohortLaw.diploma.domains.some((one) => one.domain === domain)) return invalid([said.exam]);
    if ((dispensedBy === undefined) === (validatedOn === undefined)) return invalid([NOT_ONE]);
    if (validatedOn !== undefined && validatedOn > today) return invalid([said.future("validatedOn")]);
    const entry = dispensedBy === undefined ? undefined : dispenseOf(cohortLaw.diploma, dispensedBy, domain);
    if (dispensedBy !== undefined && !entry) return invalid([NO_DISPENSE]);
    const before = settled.find((one) => one.domain === domain);
    if (before && (dispensedBy !== undefined || SETTLED.includes(before.exam))) return invalid([DECIDED]);
    if (confirmedBy !== undefined && entry?.exam !== "contested") return invalid([NOT_CONTESTED]);
    if ((confirmedBy === undefined) !== (confirmed === undefined)) return invalid([NOT_ANSWERED]);
    const held = {
      dispensed_by: dispensedBy ?? null,
      confirmed_by: confirmedBy ?? null,
      confirmed: confirmed ?? null,
      validated_on: validatedOn ?? null,
    };
    const row = { id: newId(), enrolment, domain, ...held, paper: paper.trim() };
    await keep(tx, "exam_held", { ...row, entered_by: actorName(actor), entered_at: at });
    return done({}, certifiedChain(enrolment));
  },
});

/** Presents a candidate to the exams they choose among those left to sit; missing hours warn but do not block. */
export const presentCandidate = defineAct({
  name: "presentCandidate",
  label: { fr: "Présenter quelqu’un à une session", en: "Present somebody to a session" },
  who: "prepare the certification",
  form: Type.Object(
    { session: Id, enrolment: Id, exams: Type.Optional(Type.Array(KeySchema, { maxItems: 20 })) },
    closed,
  ),
  output: output.presentCandidate,
  writes: ["exam_entry", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today, establishment } = context;
    const [seen] = await enrolledPersons(tx, { enrolment: input.enrolment });
    // Locks the candidacy and enrolment that the presentation rests on, so that neither changes meanwhile.
    const { enrolment } = input;
    if (seen)
      await takeChains(tx, [candidacyChain(seen.dossier), certifiedChain(enrolment), enrolmentChain(enrolment)]);
    const examSession = await sessionWithLaw(context, input.session);
    const [person] = await enrolledPersons(tx, { enrolment: input.enrolment });
    if (!examSession || !person || person.diploma !== examSession.of.session.diploma) return FORBIDDEN;
    const { session, entries } = examSession.of;
    if (entries.some(({ enrolment }) => enrolment === person.enrolment)) return invalid([refusals.presented]);
    // The law their cohort is pinned to, whatever the session's is.
    const law = lawOf(context, { ...session, lawVersion: person.lawVersion });
    if (!law) return invalid([said.noLaw]);
    const { holding } = await standingsOf(context, person.enrolment);
    if (session.until < today) return invalid([refusals.sessionOver]);
    const { exams } = toSit(law, holding, sitsFrom(session, today));
    if (exams.length === 0) return invalid([refusals.nothingToSit]);
    const chosen = input.exams ?? exams;
    if (chosen.length === 0 || chosen.some((one) => !exams.includes(one))) return invalid([refusals.notTheirs]);
    const sat = exams.filter((one) => chosen.includes(one));
    const id = newId();
    const of = { session: session.id, enrolment: person.enrolment, account: person.account, name: person.name };
    const by = { presented_by: actorName(actor), presented_at: at };
    const chain = certifiedChain(person.enrolment);
    const findings = JSON.stringify(
      await foundOf(context, person.enrolment, { law, holding, days: await daysOf(tx, session) }),
    );
    const row = {
      id,
      ...of,
      exams: JSON.stringify(sat),
      findings,
      withdrawn_at: null,
      withdrawn_why: null,
    };
    await keep(tx, "exam_entry", { ...row, ...by }, { of: chain });
    const { reader, to, lang } = await traineeReached(tx, person);
    const words = presentedMail(lang, { establishment, session, law, exams: sat });
    await postMail(tx, { reader, to, lang, about: chain, of: chain, at, ...words });
    return done({ entry: id, exams: sat }, sessionChain(session.id));
  },
});

export const withdrawCandidate = defineAct({
  name: "withdrawCandidate",
  label: { fr: "Retirer quelqu’un d’une session", en: "Withdraw somebody from a session" },
  who: "prepare the certification",
  form: Type.Object({ entry: Id, ground: Ground }, closed),
  output: output.nothing,
  writes: ["exam_entry"],
  async perform({ tx, input, at, law }) {
    const entry = await findEntry(tx, input.entry);
    const examSession = entry && (await sessionWithLaw({ tx, law }, entry.session));
    if (!examSession || !examSession.of.entries.some(({ id }) => id === entry.id)) return FORBIDDEN;
    const heard = examSession.of.sittings.some((one) => one.entry === entry.id);
    if (heard || (await lastSealed(tx, [entry.id])).size > 0) return invalid([refusals.heard]);
    const { enrolment } = entry;
    await lockChains(tx, [certifiedChain(enrolment), enrolmentChain(enrolment), sessionChain(entry.session)]);
    const row = { withdrawn_at: at, withdrawn_why: input.ground.trim() };
    await change(tx, "exam_entry", entry.id, row, { of: certifiedChain(enrolment) });
    return done({}, sessionChain(entry.session));
  },
});

const NOT_ONE = issue(
  "dispensedBy",
  "Dites soit quel titre dispense, soit quand une validation a été notifiée.",
  "Say either which title dispenses, or when a validation was notified.",
);
/** Only what comes from elsewhere is entered here; admission decides the rest, once, and it is read from there. */
const DECIDED = issue(
  "domain",
  "Ce qu’il en est de ce domaine a été décidé à l’admission : cela vaut ici de soi, et s’y corrige.",
  "What holds of this domain was decided in admission: it counts here by itself, and is put right there.",
);
const SETTLED: readonly string[] = ["dispensed", "held"];
const NO_DISPENSE = issue(
  "dispensedBy",
  "Ce titre ne dispense pas de ce domaine.",
  "This title gives no dispense from this domain.",
);
const NOT_CONTESTED = issue(
  "confirmedBy",
  "Cette dispense n’est pas contestée : elle ne se confirme pas.",
  "This dispense is not contested: it takes no confirmation.",
);
const NOT_ANSWERED = issue(
  "confirmed",
  "Dites qui a répondu, et si la dispense est confirmée ou non.",
  "Say who answered, and whether the dispense is confirmed or not.",
);

/** What these acts refuse, and the sentence for it. */
const refusals = {
  backwards: issue("until", "Le dernier jour vient avant le premier.", "The last day comes before the first."),
  taken: issue("name", "Une session porte déjà ce nom.", "A session has this name already."),
  unknownPaper: issue("what", "Ce n’est pas l’une des pièces attendues.", "This is none of the papers awaited."),
  sessionOver: issue(
    "session",
    "Cette session est passée : présentez la personne à une session à venir.",
    "This session is over: present the person to one to come.",
  ),
  nothingToSit: issue(
    "exams",
    "Il n’y a pas d’épreuve que cette personne ait à passer : tout est acquis.",
    "There is no exam for this person to sit: all is acquired.",
  ),
  notTheirs: issue(
    "exams",
    "L’une de ces épreuves n’est pas à passer : elle est acquise, ou dispensée.",
    "One of these exams is not to be sat: it is acquired, or dispensed.",
  ),
  presented: issue(
    "enrolment",
    "Cette personne est déjà présentée à cette session.",
    "This person is presented to this session already.",
  ),
  heard: issue(
    "entry",
    "Cette personne est déjà passée devant des examinateurs, ou un jury s’est prononcé : elle reste présentée.",
    "This person came before examiners already, or a jury ruled: they remain presented.",
  ),
};
