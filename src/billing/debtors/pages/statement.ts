/** The statement of a debtor's account as a PDF: for the office, and for oneself. */
import { printFor, see } from "../../../page/acting.ts";
import type { Page, PageResult, Visit } from "../../../page/page.ts";
import { debtorAt, mine } from "../../charges/pages/parts.ts";
import { MONEY_TEMPLATE } from "../../charges/pages/receipt.ts";
import { statementDocument } from "../documents/statement.ts";
import { myAccount, type SeenDebtor, seeDebtor } from "../views.ts";
import { debtorIn, statementAt } from "./account.ts";

async function printed(visit: Visit, seen: SeenDebtor | undefined, otherwise: string): Promise<PageResult> {
  if (!seen) return { notFound: true };
  const { documents } = visit.world;
  if (!documents) return { redirect: visit.link(otherwise) };
  const document = statementDocument(visit.school, seen, { on: visit.today, lang: visit.lang });
  const file = await printFor(visit, documents, MONEY_TEMPLATE, document);
  return { file, type: "application/pdf", name: `releve-${visit.today}.pdf` };
}

export const statementPdf: Page = {
  name: "finances-compte-releve",
  path: statementAt.path,
  who: "see the accounts",
  view: async (visit) => {
    const debtor = debtorIn(visit.params);
    return printed(
      visit,
      await see(visit, seeDebtor, { debtor, all: true }),
      debtorAt.to({ debtor: visit.params.debtor! }),
    );
  },
};

export const myStatementPdf: Page = {
  name: "compte-releve",
  path: "/compte/paiements/releve.pdf",
  who: "pay what one owes",
  view: async (visit) => printed(visit, await see(visit, myAccount, {}), mine.to()),
};
