/** Before and while the selection fee is paid: what the school's file says, or does not, of giving it back. */
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import type { Law } from "../../law/law.ts";
import { silentOn } from "../../law/silent.ts";
import { see } from "../../page/acting.ts";
import type { OwedParts } from "../../page/mine.ts";
import { followDossier } from "../follow-views.ts";
import { myDossiers } from "../views.ts";
import { dossierWords } from "../words.ts";
import { underItsLaw } from "./holding.ts";

/** Folded, since it answers a question that few ask. */
export function givenBackFold(law: Law, lang: Lang): Html | false {
  const words = dossierWords(lang).submit;
  const silent = silentOn(law, "fee-refund");
  return (
    silent !== undefined &&
    html`<details class="ds-details"><summary>${words.givenBack}</summary><div><p>${silent[lang]} ${words.askFee}</p></div></details>`
  );
}

/** Once for each diploma whose fee is still to be paid. */
export const feeOwedPart: OwedParts = async (visit) => {
  const laws = new Map<string, Law>();
  for (const { id: dossier, state } of (await see(visit, myDossiers, {}))?.dossiers ?? []) {
    const followed = state === "draft" ? undefined : await see(visit, followDossier, { dossier });
    if (!followed?.dues.some(({ balance }) => balance > 0)) continue;
    const { intake } = followed.opened;
    laws.set(intake.diploma, underItsLaw(visit, intake).law);
  }
  return [...laws.values()].flatMap((law) => givenBackFold(law, visit.lang) || []);
};
