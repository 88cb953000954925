/** The addresses of the offer for catalogues. */
import { route } from "../../../page/route.ts";

export const lheoRoutes = { offer: route("/annee/offre"), file: route("/annee/offre.xml") };
