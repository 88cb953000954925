/**
 * The verbs of the office on a dossier: taking it or handing it over, saying of each part whether it conforms, noting
 * something for colleagues, taking a late submission as one in time.
 */
import { newId } from "../kit/id.ts";
import { type Static, Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { leaves } from "../kit/machine.ts";
import { type Issue, issue } from "../kit/schema.ts";
import { actorName } from "../act/permissions.ts";
import { colleaguesWho } from "../people/contact.ts";
import { contactOf } from "../mail/address.ts";
import { postMail } from "../mail/post.ts";
import { FEE_TABLES, settleFees, withFees } from "../dossier/fees.ts";
import { asking, officeDossier } from "../dossier/hands.ts";
import { itemsOf } from "../dossier/rules/complement.ts";
import { standingOf, tell } from "../dossier/standing.ts";
import { lateAcceptedMail, lateDeclinedMail } from "../dossier/mails.ts";
import { DOSSIER } from "../dossier/rules/state.ts";
import type { Dossier } from "../dossier/rules/dossier.ts";
import { addFacts, barredFrom, happenedTo, officerOf } from "../dossier/happened.ts";
import { findIntake } from "../intake/intake.ts";
import { leftToSee, partsToSee, seenOf, verdicts } from "./rules/verdict.ts";
import { insertNote } from "./store.ts";
import { officeWords } from "./words.ts";
import { Id, closed } from "../kit/shapes.ts";
import { schoolPath } from "../kit/school-path.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import * as gives from "./output.ts";

export const noteDossier = defineAct({
  name: "noteDossier",
  label: { fr: "Noter quelque chose au sujet d’un dossier", en: "Note something about an application" },
  who: "handle the dossiers",
  form: Type.Object({ dossier: Id, text: Type.String({ maxLength: 4000 }) }, closed),
  gives: gives.noteDossier,
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

/** What came after the closing is examined like the rest; the reason stays with it. */
export const acceptLate = defineAct({
  name: "acceptLate",
  from: leaves(DOSSIER, "late-accepted"),
  label: { fr: "Accepter un dépôt tardif", en: "Accept a late application" },
  who: "handle the dossiers",
  form: Judged,
  gives: gives.acceptLate,
  writes: ["dossier_fact", ...FEE_TABLES, "mail"],
  perform: (given) =>
    judgeLate(given, {
      kind: "late-accepted",
      noReason: NO_REASON,
      mail: (lang, { number }) => lateAcceptedMail(lang, number),
    }),
});

/** What came after the closing is not examined; the person is told why, and how to ask for it to be looked at again. */
export const declineLate = defineAct({
  name: "declineLate",
  from: leaves(DOSSIER, "late-declined"),
  label: { fr: "Écarter un dépôt tardif", en: "Decline a late application" },
  who: "handle the dossiers",
  form: Judged,
  gives: gives.declineLate,
  writes: ["dossier_fact", ...FEE_TABLES, "mail"],
  perform: (given) =>
    judgeLate(given, {
      kind: "late-declined",
      noReason: NO_REFUSAL,
      mail: (lang, { number, reason, appeal }) => lateDeclinedMail(lang, { number, reason, appeal: appeal[lang] }),
    }),
});

type LateJudgment = {
  readonly kind: "late-accepted" | "late-declined";
  readonly noReason: Issue;
  readonly mail: (
    lang: Lang,
    about: { readonly number: string; readonly reason: string; readonly appeal: Label },
  ) => ReturnType<typeof lateAcceptedMail>;
};

async function judgeLate(given: Performing<Static<typeof Judged>>, { kind, noReason, mail }: LateJudgment) {
  const { tx, input, actor, at } = given;
  const reason = input.reason.trim();
  if (reason === "") return invalid([noReason]);
  const dossier = await officeDossier(tx, actor, input.dossier);
  if (!dossier) return FORBIDDEN;
  const no = await barredFrom(given, dossier, kind);
  if (no.length > 0) return invalid(no);
  const state = await addFacts(tx, dossier, { kind, at, by: actorName(actor), details: [{ reason }] });
  const fees = await settleFees(given, dossier.id, state);
  const intake = (await findIntake(tx, dossier.intake))!;
  const { number } = dossier;
  await tell(given, dossier, intake, (lang) =>
    withFees(mail(lang, { number, reason, appeal: intake.appeal }), fees, lang),
  );
  return done({}, dossierChain(dossier.id));
}

/** One’s own, a colleague’s, or nobody’s any more. What somebody else did in between is not undone unseen. */
export const assignDossier = defineAct({
  name: "assignDossier",
  from: leaves(DOSSIER, "assigned"),
  label: { fr: "Prendre un dossier en charge, ou le confier", en: "Take charge of an application, or hand it over" },
  who: "handle the dossiers",
  form: Type.Object(
    {
      dossier: Id,
      /** The account of a colleague; `null`: nobody. */
      to: Type.Union([Id, Type.Null()]),
      /** Who the page said deals with it. */
      from: Type.Union([Id, Type.Null()]),
    },
    closed,
  ),
  gives: gives.assignDossier,
  writes: ["dossier_fact", "mail"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    const dossier = await officeDossier(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    const now = await officerOf(tx, dossier.id);
    if (now !== input.from) return stale({ officer: now });
    if (now === input.to) return invalid([SAME_OFFICER]);
    const able = (await colleaguesWho(tx, "handle the dossiers")).filter(({ account }) => account !== dossier.account);
    if (input.to !== null && !able.some(({ account }) => account === input.to)) return invalid([NOT_A_COLLEAGUE]);
    const by = actorName(actor);
    await addFacts(tx, dossier, { kind: "assigned", at, by, details: [{ to: input.to }] });
    if (input.to !== null && `account:${input.to}` !== by) await tellColleague(given, dossier, input.to);
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

/** Of what was handed in, and of one part: by whom and when stay with it, and a later word takes its place. */
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
      /** Which verdict of this part was there to be read (its place); left out, none: what a colleague said since is not replaced unseen. */
      seen: Type.Optional(Type.Integer({ minimum: 0 })),
    },
    closed,
  ),
  gives: gives.judgePart,
  writes: ["dossier_fact"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    const { item, conform } = input;
    const reason = input.reason.trim();
    if (!conform && reason === "") return invalid([NO_GROUND]);
    const dossier = await officeDossier(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    const no = await barredFrom(given, dossier, "judged");
    if (no.length > 0) return invalid(no);
    const { pieces, parts } = await partsOf(given, dossier);
    if (!itemsOf(pieces).includes(item)) return invalid([NO_PART]);
    const { facts, submissions } = await happenedTo(tx, dossier.id);
    const said = verdicts(facts, submissions).get(item);
    if (seenOf(said) !== (input.seen ?? 0)) return stale({ verdict: said ?? null });
    const details = { item, conform, reason, of: parts.includes(item) ? parts.length : parts.length + 1 };
    await addFacts(tx, dossier, { kind: "judged", at, by: actorName(actor), details: [details] });
    return done({}, dossierChain(dossier.id));
  },
});

/** What is left once the faults were told: whoever has read a whole dossier says so once, and not part by part. */
export const judgeRest = defineAct({
  name: "judgeRest",
  from: leaves(DOSSIER, "judged"),
  label: {
    fr: "Dire que le reste d’un dossier est conforme",
    en: "Say that the rest of an application conforms",
  },
  who: "handle the dossiers",
  /** The parts that the page said were not seen: what came in between is not judged unseen. */
  form: Type.Object(
    { dossier: Id, items: Type.Array(Item, { minItems: 1, maxItems: 100, uniqueItems: true }) },
    closed,
  ),
  gives: gives.judgeRest,
  writes: ["dossier_fact"],
  async perform(given) {
    const { tx, input, actor, at } = given;
    const { items } = input;
    const dossier = await officeDossier(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    const no = await barredFrom(given, dossier, "judged");
    if (no.length > 0) return invalid(no);
    const { parts } = await partsOf(given, dossier);
    if (!items.every((item) => parts.includes(item))) return invalid([NO_PART]);
    const { facts, submissions } = await happenedTo(tx, dossier.id);
    const rest = leftToSee(parts, verdicts(facts, submissions));
    // A colleague has judged one of them, or the person gave one again, since the page was made.
    if (rest.length !== items.length || !rest.every((item) => items.includes(item))) return stale({ items: rest });
    const details = rest.map((item) => ({ item, conform: true, reason: "", of: parts.length }));
    await addFacts(tx, dossier, { kind: "judged", at, by: actorName(actor), details });
    return done({}, dossierChain(dossier.id));
  },
});

async function partsOf({ tx, law }: Pick<Performing<unknown>, "tx" | "law">, dossier: Dossier) {
  const intake = asking((await findIntake(tx, dossier.intake))!, dossier);
  const { pieces } = intake;
  const { tasks, files } = await standingOf(tx, dossier, intake, law(intake.diploma, { version: intake.lawVersion })!);
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
const NO_PART = issue(
  "item",
  "Cette partie n’existe pas dans ce dossier.",
  "There is no such part in this application.",
);
