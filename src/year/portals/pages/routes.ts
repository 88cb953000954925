/** The addresses of what is declared on portals. */
import { route } from "../../../page/route.ts";

export const portalRoutes = {
  list: route("/finances/a-declarer"),
  one: route("/finances/a-declarer/:line"),
  typed: route("/finances/a-declarer/:line/saisie"),
  receipt: route("/finances/a-declarer/:line/accuse"),
  together: route("/finances/a-declarer/ensemble/:portal/:declare"),
};
