/** The addresses of surveys. */
import { route } from "../../../page/route.ts";

export const surveyRoutes = {
  /** By the link of a mail, without an account. */
  byLink: route("/questionnaire/:secret"),
  own: route("/mes-questionnaires/:ask"),
  answered: route("/questionnaire-envoye"),
  all: route("/annee/enquetes"),
  texts: route("/annee/enquetes/:closing"),
};
