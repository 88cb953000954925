/** What this subject puts in the account. */
import { may } from "../rules/permissions.ts";
import type { AccountEntries } from "../../web/page.ts";
import { peopleWords } from "./words.ts";

export const peopleEntries: AccountEntries = ({ lang, actor }) => {
  const words = peopleWords(lang).entries;
  return [
    { part: "mine", to: "/compte/courrier", label: words.mail, why: words.mailWhy },
    { part: "mine", to: "/compte/acces", label: words.access, why: words.accessWhy },
    { part: "mine", to: "/compte/preuves", label: words.proofs, why: words.proofsWhy },
    ...(may(actor, "see the roles")
      ? [{ part: "work" as const, to: "/equipe", label: words.staff, why: words.staffWhy }]
      : []),
  ];
};
