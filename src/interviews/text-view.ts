/** The application text that the law has the interview bear on: read by the candidate's interviewers, which is recorded. */
import { Type } from "typebox";
import { defineView, type Performing } from "../act/act.ts";
import { actorName } from "../act/permissions.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { findIntake } from "../intake/intake.ts";
import { filesAbout, type StoredFile } from "../files/attach.ts";
import * as files from "../files/output.ts";
import { isThere } from "../files/views.ts";
import { noteOpening } from "../openings/openings.ts";
import { isHeard } from "./rules/state.ts";
import { findInterview, type Interview } from "./store.ts";
import { linksOf } from "./candidates/store.ts";

/** `take`: the bytes are wanted, not only the metadata. */
export const openHeardText = defineView({
  name: "openHeardText",
  label: {
    fr: "Ouvrir le texte d’une personne qu’on entend en entretien",
    en: "Open the text of somebody whom one hears in an interview",
  },
  who: "hold interviews",
  form: Type.Object({ interview: Id, take: Type.Boolean() }, closed),
  output: files.openFile,
  async read(context) {
    const { tx, actor, at, input } = context;
    const who = actorName(actor);
    const interview = await findInterview(tx, input.interview);
    if (!interview?.examiners.includes(who) || !isHeard(interview.state)) return undefined;
    // An interviewer who knows the candidate no longer examines them, and may not read it.
    if ((await linksOf(tx, interview.dossier)).some((link) => link.who === who)) return undefined;
    const file = await textOf(context, interview);
    if (!file) return undefined;
    if (input.take && isThere(file)) {
      const whose = interview.account === null ? null : `account:${interview.account}`;
      const what = { fr: `la pièce « ${file.name} »`, en: `the file “${file.name}”` };
      await noteOpening(tx, { about: file.about, whose, actor, what, at });
    }
    const { name, size, type, pages, sha256, copy, scan, receivedAt } = file;
    const back = `/mes-entretiens/${interview.id}`;
    return { name, size, type, pages, sha256, copy, scan, receivedAt, mine: false, back };
  },
});

/** By the intake's law; undefined if the interview bears on no piece, or the piece is missing. */
export async function textOf(
  { tx, law }: Pick<Performing<unknown>, "tx" | "law">,
  { dossier, intake: id }: Pick<Interview, "dossier" | "intake">,
): Promise<StoredFile | undefined> {
  const intake = (await findIntake(tx, id))!;
  const { interview } = law(intake.diploma, { version: intake.lawVersion })!.diploma.admission;
  const pieces = interview.flatMap(({ bearsOn }) => bearsOn ?? []);
  return (await filesAbout(tx, dossierChain(dossier))).findLast(({ slot }) => pieces.includes(slot));
}
