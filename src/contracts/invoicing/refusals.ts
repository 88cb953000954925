/** Why a proposal is not issued. */
import { issue } from "../../kit/schema.ts";

export const CREDIT_LOST = issue(
  "keys",
  "La facture à corriger n’est plus là, ou c’est la vôtre : un autre membre de l’équipe s’en occupe.",
  "The invoice to correct is gone, or it is your own: somebody else of the team sees to it.",
);

export const AFTER_REFUSED = issue(
  "keys",
  "La facture d’avant, au même payeur, n’a pas pu partir : celle-ci attend.",
  "The invoice before it, to the same payer, could not be issued: this one waits.",
);
