/**
 * Complements: what the school asks again after submission, and the person's answer. Only the points asked open, until it is given; a late
 * answer is recorded and receipted, marked late.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, stale } from "../act/act.ts";
import { type Day, isDay } from "../kit/day.ts";
import { barred, leaves } from "../kit/machine.ts";
import { newId } from "../kit/id.ts";
import { issue } from "../kit/schema.ts";
import { unknownKey } from "../kit/unknown-keys.ts";
import { dayIn } from "../kit/zone.ts";
import { actorName } from "../act/permissions.ts";
import { findIntake } from "../intake/intake.ts";
import { noteOpened } from "./opened.ts";
import { tellOffice } from "./telling-office.ts";
import { pieceItem, sentAt, shownHash, standingOf, tell, UNFINISHED } from "./standing.ts";
import { seal } from "./submit-acts.ts";
import { asking, lockInHand, officeDossier } from "./hands.ts";
import { complementItems, sayItem } from "./complement-items.ts";
import { insertMessage } from "./messages/store.ts";
import { isChanged, itemTasks } from "./rules/complement.ts";
import { DOSSIER, dossierState } from "./rules/state.ts";
import { barredFrom } from "./happened.ts";
import { complementArrivedMail, complementAskedMail, complementGivenMail } from "./mails.ts";
import { factsOf, historyOf, insertFact, keepState, submissionsOf } from "./history/store.ts";
import { Id, closed } from "../kit/shapes.ts";
import { dossierChain } from "./rules/dossier.ts";
import * as output from "./output.ts";

const Item = Type.String({ minLength: 1, maxLength: 110, pattern: "^[a-z0-9:-]+$" });
/** In characters, for one point. */
export const MOST_NOTED = 1000;
const Note = Type.String({ maxLength: MOST_NOTED });

/** Details of the fact `complement-asked`. */
export type Asked = {
  readonly items: readonly string[];
  readonly dueOn: Day;
  /** By item: what is wrong or missing. */
  readonly notes: { readonly [item: string]: string };
};

/** Asked by the office; replaces a previous request not answered yet. */
export const askComplement = defineAct({
  name: "askComplement",
  from: [leaves(DOSSIER, "complement-asked"), leaves(DOSSIER, "parts-asked")],
  label: { fr: "Demander un complément", en: "Ask for a complement" },
  who: "handle the dossiers",
  form: Type.Object(
    {
      dossier: Id,
      /** Section keys, `declared` for titles, experience and plan, `piece:<key>` for pieces. */
      items: Type.Array(Item, { minItems: 1, maxItems: 50, uniqueItems: true }),
      dueOn: Type.String({ maxLength: 10 }),
      notes: Type.Optional(Type.Record(Item, Note)),
    },
    closed,
  ),
  output: output.askComplement,
  free: "asks a person for papers, takes nothing from them, and may be asked anew",
  writes: ["dossier_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { items, dueOn } = input;
    const dossier = await officeDossier(tx, actor, input.dossier);
    if (!dossier) return FORBIDDEN;
    const no = await barredFrom(context, dossier, complementMove(items));
    if (no.length > 0) return invalid(no);
    const intake = asking((await findIntake(tx, dossier.intake))!, dossier);
    const known = complementItems(intake);
    if (items.some((one) => !known.includes(one))) return invalid([UNKNOWN_ITEM]);
    if (!isDay(dueOn) || dueOn < today) return invalid([NOT_A_DAY]);
    const noted = Object.entries(input.notes ?? {}).filter(([, note]) => note.trim() !== "");
    const astray = noted.filter(([item]) => !items.includes(item));
    if (astray.length > 0) return invalid(astray.map(([item]) => unknownKey(`notes.${item}`)));
    const notes = Object.fromEntries(noted);
    const details: Asked = { items, dueOn, notes };
    await insertFact(tx, { dossier: dossier.id, kind: "complement-asked", at, by: actorName(actor), details });
    await noteOpened(context, dossier, "whole");
    await keepState(tx, dossier, at);
    await tell(context, dossier, intake, (lang) =>
      complementAskedMail(lang, {
        number: dossier.number,
        items: items.map((item) => sayItem(item, intake, lang)),
        dueOn,
      }),
    );
    return done({}, dossierChain(dossier.id));
  },
});

