/** What a candidate finds in their account: their applications, or the way to begin one. */
import { see } from "../../../page/acting.ts";
import { may } from "../../../act/permissions.ts";
import type { AccountEntries } from "../../../page/page.ts";
import { myDossiers } from "../../views.ts";
import { dossierWords } from "../../words.ts";

/** Where the référent handicap works. */
export const advisorEntries: AccountEntries = ({ lang, actor }) => {
  const { heading, entryWhy } = dossierWords(lang).advisor;
  const mayRead = may(actor, "read what is said of a disability");
  return mayRead ? [{ part: "work", to: "/handicap", label: heading, why: entryWhy }] : [];
};

export const dossierEntries: AccountEntries = async (visit) => {
  const { lang, law, person } = visit;
  const words = dossierWords(lang).entries;
  const to = `/${law.diploma.diploma}/dossier`;
  const mine = (await see(visit, myDossiers, {}))?.dossiers ?? [];
  const [one] = mine;
  if (one && mine.length === 1)
    return [
      {
        part: "mine",
        to: `${to}/${one.id}`,
        label: words.one(one.number),
        why: words.states(dossierWords(lang).states[one.state].short),
        lands: person.roles.length === 0 && one.state !== "withdrawn",
      },
    ];
  if (one) return [{ part: "mine", to, label: words.several, why: words.severalWhy(mine.length) }];
  // Whoever works here came for something else.
  return person.roles.length > 0 ? [] : [{ part: "mine", to, label: words.none, why: words.noneWhy }];
};
