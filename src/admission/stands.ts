/** Where candidacies have got to, for lists of people. */
import type { Stands } from "../office/persons/stands.ts";
import { CANDIDACY } from "./rules/candidacy.ts";
import { standingsAmong } from "./store.ts";

export const candidaciesStand: Stands = async (tx, dossiers) =>
  new Map(
    (await standingsAmong(tx, dossiers)).map(({ id, state }) => {
      const { fr, en } = CANDIDACY.states[state];
      return [id, { fr: `Candidature ${fr}`, en: `Candidacy ${en}` }];
    }),
  );
