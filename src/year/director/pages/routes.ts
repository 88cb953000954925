/** The addresses of the director's year. */
import { route } from "../../../page/route.ts";

export const directorRoutes = {
  overview: route("/annee/direction"),
  file: route("/annee/direction.xlsx"),
  step: route("/annee/direction/campagnes/:intake/:step"),
  evidence: route("/annee/preuves"),
  proofs: route("/annee/preuves/:proof"),
  cohort: route("/annee/direction/promotions/:cohort"),
  unit: route("/annee/direction/promotions/:cohort/:unit"),
};
