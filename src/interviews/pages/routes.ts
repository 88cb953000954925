/** The routes of interviews. */
import { route } from "../../page/route.ts";

export const days = route("/entretiens");
export const newDay = route("/entretiens/nouveau/:intake");
export const oneDay = route("/entretiens/jour/:day");
export const setDay = route("/entretiens/jour/:day/modifier");
export const placing = route("/entretiens/jour/:day/placer/:dossier");
export const oneInterview = route("/entretiens/un/:interview");
export const moving = route("/entretiens/un/:interview/deplacer");
export const mine = route("/mes-entretiens");
export const grid = route("/mes-entretiens/:interview");
export const heardText = route("/mes-entretiens/:interview/texte");
export const own = route("/:diploma/dossier/:dossier/entretien");
