/** A candidate's account entry: their applications, or starting one. */
import { see } from "../../../page/acting.ts";
import { may } from "../../../act/permissions.ts";
import type { AccountEntries, WorkEntries } from "../../../page/page.ts";
import { myDossiers } from "../../views.ts";
import { dossierWords } from "../../words.ts";

/** The référent handicap's entry. */
export const advisorEntries: WorkEntries = ({ lang, actor }) => {
  const { heading, entryWhy } = dossierWords(lang).advisor;
  const mayRead = may(actor, "read what is said of a disability");
  return mayRead ? [{ to: "/handicap", label: heading, why: entryWhy }] : [];
};

export const dossierEntries: AccountEntries = async (visit) => {
  const { lang, law, person } = visit;
  const words = dossierWords(lang).entries;
  const to = `/${law.diploma.diploma}/dossier`;
  const mine = (await see(visit, myDossiers, {}))?.dossiers ?? [];
  const [dossier] = mine;
  if (dossier && mine.length === 1)
    return [
      {
        part: "mine",
        to: `${to}/${dossier.id}`,
        label: words.one(dossier.number),
        why: words.states(dossierWords(lang).states[dossier.state].short),
      },
    ];
  if (dossier) return [{ part: "mine", to, label: words.several, why: words.severalWhy(mine.length) }];
  // Staff do not come to apply.
  return person.roles.length > 0 ? [] : [{ part: "mine", to, label: words.none, why: words.noneWhy }];
};