/** Asking for more than pieces opens parts that a decision may rest on. */
function complementMove(items: readonly string[]): "complement-asked" | "parts-asked" {
  return items.every((item) => item.startsWith(pieceItem(""))) ? "complement-asked" : "parts-asked";
}

/** « Je certifie avoir effectué les corrections »: sealed and receipted like the dossier. */
export const giveComplement = defineAct({
  name: "giveComplement",
  from: leaves(DOSSIER, "complement-given"),
  label: { fr: "Donner le complément demandé", en: "Give the complement asked for" },
  who: "apply",
  form: Type.Object(
    {
      dossier: Id,
      /** The hash of exactly what the page showed (`shownHash`). */
      shown: Type.String({ pattern: "^sha256:[0-9a-f]{64}$" }),
      words: Type.String({ minLength: 1, maxLength: 5000 }),
      /** Where nothing was changed: why. Kept as the person's message, which the school answers. */
      unchanged: Type.Optional(Note),
    },
    closed,
  ),
  output: output.giveComplement,
  shows: { as: "shown" },
  writes: ["submission", "dossier_message", "mail"],
  async perform(context) {
    const { tx, input, actor, at, zone, today } = context;
    const dossier = await lockInHand(tx, actor, input.dossier);
    if (!dossier || actor.kind !== "account") return FORBIDDEN;
    const { state, open, dueOn } = dossierState(await historyOf(tx, dossier.id));
    const no = barred(DOSSIER, "complement-given", state);
    if (no.length > 0) return invalid(no);
    // Only a draft is open as a whole, and this dossier awaits a complement.
    if (open === "all") throw new Error(`All of the dossier ${dossier.id} is open, and a complement is waited for`);
    const intake = (await findIntake(tx, dossier.intake))!;
    const law = context.law(intake.diploma, { version: intake.lawVersion })!;
    const standing = await standingOf(tx, dossier, intake, law, today);
    const undone = itemTasks(open, standing.tasks).filter(({ status }) => status !== "done");
    if (undone.length > 0) return invalid(undone.map(({ key }) => UNFINISHED(key)));
    const last = (await submissionsOf(tx, dossier.id)).at(-1)!;
    const before = { sections: last.contents, files: last.files };
    const why = input.unchanged?.trim() ?? "";
    if (why === "" && !open.some((item) => isChanged(item, before, standing))) return invalid([NOTHING_CHANGED]);
    if (shownHash(standing, input.words) !== input.shown) return stale({ shown: shownHash(standing, input.words) });
    // The deadline ends at midnight in the school's time zone.
    const sent = await sentAt(tx, dossier, actor, at);
    const late = dayIn(sent, zone) > dueOn!;
    const { closesAt } = intake;
    const of = { dossier, standing, law, closesAt, receivedOn: null };
    const sealing = { ...of, kind: "complement", items: open, late, sent } as const;
    const number = await seal(context, sealing);
    await keepState(tx, dossier, at);
    // The person's words, whether they or the school typed them.
    if (why !== "")
      await insertMessage(tx, {
        id: newId(),
        dossier: dossier.id,
        side: "person",
        by: actorName(actor),
        at,
        text: why,
      });
    await tell(context, dossier, intake, (lang) => complementGivenMail(lang, { number, at: sent, zone, late }));
    const asker = (await factsOf(tx, dossier.id)).findLast(({ kind }) => kind === "complement-asked")?.by;
    await tellOffice(context, dossier, intake, asker, (lang) =>
      complementArrivedMail(lang, { number: dossier.number, late, unchanged: why !== "" }),
    );
    return done({ submission: number, late }, dossierChain(dossier.id));
  },
});

const UNKNOWN_ITEM = issue(
  "items",
  "L’un des points demandés n’existe pas dans ce dossier.",
  "One of the points asked for is not part of this application.",
);
const NOT_A_DAY = issue(
  "dueOn",
  "Donnez le jour limite de la réponse : aujourd’hui ou plus tard.",
  "Give the day to answer by: today or later.",
);
const NOTHING_CHANGED = issue(
  "unchanged",
  "Rien n’a changé depuis la demande : dites pourquoi, ou corrigez ce qui est demandé.",
  "Nothing has changed since this was asked for: say why, or correct what is asked for.",
);
