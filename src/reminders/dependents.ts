/** Reminders are erased with their dossier. */
import type { Dependent } from "../retention/dependents.ts";
import { eraseTold } from "./confided/store.ts";
import { dossierChain } from "../dossier/rules/dossier.ts";
import { eraseReminders } from "./store.ts";

export const remindersDependents: Dependent = {
  tables: ["dossier_reminder", "advisor_told"],
  async erase(tx, chain) {
    const dossier = chain.slice(dossierChain("").length);
    await eraseReminders(tx, dossier);
    await eraseTold(tx, dossier);
  },
};
