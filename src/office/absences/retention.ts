/** The personal data of absences: erased when over, so it needs no retention period. */
import type { Retained } from "../../retention/retained.ts";
import { absencesAbout } from "./store.ts";

export const absenceRetained: Retained = {
  name: "absences",
  label: { fr: "Vos absences à venir ou en cours", en: "Your absences, running or to come" },
  counted: { fr: "Absences", en: "Absences" },
  tables: ["absence"],
  place: "school",
  prefix: "absence:",
  chains: async (tx, { account }) => (await absencesAbout(tx, account)).map((id) => `absence:${id}`),
};
