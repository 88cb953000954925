/** What a program is told when its token does not allow something. */
import type { Label, Lang } from "../../kit/lang.ts";
import type { Lack } from "../../act/permissions.ts";

const TITLES: Readonly<Record<Lack, Label>> = {
  "reads-only": {
    fr: "Ce jeton ne permet que de lire : il en faut un qui permette aussi d’agir.",
    en: "This token only allows reading: it takes one that also allows acting.",
  },
  "not-chosen": {
    fr: "Ce jeton ne permet pas cela : il a été fait pour autre chose.",
    en: "This token does not allow that: it was made for other things.",
  },
  binds: {
    fr: "Cet acte engage la personne : elle le fait elle-même, sur les pages, après avoir confirmé que c’est bien elle. Un jeton n’y suffit pas.",
    en: "This act binds the person: they do it themselves, on the pages, after confirming that it is them. A token is not enough.",
  },
  shown: {
    fr: "Cet acte signe ce qu’une page montre : la personne le fait elle-même, sur les pages. Un jeton n’y suffit pas.",
    en: "This act signs what a page shows: the person does it themselves, on the pages. A token is not enough.",
  },
};

export function lackTitle(lack: Lack): Label {
  return TITLES[lack];
}

/** Names the act or view that is lacking, by its label; `undefined` for an act that no token allows. */
export function sayLack(lack: Lack, { name, label }: { name: string; label: Label }, lang: Lang): string | undefined {
  if (lack === "binds" || lack === "shown") return undefined;
  return lang === "fr"
    ? `Il lui manque « ${label.fr} » (${name}). Son propriétaire en crée un qui le permette, dans son compte, sous « Jetons pour programmes ».`
    : `It lacks “${label.en}” (${name}). Its owner makes one that allows it, in their account, under “Tokens for programs”.`;
}
