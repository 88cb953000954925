/** Takes over the name of a candidate in the lists of a session once it changed in training; what a jury sealed keeps the elder one. */
import { Type } from "typebox";
import { defineAct, done, type Duty, FORBIDDEN } from "../act/act.ts";
import { takeChains } from "../act/chain.ts";
import { RENAMED_WITHIN } from "../dossier/rules/identity-request.ts";
import { closed, Id } from "../kit/shapes.ts";
import { dayIn } from "../kit/zone.ts";
import { certifiedChain, sessionChain } from "./load.ts";
import { findRenamed, putEntryName, renamedEntries } from "./store.ts";

export const renameEntry = defineAct({
  name: "renameEntry",
  label: {
    fr: "Reprendre le nouveau nom d’un candidat à une session",
    en: "Take over a candidate’s new name in a session",
  },
  who: "let time pass",
  form: Type.Object({ entry: Id }, closed),
  writes: ["exam_entry"],
  async perform({ tx, input: { entry } }) {
    const seen = await findRenamed(tx, entry);
    if (!seen) return FORBIDDEN;
    await takeChains(tx, [certifiedChain(seen.enrolment), sessionChain(seen.session)]);
    const renamed = await findRenamed(tx, entry);
    if (!renamed) return FORBIDDEN;
    await putEntryName(tx, entry, renamed.name, certifiedChain(renamed.enrolment));
    return done({}, sessionChain(renamed.session));
  },
});

export const renameEntries: Duty<typeof renameEntry.form> = {
  act: renameEntry,
  foretold: { unpreventable: "it follows what was decided with them, the change of their name" },
  due: async ({ tx, at, zone }, limit) =>
    (await renamedEntries(tx, new Date(at.getTime() - RENAMED_WITHIN), limit)).map((one) => ({
      input: { entry: one.entry },
      key: `${one.entry}:${one.at.toISOString()}`,
      day: dayIn(one.at, zone),
    })),
};
