/** What this subject puts in the account. */
import { may } from "../../act/permissions.ts";
import type { AccountEntries } from "../../page/page.ts";
import { guestWords } from "../guests/pages/words.ts";
import { providerOf } from "../provider/provider.ts";
import { tieWords } from "../provider/words.ts";
import { tokenWords } from "../tokens/pages/words.ts";
import { places } from "./places.ts";
import { peopleWords } from "./words.ts";

export const peopleEntries: AccountEntries = ({ lang, actor, school, world }) => {
  const words = peopleWords(lang).entries;
  return [
    { part: "mine", to: "/compte/courrier", label: words.mail, why: words.mailWhy },
    { part: "mine", to: places.access.to(), label: words.access, why: words.accessWhy },
    { part: "mine", to: places.proofs.to(), label: words.proofs, why: words.proofsWhy },
    ...(providerOf(world, school.establishment)
      ? [{ part: "mine" as const, to: places.ties.to(), label: tieWords(lang).heading, why: tieWords(lang).lead }]
      : []),
    ...(school.access?.tokenDays === undefined
      ? []
      : [{ part: "mine" as const, to: "/compte/jetons", label: tokenWords(lang).heading, why: words.tokensWhy }]),
    ...(may(actor, "see the guests")
      ? [
          {
            part: "work" as const,
            to: places.guests.to(),
            label: guestWords(lang).office.heading,
            why: guestWords(lang).office.entryWhy,
          },
        ]
      : []),
    ...(may(actor, "see the roles")
      ? [{ part: "work" as const, to: places.team.to(), label: words.staff, why: words.staffWhy }]
      : []),
  ];
};
