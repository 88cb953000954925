/** The routes of admission. */
import { route } from "../../page/route.ts";

export const places = {
  admissions: route("/admissions"),
  candidacy: route("/admissions/candidatures/:dossier"),
  eligibility: route("/admissions/candidatures/:dossier/recevabilite"),
  relief: route("/admissions/candidatures/:dossier/allegements"),
  authority: route("/admissions/candidatures/:dossier/autorite"),
  appeal: route("/admissions/candidatures/:dossier/recours"),
  signedProtocol: route("/admissions/candidatures/:dossier/protocole-signe"),
  answer: route("/admissions/candidatures/:dossier/reponse"),
  reoffer: route("/admissions/candidatures/:dossier/place"),
  convene: route("/admissions/campagnes/:intake/commission"),
  letIn: route("/admissions/campagnes/:intake/autorite"),
  commissions: route("/admissions/commissions"),
  commission: route("/admissions/commissions/:commission"),
  members: route("/admissions/commissions/:commission/membres"),
  signedMinutes: route("/admissions/commissions/:commission/pv-signe"),
  proposal: route("/admissions/commissions/:commission/decision/:dossier"),
  closing: route("/admissions/commissions/:commission/clore"),
  lists: route("/admissions/listes"),
  list: route("/admissions/listes/:commission"),
  own: route("/:diploma/dossier/:dossier/admission"),
  ownAppeal: route("/:diploma/dossier/:dossier/recours"),
  ownAnswer: route("/:diploma/dossier/:dossier/admission/:answer"),
} as const;
