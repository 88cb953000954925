/** In a dossier: relief requested, track and funding, with what each changes in hours, exams and euros. */
import { page } from "../../inquiry/pages/frame.ts";
import { dossierOf, heldDossier } from "./holding.ts";
import { whereabouts } from "../../inquiry/pages/step.ts";
import { html } from "../../kit/html.ts";
import { REQUESTS, requestRows } from "../../inquiry/price-pages/request-steps.ts";
import { fundingWords } from "../../inquiry/price-pages/words.ts";
import { registrationLine } from "../../catalogue/registration-line.ts";
import { linkButton, summaryList } from "../../page/form.ts";
import type { Page } from "../../page/page.ts";
import { pathParts, shownPath } from "../../inquiry/path-pages/path-parts.ts";
import { countedRows } from "../../inquiry/path-pages/pathway.ts";
import { needsTrack, quoteInput } from "../../inquiry/path-pages/plan.ts";
import { planWords } from "../../inquiry/path-pages/words.ts";
import { GOING_ON } from "./going-on.ts";
import { dossierWords } from "../words.ts";
import { inDossier } from "./in-dossier.ts";

export const dossierPath: Page = {
  name: "dossier-resultat",
  path: "/:diploma/dossier/:dossier/resultat",
  who: "apply",
  view: async (asked) => {
    const holding = await heldDossier(asked);
    if (!("draft" in holding)) return holding;
    const here = whereabouts(holding.visit, inDossier, holding.draft);
    const { draft, visit } = here;
    // Unanswered questions first; the rest can be changed from here.
    if (needsTrack(visit.law, draft)) return { redirect: here.to("cursus") };
    if (draft.plan?.funding === undefined) return { redirect: here.to("financement") };
    const input = quoteInput(visit.law, draft, visit.today);
    const { lang, law } = visit;
    const words = planWords(lang).result;
    const requests = fundingWords(lang).requests;
    const rows = requestRows(law, draft.plan, lang, { url: here.to(REQUESTS), what: requests.change });
    const shown = shownPath(law, input, lang);
    const entryOn = (await dossierOf(asked))?.intake.entryOn;
    const ends = registrationLine(law, { on: visit.today, entryOn }, lang);
    const main = html`${pathParts(visit, shown, countedRows(here, input), { voice: "dossier", ends })}
${rows.length > 0 && html`<h2>${requests.title}</h2>${summaryList(rows, lang)}`}
<div class="actions">${linkButton(here.to(GOING_ON), dossierWords(lang).tasks.goOn)}</div>`;
    return page(visit, { title: `${words.inDossier} – ${inDossier.title(lang)}`, main, back: here.below("") });
  },
};
