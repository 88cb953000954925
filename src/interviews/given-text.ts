/** The text handed to a candidate as their time for it begins, where it is a file: attached by who arranges the day, read from its hour. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../act/act.ts";
import { actorName, may } from "../act/permissions.ts";
import type { Tx } from "../db/school.ts";
import { attachFile, detachFile, filesAbout, findFile } from "../files/attach.ts";
import type { FileReader } from "../files/reading.ts";
import { fileProblems } from "../files/words.ts";
import { issue } from "../kit/schema.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dayChain, lockedDay } from "./arranging.ts";
import { linksOf } from "./candidates/store.ts";
import { isHeard, isHeardIn } from "./rules/state.ts";
import { type Interview, interviewsOfDay } from "./store.ts";
import * as output from "./output.ts";

const slotOf = (key: string) => `text:${key}`;

export const attachInterviewText = defineAct({
  name: "attachInterviewText",
  label: { fr: "Joindre un sujet d’entretien en PDF", en: "Attach an interview’s subject as a PDF" },
  who: "arrange interviews",
  form: Type.Object({ day: Id, text: Type.String({ minLength: 1, maxLength: 10 }), upload: Id }, closed),
  output: output.attachInterviewText,
  writes: ["stored_file"],
  async perform({ tx, input, actor, at }) {
    const day = await lockedDay(tx, input.day);
    if (!day || actor.kind !== "account") return FORBIDDEN;
    const all = await interviewsOfDay(tx, day.id);
    // Candidates of the day do not see its texts here.
    if (isHeardIn(all, actor)) return FORBIDDEN;
    if (!day.settings.texts.some(({ key }) => key === input.text)) return invalid([NO_SUCH_TEXT]);
    const [about, slot] = [dayChain(day.id), slotOf(input.text)];
    // What somebody has read is put aside, not removed.
    const keep = all.some(({ text, analysisAt }) => text === input.text && analysisAt <= at);
    for (const { id } of await givenFiles(tx, day.id, input.text)) await detachFile(tx, { file: id, about, at, keep });
    const { account } = actor;
    const attached = await attachFile(tx, { upload: input.upload, account, about, slot, at });
    if ("problem" in attached) {
      const { problem } = attached;
      return invalid([{ path: "upload", message: (lang) => fileProblems[lang][problem] }]);
    }
    if ((await findFile(tx, attached.file))?.type !== "pdf") return invalid([NO_PDF]);
    return done({ file: attached.file }, about);
  },
});

/** The files of a day's texts, or of one of them. */
export async function givenFiles(tx: Tx, day: string, text?: string) {
  const files = (await filesAbout(tx, dayChain(day))).map((file) => ({
    id: file.id,
    name: file.name,
    text: file.slot.slice(slotOf("").length),
  }));
  return text === undefined ? files : files.filter((file) => file.text === text);
}

/** From the hour at which the candidate has it; null without a file. */
export async function givenFile(tx: Tx, { day, text, analysisAt }: Interview, at: Date) {
  if (text === null || at < analysisAt) return null;
  const file = (await givenFiles(tx, day, text)).at(-1);
  return file ? { id: file.id, name: file.name } : null;
}

export const readsGivenText: FileReader = async ({ tx, actor, id, file, at }) => {
  const all = await interviewsOfDay(tx, id);
  if (may(actor, "arrange interviews") && !isHeardIn(all, actor))
    return { whose: null, back: `/entretiens/jour/${id}` };
  const begun = all.filter(
    ({ state, text, analysisAt }) =>
      text !== null && file.slot === slotOf(text) && isHeard(state) && analysisAt <= at && file.detachedAt === null,
  );
  if (isHeardIn(begun, actor)) return { whose: null, back: "/mon-parcours" };
  for (const { dossier, id: interview, examiners } of begun) {
    const who = actorName(actor);
    if (!examiners.includes(who) || (await linksOf(tx, dossier)).some((link) => link.who === who)) continue;
    return { whose: null, back: `/mes-entretiens/${interview}` };
  }
  return undefined;
};

const NO_SUCH_TEXT = issue(
  "text",
  "Ce sujet n’est plus de cette journée : choisissez-en un autre.",
  "This subject is no longer of this day: choose another one.",
);
const NO_PDF = issue("upload", "Joignez un PDF.", "Attach a PDF.");
