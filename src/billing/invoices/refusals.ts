/** Why an invoice or a credit is not issued, and who can mend it. */
import { type Label, sayList, sayMoney } from "../../kit/lang.ts";
import { type Issue, issue } from "../../kit/schema.ts";

export const NOTHING_INVOICED = issue(
  "invoice",
  "Le fichier de l’école ne dit rien de l’argent (money) : rien n’est facturé. Qui installe Livret le complète.",
  "The school’s file says nothing of money (money): nothing is invoiced. Whoever installs Livret completes it.",
);

export function notSaid(missing: readonly Label[]): Issue {
  const said = (lang: "fr" | "en") =>
    sayList(
      missing.map((one) => one[lang]),
      lang,
    );
  return issue(
    "invoice",
    `Une facture dit de l’école ce que son fichier ne dit pas encore (legal) : ${said("fr")}. Qui installe Livret le complète.`,
    `An invoice says of the school what its file does not say yet (legal): ${said("en")}. Whoever installs Livret completes it.`,
  );
}

export const noRegime = issue(
  "invoice",
  "Aucun régime de TVA n’est dit pour aujourd’hui (legal.vat) : rien n’est émis. L’expert-comptable le dit, qui installe Livret le note.",
  "No regime of VAT is said for today (legal.vat): nothing is issued. The accountant says it; whoever installs Livret enters it.",
);

export const UNKNOWN_PAYER = issue("invoice", "Ce payeur n’est pas au registre.", "This payer is not in the register.");

export function noAddress(name: string): Issue {
  return issue(
    "invoice",
    `L’adresse de ${name || "qui doit payer"} manque : une facture la porte. Complétez-la chez le payeur, ou dans le dossier.`,
    `The address of ${name || "who is to pay"} is missing: an invoice bears it. Complete it with the payer, or in the application.`,
  );
}

export function noSiren(name: string): Issue {
  return issue(
    "invoice",
    `Le SIREN de ${name} manque : une facture à un organisme le porte. Complétez-le parmi les payeurs.`,
    `The SIREN of ${name} is missing: the invoice of a body bears it. Complete it among the payers.`,
  );
}

export function noDossierNumber(name: string): Issue {
  return issue(
    "invoice",
    `Le numéro de dossier de ${name} manque : un financeur ne paie pas sans lui. Notez-le avec son accord.`,
    `The dossier number of ${name} is missing: a fund does not pay without it. Enter it with its accord.`,
  );
}

export const NO_LINES = issue("lines", "Une facture a au moins une ligne.", "An invoice has at least one line.");

export const CREDITED_ALREADY = issue(
  "amount",
  "Des avoirs couvrent déjà toute cette facture.",
  "Credits cover all of this invoice already.",
);

export const WHICH_PART = issue(
  "part",
  "Cette facture est celle de plusieurs stagiaires : dites de qui les lignes sont corrigées, ou corrigez-la entière.",
  "This invoice is of several trainees: say whose lines are corrected, or correct all of it.",
);

export function overPart(left: number): Issue {
  return {
    path: "amount",
    message: (lang) =>
      lang === "fr"
        ? `Un avoir ne dépasse pas ce qui reste : ${sayMoney(left, "fr")} au plus.`
        : `A credit does not exceed what is left: ${sayMoney(left, "en")} at most.`,
  };
}
