/** What intakes put in the account of whoever works on them. */
import { may } from "../../../people/rules/permissions.ts";
import type { AccountEntries } from "../../../web/page.ts";
import { intakeWords } from "../words.ts";

export const intakeEntries: AccountEntries = ({ lang, actor }) => {
  const { entry, entryWhy } = intakeWords(lang).list;
  return may(actor, "see the intakes") ? [{ part: "work", to: "/campagnes", label: entry, why: entryWhy }] : [];
};
