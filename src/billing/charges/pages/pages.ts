/** The pages of debts: the office's, then one's own. */
import type { Page } from "../../../page/page.ts";
import { askPage, giveBackPage, recordPage, refundPage, unwaivePage, waivePage } from "./actions.ts";
import { chargePage } from "./charge.ts";
import { exportPage } from "./export.ts";
import { minePage } from "./mine.ts";
import { owedPage } from "./owed.ts";
import { receiptPages } from "./receipt.ts";

export const chargePages: readonly Page[] = [
  minePage,
  ...receiptPages,
  owedPage,
  chargePage,
  recordPage,
  refundPage,
  giveBackPage,
  waivePage,
  unwaivePage,
  askPage,
  exportPage,
];
