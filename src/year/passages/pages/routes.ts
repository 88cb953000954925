/** The addresses of passages. */
import { route } from "../../../page/route.ts";

export const passageRoutes = {
  all: route("/annee/accrochage"),
  file: route("/annee/accrochage/fichiers/:file"),
  xml: route("/annee/accrochage/fichiers/:file/fichier.xml"),
};
