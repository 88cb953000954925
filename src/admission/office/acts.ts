/** The verbs of the office on a dossier: noting something for colleagues, and taking a late submission as one in time. */
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act.ts";
import { issue } from "../../kit/schema.ts";
import { actorName } from "../../people/rules/permissions.ts";
import { dossierChain } from "../dossier/standing.ts";
import { dossierState } from "../dossier/rules/state.ts";
import { findDossier, historyOf, insertFact, keepState, lockState } from "../dossier/store.ts";
import { insertNote } from "./store.ts";
import { Id, closed } from "../../kit/shapes.ts";

export const noteDossier = defineAct({
  name: "noteDossier",
  label: { fr: "Noter quelque chose au sujet d’un dossier", en: "Note something about an application" },
  who: "handle the dossiers",
  form: Type.Object({ dossier: Id, text: Type.String({ maxLength: 4000 }) }, closed),
  writes: ["dossier_note"],
  async perform({ tx, input, actor, at }) {
    const text = input.text.trim();
    if (text === "") return invalid([NOTHING_WRITTEN]);
    const dossier = await findDossier(tx, input.dossier);
    if (!dossier) return FORBIDDEN;
    const note = { id: randomUUID(), by: actorName(actor), at, text };
    return done({ note: note.id }, dossierChain(dossier.id), await insertNote(tx, dossier.id, note));
  },
});

/** What came after the closing is examined like the rest; the reason stays with it. */
export const acceptLate = defineAct({
  name: "acceptLate",
  label: { fr: "Accepter un dépôt tardif", en: "Accept a late application" },
  who: "handle the dossiers",
  form: Type.Object({ dossier: Id, reason: Type.String({ maxLength: 2000 }) }, closed),
  writes: ["dossier_fact"],
  async perform({ tx, input, actor, at }) {
    const reason = input.reason.trim();
    if (reason === "") return invalid([NO_REASON]);
    const dossier = await findDossier(tx, input.dossier);
    if (!dossier || !(await lockState(tx, dossier.id))) return FORBIDDEN;
    if (dossierState(await historyOf(tx, dossier.id)).state !== "late") return invalid([NOT_LATE]);
    const fact = { dossier: dossier.id, kind: "late-accepted", at, by: actorName(actor), details: { reason } };
    const stored = await insertFact(tx, fact);
    await keepState(tx, dossier, at);
    return done({}, dossierChain(dossier.id), stored);
  },
});

const NOTHING_WRITTEN = issue("note", "Écrivez d’abord la note.", "Write the note first.");
const NO_REASON = issue(
  "reason",
  "Dites pourquoi ce dépôt tardif est accepté.",
  "Say why this late application is accepted.",
);
const NOT_LATE = issue(
  "reason",
  "Ce dossier n’attend plus cette décision.",
  "This application no longer waits for that decision.",
);
