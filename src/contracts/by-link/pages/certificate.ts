/** A certificate with its list of half-days, for who pays: the same paper as the trainee's. */
import { isId } from "../../../kit/shapes.ts";
import { see } from "../../../page/acting.ts";
import type { Page } from "../../../page/page.ts";
import { printedAs } from "../../../training/certificates/pages/certificates.ts";
import { payerCertificate } from "../views.ts";
import { paying } from "./places.ts";

export const payerCertificatePage: Page = {
  name: "payeur-certificat-pdf",
  path: paying.certificatePdf.path,
  who: "pay for others",
  view: async (visit) => {
    const { payer = "", code: asked = "" } = visit.params;
    const code = asked.slice(0, 60);
    const paper = isId(payer) && code !== "" ? await see(visit, payerCertificate, { payer, code }) : undefined;
    const printed = paper && (await printedAs(visit, paper));
    return printed ? { ...printed, type: "application/pdf" } : { notFound: true };
  },
};
