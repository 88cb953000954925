/** The pages of debtors. */
import type { Page } from "../../../page/page.ts";
import { accountPage } from "./account.ts";
import { giveBackPage, proposalPage, proposeBackPage, proposeOnlinePage, writeOffPage } from "./deciding.ts";
import { sentPage } from "./sent.ts";
import { myStatementPdf, statementPdf } from "./statement.ts";

export const debtorPages: readonly Page[] = [
  accountPage,
  statementPdf,
  giveBackPage,
  proposeBackPage,
  proposeOnlinePage,
  writeOffPage,
  proposalPage,
  myStatementPdf,
  sentPage,
];
