/** A deposit slip: the cheques deposited together, to print and sign. Pure. In French only: it is for the bank. */
import { sayDay, sayMoney } from "../../kit/lang.ts";
import { typographicAll } from "../../kit/typography.ts";
import type { Establishment } from "../../law/establishment.ts";
import type { HouseDocument } from "../../documents/blocks.ts";
import type { Slip, SlipCheque } from "../views.ts";

export function slipDocument(
  school: Establishment,
  slip: Slip & { readonly cheques: readonly SlipCheque[] },
): HouseDocument {
  const { iban, holder } = school.payment.transfer;
  const document: HouseDocument = {
    lang: "fr",
    title: "Bordereau de remise de chèques",
    subtitle: `${slip.count} chèque${slip.count > 1 ? "s" : ""}, ${sayMoney(slip.total, "fr")}`,
    number: slip.number,
    date: slip.depositedOn,
    school: { name: school.name, address: school.address },
    words: { number: "Bordereau n°", date: `Remis le ${sayDay(slip.depositedOn, "fr")}`, page: "Page", of: "sur" },
    blocks: [
      {
        kind: "facts",
        items: [
          { label: "Titulaire du compte", value: holder ?? school.name },
          { label: "Compte à créditer", value: iban ?? "à compléter", exact: iban !== undefined },
        ],
      },
      {
        kind: "table",
        caption: "Les chèques remis",
        columns: [
          { label: "Tireur", width: 1 },
          { label: "Banque" },
          { label: "N° de chèque" },
          { label: "Référence" },
          { label: "Montant", align: "end" },
        ],
        rows: slip.cheques.map(({ drawer, bank, number, named, amount }) => [
          drawer,
          bank ?? "–",
          number ?? "–",
          named,
          sayMoney(amount, "fr"),
        ]),
        totals: [["Total", "", "", "", sayMoney(slip.total, "fr")]],
      },
      { kind: "text", text: "Date et signature de la personne qui remet les chèques :" },
    ],
  };
  return typographicAll(document, "fr");
}
