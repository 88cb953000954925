/** The files of a dossier that the reader may open, each checked by the rule for a single file. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import type { Label } from "../kit/lang.ts";
import { closed, Id } from "../kit/shapes.ts";
import { filesAbout } from "../files/attach.ts";
import { isThere } from "../files/views.ts";
import { noteOpening } from "../openings/openings.ts";
import { findIntake } from "../intake/intake.ts";
import { asking } from "./hands.ts";
import { readsDossierFile } from "./reading.ts";
import { dossierChain } from "./rules/dossier.ts";
import { findDossier } from "./store.ts";
import * as output from "./output.ts";

export const openFilesOf = defineView({
  name: "openFilesOf",
  label: { fr: "Ouvrir tous les fichiers d’un dossier", en: "Open all files of an application" },
  who: "open a file",
  /** `take`: files whose bytes are wanted; the others are only listed. */
  form: Type.Object({ dossier: Id, take: Type.Array(Id, { maxItems: 1_000 }) }, closed),
  output: output.openFilesOf,
  async read({ tx, actor, at, input }) {
    if (actor.kind !== "account") return undefined;
    const dossier = await findDossier(tx, input.dossier);
    const intake = dossier && (await findIntake(tx, dossier.intake));
    if (!intake) return undefined;
    const labels = new Map<string, Label>(asking(intake, dossier).pieces.map(({ key, label }) => [key, label]));
    const about = dossierChain(dossier.id);
    const files = [];
    for (const file of await filesAbout(tx, about)) {
      const reading = await readsDossierFile({ tx, actor, id: dossier.id, file, at });
      if (!reading) continue;
      const { id, slot, name, size, sha256, copy, scan, account } = file;
      files.push({
        id,
        slot,
        piece: labels.get(slot) ?? null,
        name,
        size,
        sha256,
        copy,
        scan,
        mine: account === actor.account,
      });
      if (!input.take.includes(id) || !isThere(file)) continue;
      // Worded as a single opening: it is the same act.
      const what = { fr: `la pièce « ${name} »`, en: `the file “${name}”` };
      await noteOpening(tx, { about, whose: reading.whose, actor, what, at });
    }
    const own = dossier.account === actor.account;
    const page = own ? `/${intake.diploma}/dossier/${dossier.id}` : `/dossiers/${dossier.id}`;
    return files.length === 0 ? undefined : { number: dossier.number, files, back: page };
  },
});

export type OpenedFiles = NonNullable<Awaited<ReturnType<typeof openFilesOf.read>>>;
