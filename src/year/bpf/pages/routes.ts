/** The addresses of the yearly declaration. */
import { route } from "../../../page/route.ts";

export const bpfRoutes = {
  years: route("/finances/bilan"),
  year: route("/finances/bilan/:year"),
  enter: route("/finances/bilan/:year/charges"),
  deposit: route("/finances/bilan/:year/depot"),
  deposited: route("/finances/bilan/:year/depots/:version"),
  cell: route("/finances/bilan/:year/case/:cell"),
  xlsx: route("/finances/bilan/:year/bilan.xlsx"),
};
