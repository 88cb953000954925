/** The routes of contracts. */
import { route } from "../../page/route.ts";

export const places = {
  toEnrol: route("/contrats"),
  contract: route("/contrats/:dossier"),
  enrol: route("/contrats/:dossier/inscrire"),
  enrolAnyway: route("/contrats/:dossier/inscrire-quand-meme"),
  whoPays: route("/contrats/:dossier/qui-paie"),
  cohort: route("/contrats/:dossier/promotion"),
  hand: route("/contrats/:dossier/remise"),
  grant: route("/contrats/:dossier/reponse"),
  send: route("/contrats/:dossier/envoyer/:source"),
  signed: route("/contrats/:dossier/papier-signe"),
  letter: route("/contrats/:dossier/retractation"),
  lateAnswer: route("/contrats/:dossier/retractation/reponse"),
  payerTold: route("/contrats/:dossier/prevenir/:source"),
  countersign: route("/contrats/:dossier/signer/:source"),
  paper: route("/contrats/:dossier/papier/:source"),
  quotePdf: route("/contrats/:dossier/devis/:source/pdf"),
  paperPdf: route("/contrats/:dossier/papier/:source/pdf"),
  proposed: route("/finances/a-facturer"),
  own: route("/:diploma/dossier/:dossier/contrat"),
  ownWhoPays: route("/:diploma/dossier/:dossier/contrat/qui-paie"),
  ownSign: route("/:diploma/dossier/:dossier/contrat/signer"),
  ownPaper: route("/:diploma/dossier/:dossier/contrat/papier"),
  ownPaperPdf: route("/:diploma/dossier/:dossier/contrat/papier/pdf"),
  ownRenounce: route("/:diploma/dossier/:dossier/contrat/renoncer"),
} as const;
