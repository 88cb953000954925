/** The addresses of what a payer reads by its link. */
import { payerHome } from "../../../billing/payers/pages/guest-invoice.ts";
import { route } from "../../../page/route.ts";

export const paying = {
  home: payerHome,
  convention: route("/payeur/:payer/conventions/:dossier/:source"),
  decline: route("/payeur/:payer/conventions/:dossier/:source/refuser"),
  conventionPdf: route("/payeur/:payer/conventions/:dossier/:source/convention.pdf"),
  quotePdf: route("/payeur/:payer/conventions/:dossier/:source/devis.pdf"),
  certificatePdf: route("/payeur/:payer/certificats/:code"),
} as const;
