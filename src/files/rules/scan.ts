/** The states of a virus scan, and what may be done with the bytes in each. */
import type { Scan } from "../../kit/file-problem.ts";
import type { Machine } from "../../kit/machine.ts";

export const SCAN: Machine<Scan, "awaited" | "given-up" | "searched" | "taken" | "handed-out" | "set-aside"> = {
  name: "file",
  thing: { fr: "Ce fichier", en: "This file" },
  again: { fr: "il", en: "it" },
  states: {
    none: { fr: "sans recherche de virus", en: "not searched for viruses" },
    waiting: { fr: "en attente de la recherche de virus", en: "waiting to be searched for viruses" },
    clean: { fr: "sans virus", en: "without a virus" },
    infected: { fr: "porteur d’un virus", en: "infected" },
  },
  moves: {
    awaited: { from: ["none"], to: ["waiting"] },
    // No antivirus is configured any more.
    "given-up": { from: ["waiting"], to: ["none"] },
    searched: { from: ["none", "waiting"], to: ["clean", "infected"] },
    // By the upload, and by the act that attaches it.
    taken: { from: ["none", "waiting", "clean"] },
    "handed-out": { from: ["none", "clean"] },
    "set-aside": { from: ["infected"] },
  },
};
