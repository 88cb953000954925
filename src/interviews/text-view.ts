/** The text of a candidate that the law has the interview bear on: whoever holds it reads that of those whom they hear, and it is noted. */
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

/** `take`: its bytes are wanted; else only what is known of it. */
export const openHeardText = defineView({
  name: "openHeardText",
  label: {
    fr: "Ouvrir le texte d’une personne qu’on entend en entretien",
    en: "Open the text of somebody whom one hears in an interview",
  },
  who: "hold interviews",
  form: Type.Object({ interview: Id, take: Type.Boolean() }, closed),
  gives: files.openFile,
  async read(given) {
    const { tx, actor, at, input } = given;
    const who = actorName(actor);
    const interview = await findInterview(tx, input.interview);
    if (!interview?.examiners.includes(who) || !isHeard(interview.state)) return undefined;
    // Whoever knows the person hears them no more, and reads nothing of theirs.
    if ((await linksOf(tx, interview.dossier)).some((link) => link.who === who)) return undefined;
    const file = await textOf(given, interview);
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

/** By the law of the intake; nothing where it has the interview bear on no piece, or the piece is not there. */
export async function textOf(
  { tx, law }: Pick<Performing<unknown>, "tx" | "law">,
  { dossier, intake: id }: Pick<Interview, "dossier" | "intake">,
): Promise<StoredFile | undefined> {
  const intake = (await findIntake(tx, id))!;
  const { interview } = law(intake.diploma, { version: intake.lawVersion })!.diploma.admission;
  const pieces = interview.flatMap(({ bearsOn }) => bearsOn ?? []);
  return (await filesAbout(tx, dossierChain(dossier))).findLast(({ slot }) => pieces.includes(slot));
}
