/** The account entries of staff who work on intakes. */
import { may } from "../../act/permissions.ts";
import type { WorkEntries } from "../../page/page.ts";
import { intakeWords } from "../words.ts";
import { intakes } from "./routes.ts";

export const intakeEntries: WorkEntries = ({ lang, actor }) => {
  const { entry, entryWhy } = intakeWords(lang).list;
  return may(actor, "see the intakes") ? [{ to: intakes.to(), label: entry, why: entryWhy }] : [];
};
