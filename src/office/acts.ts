/** The office's acts on a dossier: taking and assigning it, judging each part, notes for colleagues, and late submissions. */
import { FREE } from "../act/binding.ts";
import { isDay } from "../kit/day.ts";
import { newId } from "../kit/id.ts";
import { oneOf } from "../law/entry.ts";
import { FIXED_DAYS, isFixable } from "../dossier/rules/fixed-days.ts";
import { type Static, Type } from "typebox";
import { type AsksChanged, defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { SHOWN_NOTHING } from "../act/shows.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { leaves } from "../kit/machine.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { actorName } from "../act/permissions.ts";
import { colleaguesWho } from "../people/contact.ts";
import { contactOf } from "../mail/address.ts";
import { postMail } from "../mail/post.ts";
import { FEE_TABLES, settleFees, withFees } from "../dossier/fees.ts";
import { asking, officeDossier } from "../dossier/hands.ts";
import { noteOpened } from "../dossier/opened.ts";
import { itemsOf } from "../dossier/rules/complement.ts";
import { standingOf, tell } from "../dossier/standing.ts";
import { lateAcceptedMail, lateDeclinedMail } from "../dossier/mails.ts";
import { DOSSIER } from "../dossier/rules/state.ts";
import { lateLines } from "./late-lines.ts";
import type { Dossier } from "../dossier/rules/dossier.ts";
import { addFacts, barredFrom, happenedTo, officerOf, stateOf } from "../dossier/happened.ts";
import { findIntake } from "../intake/intake.ts";
import { leftToSee, partsToSee, seenOf, verdicts } from "./rules/verdict.ts";
import { insertNote } from "./store.ts";
import { officeWords } from "./words.ts";
import { Id, closed } from "../kit/shapes.ts";
import { schoolPath } from "../kit/school-path.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import * as output from "./output.ts";

export const noteDossier = defineAct({
  name: "noteDossier",
  label: { fr: "Noter quelque chose au sujet d’un dossier", en: "Note something about an application" },
  who: "handle the dossiers",
  form: Type.Object({ dossier: Id, text: Type.String({ maxLength: 4000 }) }, closed),
  output: output.noteDossier,
  writes: ["dossier_note"],
  async perform({ tx, input, actor, at }) {
    const text = input.text.trim();
    if (text === "") return invalid([NOTHING_WRITTEN]);
    const dossier = await officeDossier(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    const note = { id: newId(), by: actorName(actor), at, text };
    await insertNote(tx, dossier.id, note);
    return done({ note: note.id }, dossierChain(dossier.id));
  },
});

const Judged = Type.Object({ dossier: Id, reason: Type.String({ maxLength: 2000 }) }, closed);

/** A late submission is examined like the rest; the reason is recorded. */
export const acceptLate = defineAct({
  name: "acceptLate",
  from: leaves(DOSSIER, "late-accepted"),
  label: { fr: "Accepter un dépôt tardif", en: "Accept a late application" },
  who: "handle the dossiers",
  form: Judged,
  output: output.acceptLate,
  shows: { lines: true },
  writes: ["dossier_fact", ...FEE_TABLES, "mail"],
  perform: (context) =>
    judgeLate(context, {
      changed: context.changed,
      kind: "late-accepted",
      noReason: NO_REASON,
      mail: (lang, { number }) => lateAcceptedMail(lang, number),
    }),
});

/** A late submission is not examined; the person is told why, and how to contest it. */
export const declineLate = defineAct({
  name: "declineLate",
  from: leaves(DOSSIER, "late-declined"),
  label: { fr: "Écarter un dépôt tardif", en: "Decline a late application" },
  who: "handle the dossiers",
  form: Judged,
  output: output.declineLate,
  shows: { nothing: SHOWN_NOTHING.closes },
  writes: ["dossier_fact", ...FEE_TABLES, "mail"],
  perform: (context) =>
    judgeLate(context, {
      kind: "late-declined",
      noReason: NO_REFUSAL,
      mail: (lang, { number, reason, appeal }) => lateDeclinedMail(lang, { number, reason, appeal: appeal[lang] }),
    }),
});

type LateJudgment = {
  /** Of an acceptance: what was shown of it. */
  readonly changed?: AsksChanged["changed"];
  readonly kind: "late-accepted" | "late-declined";
  readonly noReason: Issue;
  readonly mail: (
    lang: Lang,
    about: { readonly number: string; readonly reason: string; readonly appeal: Label },
  ) => ReturnType<typeof lateAcceptedMail>;
};

async function judgeLate(context: Performing<Static<typeof Judged>>, { kind, noReason, mail, changed }: LateJudgment) {
  const { tx, input, actor, at } = context;
  const reason = input.reason.trim();
  if (reason === "") return invalid([noReason]);
  const dossier = await officeDossier(tx, actor, input.dossier);
  if (!dossier) return FORBIDDEN;
  const no = await barredFrom(context, dossier, kind);
  if (no.length > 0) return invalid(no);
  const { state: now } = await stateOf(tx, dossier.id);
  const { submissions } = await happenedTo(tx, dossier.id);
  const otherwise = changed?.(lateLines({ state: now, submissions, zone: context.zone }));
  if (otherwise) return otherwise;
  const state = await addFacts(tx, dossier, { kind, at, by: actorName(actor), details: [{ reason }] });
  const intake = (await findIntake(tx, dossier.intake))!;
  const fees = await settleFees(context, dossier.id, state, { intake });
  const { number } = dossier;
  await tell(context, dossier, intake, (lang) =>
    withFees(mail(lang, { number, reason, appeal: intake.appeal }), fees, lang),
  );
  return done({}, dossierChain(dossier.id));
}

/** Assigns to oneself, a colleague, or nobody; stale if it was reassigned since. */
export const assignDossier = defineAct({
  name: "assignDossier",
  from: leaves(DOSSIER, "assigned"),
  label: { fr: "Prendre un dossier en charge, ou le confier", en: "Take charge of an application, or hand it over" },
  who: "handle the dossiers",
  form: Type.Object(
    {
      dossier: Id,
      /** A colleague's account; `null` for none. */
      to: Type.Union([Id, Type.Null()]),
      /** The officer shown on the page. */
      from: Type.Union([Id, Type.Null()]),
    },
    closed,
  ),
  output: output.assignDossier,
  free: "shares the work out; whoever decides afterwards is asked",
  writes: ["dossier_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const dossier = await officeDossier(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    const now = await officerOf(tx, dossier.id);
    if (now !== input.from) return stale({ officer: now });
    if (now === input.to) return invalid([SAME_OFFICER]);
    const able = (await colleaguesWho(tx, "handle the dossiers")).filter(({ account }) => account !== dossier.account);
    if (input.to !== null && !able.some(({ account }) => account === input.to)) return invalid([NOT_A_COLLEAGUE]);
    const by = actorName(actor);
    await addFacts(tx, dossier, { kind: "assigned", at, by, details: [{ to: input.to }] });
    if (input.to !== null && `account:${input.to}` !== by) await tellColleague(context, dossier, input.to);
    return done({}, dossierChain(dossier.id));
  },
});

async function tellColleague(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  { id, number }: Dossier,
  account: string,
): Promise<void> {
  const contact = await contactOf(tx, account);
  if (!contact) return;
  const { language: lang, address: to } = contact;
  const path = schoolPath(establishment, lang, `/dossiers/${id}`);
  const { subject, text, open } = officeWords(lang).handedOver;
  const link = { path, label: open };
  const words = { subject: subject(number), paragraphs: [text] };
  const about = dossierChain(id);
  await postMail(tx, { reader: `account:${account}`, to, lang, about, at, link, ...words });
}

const Item = Type.String({ minLength: 1, maxLength: 110, pattern: "^[a-z0-9:-]+$" });

/** Judges one part of the submission; a later verdict replaces it, author and time are recorded. */
export const judgePart = defineAct({
  name: "judgePart",
  from: leaves(DOSSIER, "judged"),
  label: {
    fr: "Dire si une partie d’un dossier est conforme",
    en: "Say whether a part of an application conforms",
  },
  who: "handle the dossiers",
  form: Type.Object(
    {
      dossier: Id,
      item: Item,
      conform: Type.Boolean(),
      reason: Type.String({ maxLength: 1000 }),
      /** The place of the verdict that was read, if any: refuses to replace one a colleague gave since. */
      seen: Type.Optional(Type.Integer({ minimum: 0 })),
    },
    closed,
  ),
  output: output.judgePart,
  free: FREE.examined,
  writes: ["dossier_fact"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const { item, conform } = input;
    const reason = input.reason.trim();
    if (!conform && reason === "") return invalid([NO_GROUND]);
    const dossier = await officeDossier(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    const no = await barredFrom(context, dossier, "judged");
    if (no.length > 0) return invalid(no);
    const { pieces, parts } = await partsOf(context, dossier);
    if (!itemsOf(pieces).includes(item)) return invalid([NO_PART]);
    const { facts, submissions } = await happenedTo(tx, dossier.id);
    const verdict = verdicts(facts, submissions).get(item);
    if (seenOf(verdict) !== (input.seen ?? 0)) return stale({ verdict: verdict ?? null });
    const details = { item, conform, reason, of: parts.includes(item) ? parts.length : parts.length + 1 };
    await addFacts(tx, dossier, { kind: "judged", at, by: actorName(actor), details: [details] });
    await noteOpened(context, dossier, "whole");
    return done({}, dossierChain(dossier.id));
  },
});

/** Judges all remaining parts as conforming at once, after the faults were entered. */
export const judgeRest = defineAct({
  name: "judgeRest",
  from: leaves(DOSSIER, "judged"),
  label: {
    fr: "Dire que le reste d’un dossier est conforme",
    en: "Say that the rest of an application conforms",
  },
  who: "handle the dossiers",
  /** The parts the page listed as unseen: newer ones are not judged unread. */
  form: Type.Object(
    { dossier: Id, items: Type.Array(Item, { minItems: 1, maxItems: 100, uniqueItems: true }) },
    closed,
  ),
  output: output.judgeRest,
  free: FREE.examined,
  writes: ["dossier_fact"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const { items } = input;
    const dossier = await officeDossier(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    const no = await barredFrom(context, dossier, "judged");
    if (no.length > 0) return invalid(no);
    const { parts } = await partsOf(context, dossier);
    if (!items.every((item) => parts.includes(item))) return invalid([NO_PART]);
    const { facts, submissions } = await happenedTo(tx, dossier.id);
    const rest = leftToSee(parts, verdicts(facts, submissions));
    // Since the page was made, a colleague judged one or the person changed one.
    if (rest.length !== items.length || !rest.every((item) => items.includes(item))) return stale({ items: rest });
    const details = rest.map((item) => ({ item, conform: true, reason: "", of: parts.length }));
    await addFacts(tx, dossier, { kind: "judged", at, by: actorName(actor), details });
    await noteOpened(context, dossier, "whole");
    return done({}, dossierChain(dossier.id));
  },
});

/** Fixes a day that the person gave by its month or year, as a piece tells it. What was typed and sealed stays. */
export const fixDay = defineAct({
  name: "fixDay",
  from: leaves(DOSSIER, "day-fixed"),
  label: {
    fr: "Fixer un jour qu’une pièce établit",
    en: "Fix a day that a document establishes",
  },
  who: "handle the dossiers",
  form: Type.Object(
    { dossier: Id, item: Type.Integer({ minimum: 0 }), of: oneOf(...FIXED_DAYS), day: Type.String({ maxLength: 10 }) },
    closed,
  ),
  output: output.fixDay,
  free: FREE.examined,
  writes: ["dossier_fact"],
  async perform(context) {
    const { tx, input, actor, at, law, today } = context;
    const { item, of, day } = input;
    const dossier = await officeDossier(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    const no = await barredFrom(context, dossier, "day-fixed");
    if (no.length > 0) return invalid(no);
    const intake = (await findIntake(tx, dossier.intake))!;
    const applied = law(intake.diploma, { version: intake.lawVersion })!;
    const { draft } = await standingOf(tx, dossier, intake, applied, today);
    if (!isDay(day) || !isFixable(applied.diploma, draft, { item, of, day })) return invalid([NOT_ITS_DAY]);
    await addFacts(tx, dossier, { kind: "day-fixed", at, by: actorName(actor), details: [{ item, of, day }] });
    return done({}, dossierChain(dossier.id));
  },
});

async function partsOf({ tx, law, today }: Pick<Performing<unknown>, "tx" | "law" | "today">, dossier: Dossier) {
  const intake = asking((await findIntake(tx, dossier.intake))!, dossier);
  const { pieces } = intake;
  const { tasks, files } = await standingOf(
    tx,
    dossier,
    intake,
    law(intake.diploma, { version: intake.lawVersion })!,
    today,
  );
  return { pieces, parts: partsToSee({ pieces, tasks, files }) };
}

const NOTHING_WRITTEN = issue("note", "Écrivez d’abord la note.", "Write the note first.");
const NO_REASON = issue(
  "reason",
  "Dites pourquoi ce dépôt tardif est accepté.",
  "Say why this late application is accepted.",
);
const NO_REFUSAL = issue(
  "reason",
  "Dites pourquoi ce dépôt tardif est écarté : la personne le lira.",
  "Say why this late application is declined: the person will read it.",
);
const SAME_OFFICER = issue("to", "Rien ne change : c’est déjà ainsi.", "Nothing changes: it is so already.");
const NOT_A_COLLEAGUE = issue(
  "to",
  "Cette personne ne traite pas les dossiers de l’établissement.",
  "This person does not deal with the applications of the school.",
);
const NO_GROUND = issue(
  "reason",
  "Dites ce qui n’est pas conforme : la demande de complément le reprendra.",
  "Say what does not conform: the request for a complement will repeat it.",
);
const NOT_ITS_DAY = issue(
  "day",
  "Ce jour ne va pas : il doit être dans le mois ou l’année que la personne a donnés, et dans l’ordre des autres jours.",
  "This day does not fit: it must lie in the month or year that the person gave, and in the order of the other days.",
);
const NO_PART = issue(
  "item",
  "Cette partie n’existe pas dans ce dossier.",
  "There is no such part in this application.",
);
