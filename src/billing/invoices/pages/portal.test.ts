/** A public body receives an invoice by its portal, fed by hand: the page says what to type, and never that it was sent. */
import { equal, match, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Visit } from "../../../page/page.ts";
import { plain } from "../../../test/journeys/sent-forms.ts";
import { SELLER } from "../../../test/invoicing.ts";
import type { SeenInvoice } from "../views.ts";
import { portalHtml } from "./portal.ts";

const visit = { lang: "fr", school: SELLER } as unknown as Pick<Visit, "lang" | "school">;
const invoiceTo = (source: string, service: string, siren: string | null = "263400012") =>
  ({
    document: {
      source: { key: source, label: { fr: "", en: "" } },
      seller: { siret: "73282932000074" },
      buyer: { name: "Centre hospitalier", siren, service },
      number: "FA-2027-0007",
      of: null,
      issuedOn: "2027-12-01",
      net: 137_200,
      tax: 0,
      gross: 137_200,
    },
  }) as unknown as Pick<SeenInvoice, "document">;
const said = (source: string, service: string, siren?: string | null) => {
  const found = portalHtml(visit, invoiceTo(source, service, siren));
  return found === null ? null : plain(found.text);
};

describe("an invoice to a public body", () => {
  it("says what to type on its portal, which file to hand in, and that nothing is sent from here", () => {
    const text = said("employer-public", "SERV-12")!;
    match(text, /Chorus Pro.*Code service SERV-12.*FA-2027-0007.*1 372,00 €/);
    match(text, /Centre hospitalier, SIREN 263400012/);
    match(text, /rien, ici, n’envoie la facture/);
  });

  it("says what is not known of it, and where that is asked", () => {
    match(said("employer-public", "", null)!, /SIREN inconnu.*Code service inconnu : demandez à l’organisme/);
    match(said("employer-public", "")!, /Numéro d’engagement celui de son bon de commande/);
  });

  it("says nothing of it to whoever is no public body", () => {
    equal(said("employer-plan", ""), null);
    ok(said("employer-plan", "SERV-12") !== null);
  });
});
