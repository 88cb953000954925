/** The addresses of what a payer pays for. */
import { route } from "../../../page/route.ts";

export const trainees = route("/finances/payeurs/:payer/stagiaires");
export const traineesPdf = route("/finances/payeurs/:payer/stagiaires.pdf");
export const traineesXlsx = route("/finances/payeurs/:payer/stagiaires.xlsx");
export const traineesZip = route("/finances/payeurs/:payer/dossier.zip");
export const invoiceZip = route("/finances/factures/:number/dossier.zip");
