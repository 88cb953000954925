/** Declarations are kept as the accounts are. */
import { accounted } from "../../billing/kept/accounted.ts";
import type { Retained } from "../../retention/retained.ts";
import { bpfChain, deleteYear, oldYears } from "./store.ts";

export const bpfRetained: readonly Retained[] = [
  accounted({
    name: "bpf",
    label: {
      fr: "Les bilans pédagogiques et financiers, où les formateurs de l’année sont dits salariés ou extérieurs",
      en: "The yearly declarations, in which the trainers of the year are said to be employed or external",
    },
    counted: { fr: "Bilans pédagogiques et financiers", en: "Yearly declarations" },
    tables: ["bpf", "bpf_entry", "bpf_deposit"],
    prefix: bpfChain(""),
    old: oldYears,
    remove: deleteYear,
  }),
];
