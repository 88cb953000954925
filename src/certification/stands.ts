/** Who has the diploma, for lists of people. */
import type { Stands } from "../office/persons/stands.ts";
import { graduatesAmong } from "./store.ts";

const GRADUATE = { fr: "Diplôme obtenu", en: "Diploma awarded" };

export const graduatesStand: Stands = async (tx, dossiers) =>
  new Map((await graduatesAmong(tx, dossiers)).map((dossier) => [dossier, GRADUATE]));
