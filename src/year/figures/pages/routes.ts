/** The addresses of the year's rates. */
import { route } from "../../../page/route.ts";

export const figureRoutes = {
  published: route("/:diploma/resultats"),
  asPublished: route("/:diploma/resultats/:year/:version"),
  years: route("/annee"),
  year: route("/annee/:diploma/:year"),
  publish: route("/annee/:diploma/:year/publier"),
  counted: route("/annee/:diploma/:year/personnes/:rate"),
};
