/** The office's pages on the bank. */
import type { Page } from "../../page/page.ts";
import { givingPage } from "./giving.ts";
import { chequesPage, slipPage, slipPdf } from "./cheques.ts";
import { bankPage, checkPage } from "./import.ts";
import { asidePage, filePage } from "./kept.ts";
import { linePage, linesPage } from "./lines.ts";
import { reverseAlonePage, reversePage } from "./reversing.ts";

export const bankPages: readonly Page[] = [
  bankPage,
  checkPage,
  linesPage,
  asidePage,
  filePage,
  linePage,
  chequesPage,
  slipPage,
  slipPdf,
  reversePage,
  reverseAlonePage,
  givingPage,
];
