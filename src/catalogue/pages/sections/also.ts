/** What a few readers look for: the trade, the diploma without the course, disability, the law, and what is not published. */
import { html } from "../../../kit/html.ts";
import type { Visit } from "../../../page/page.ts";
import { programmeWords } from "../../sentences.ts";
import { factList, folded, headed, prose, section, type Section } from "../parts.ts";
import { silentFold, stateFold } from "./state.ts";

export function alsoSection(visit: Visit, announced: boolean): Section {
  const { law, lang, today } = visit;
  const words = programmeWords[lang];
  const { page } = law.school;
  const vae = law.diploma.vae.filter(({ to }) => to === undefined || today <= to);
  return section(
    "aussi",
    words.also,
    html`${folded(words.profession, html`${prose(visit, page.profession)}${headed(words.objectives, prose(visit, page.objectives))}${headed(words.onward, factList(visit, page.onward))}`, "metier")}
${folded(words.vae, factList(visit, vae), "vae")}
${folded(words.disability, prose(visit, page.accessibility), "handicap")}
${stateFold(visit)}
${silentFold(visit, announced)}`,
  );
}
