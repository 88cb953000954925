/** The account entries of staff who work on intakes. */
import { may } from "../../act/permissions.ts";
import type { AccountEntries } from "../../page/page.ts";
import { intakeWords } from "../words.ts";
import { intakes } from "./routes.ts";

export const intakeEntries: AccountEntries = ({ lang, actor }) => {
  const { entry, entryWhy } = intakeWords(lang).list;
  return may(actor, "see the intakes") ? [{ part: "work", to: intakes.to(), label: entry, why: entryWhy }] : [];
};
