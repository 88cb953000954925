/** Letters for people without an electronic address: what waits to be posted or handed over, and the note that it went. */
import { Type } from "typebox";
import { defineAct, defineView, done, FORBIDDEN, invalid, stale } from "../act/act.ts";
import { type Actor, actorName, may } from "../act/permissions.ts";
import { allows, leaves } from "../kit/machine.ts";
import { issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dayIn } from "../kit/zone.ts";
import { DaySchema, oneOf } from "../law/entry.ts";
import { noteOpening } from "../openings/openings.ts";
import * as output from "./output.ts";
import { MAIL } from "./rules/states.ts";
import { countToHand, findMail, insertHanded, lettersToHand, updateSending } from "./store.ts";

/** Notes that a letter was posted or handed over; until then the person does not count as reached. */
export const noteLetterSent = defineAct({
  name: "noteLetterSent",
  label: { fr: "Noter qu’une lettre est partie", en: "Note that a letter went" },
  who: "note a letter",
  from: leaves(MAIL, "handed"),
  form: Type.Object({ letter: Id, on: DaySchema, means: oneOf("post", "hand") }, closed),
  output: output.noteLetterSent,
  writes: ["mail_handed"],
  async perform({ tx, input, actor, at, today, zone }) {
    const { letter, on, means } = input;
    const found = await findMail(tx, letter);
    if (!found || (!may(actor, "hand over letters") && !found.toPayer)) return FORBIDDEN;
    if (!allows(MAIL, "handed", found.state)) return stale({ state: found.state });
    if (on > today) return invalid([AHEAD]);
    if (on < dayIn(found.queuedAt, zone)) return invalid([BEFORE]);
    await insertHanded(tx, { mail: letter, on, means, by: actorName(actor), at });
    await updateSending(tx, letter, { state: "sent", sent_at: at, sends: 1 });
    return done({ letter }, found.about);
  },
});

/** Who keeps the accounts reads no letter to a candidate. */
const among = (actor: Actor) => ({ toPayers: !may(actor, "see the letters") });

/** Letters printed, and noted, at a time. */
const LETTERS_AT_A_TIME = 50;

/** The waiting letters: the one that is asked for, then the oldest first. */
export const listLetters = defineView({
  name: "listLetters",
  label: { fr: "Voir les lettres à remettre", en: "See the letters to hand over" },
  who: "open the letters",
  form: Type.Object({ first: Type.Optional(Id) }, closed),
  output: output.listLetters,
  async read({ tx, input, actor }) {
    const found = await lettersToHand(tx, { ...input, ...among(actor), limit: LETTERS_AT_A_TIME + 1 });
    const letters = found
      .slice(0, LETTERS_AT_A_TIME)
      .map(({ id, about, subject, postal, lang, queuedAt }) => ({ id, about, subject, postal, lang, queuedAt }));
    return { letters, more: found.length > LETTERS_AT_A_TIME };
  },
});

/** Counts one more than a page says, at most. */
export const countLetters = defineView({
  name: "countLetters",
  label: { fr: "Voir combien de lettres sont à remettre", en: "See how many letters are to be handed over" },
  who: "open the letters",
  form: Type.Object({}, closed),
  output: output.countLetters,
  async read({ tx, actor }) {
    return { count: await countToHand(tx, among(actor)) };
  },
});

/** The waiting letters with their text, or one letter in any state. The opening is recorded, for the person to see. */
export const printLetters = defineView({
  name: "printLetters",
  label: { fr: "Imprimer les lettres à remettre", en: "Print the letters to hand over" },
  who: "open the letters",
  form: Type.Object({ letter: Type.Optional(Id) }, closed),
  output: output.printLetters,
  async read({ tx, input, actor, at }) {
    const letters = await lettersToHand(tx, { ...input, ...among(actor), limit: LETTERS_AT_A_TIME });
    if (letters.length === 0) return undefined;
    for (const { about, subject } of letters) {
      const what = { fr: `la lettre « ${subject} »`, en: `the letter “${subject}”` };
      await noteOpening(tx, { about, whose: null, actor, what, at });
    }
    return { letters };
  },
});

const AHEAD = issue("on", "Ce jour n’est pas encore venu.", "That day has not come yet.");
const BEFORE = issue(
  "on",
  "La lettre n’était pas encore écrite ce jour-là.",
  "The letter was not written yet on that day.",
);
