/** Before the first question: what it takes, and what becomes of the answers; and their erasure. */
import { type Html, html } from "../../kit/html.ts";
import { button, form, linkButton } from "../../page/form.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { IDLE_HOURS, KEPT_DAYS } from "../acts.ts";
import { asksExperience } from "../../law/doors.ts";
import { EMPTY } from "../rules/draft.ts";
import { page } from "./frame.ts";
import { beginInquiry, eraseInquiry, openInquiry } from "./inquiry.ts";
import { surePage } from "./sure.ts";
import { wordsOf } from "./words.ts";

export const startPage: Page = {
  name: "candidater",
  path: "/:diploma/candidater",
  view: async (visit) => {
    const words = wordsOf(visit.lang);
    const { start } = words;
    const main = html`<h1>${words.journeys.candidater}</h1>
<p class="lead">${start.lead(visit.law.diploma.abbreviation)}</p>
<h2>${start.needs}</h2>
<ul>${start.needsList(asksExperience(visit.law.diploma)).map((need) => html`<li>${need}</li>`)}</ul>
${await beginning(visit, "candidater")}
<h2>${start.privacy}</h2>
<ul>${start.privacyList(IDLE_HOURS, KEPT_DAYS).map((said) => html`<li>${said}</li>`)}</ul>
<p>${start.cookie}</p>
<p>${start.nature}</p>`;
    return page(visit, {
      title: words.journeys.candidater,
      main,
      back: `/${visit.params.diploma}`,
      description: start.lead(visit.law.diploma.abbreviation),
    });
  },
  submit: (visit, sent) => begin(visit, sent, "candidater"),
};

/** The buttons that begin, or that resume and restart. */
export async function beginning(visit: Visit, journey: "candidater" | "parcours"): Promise<Html> {
  const { start } = wordsOf(visit.lang);
  const inquiry = await openInquiry(visit);
  if (!inquiry) return form(visit, html`<div class="actions">${button(start.begin)}</div>`);
  const resumed = journey === "candidater" ? "verifier" : "resultat";
  return html`<p>${start.started}</p>
<div class="actions">${linkButton(visit.link(`${visit.path}/${resumed}`), start.resume)}</div>
${form(visit, html`<div class="actions">${button(start.again, { name: "again", value: "yes", variant: "secondary" })}</div>`)}`;
}

export async function begin(visit: Visit, sent: Form, journey: "candidater" | "parcours"): Promise<PageResult> {
  const first = visit.link(`/${visit.params.diploma}/${journey}/titres`);
  const again = sent.get("again") === "yes";
  if (again) await eraseInquiry(visit);
  // The button pressed twice, or in two tabs, begins once.
  if (again || !(await openInquiry(visit))) await beginInquiry(visit, EMPTY);
  return { redirect: first };
}

const erasedAt = route("/:diploma/candidater/efface");

export const erasePage: Page = {
  name: "candidater-efface",
  path: erasedAt.path,
  view: (visit) => {
    const { erased } = wordsOf(visit.lang);
    const below = `/${visit.params.diploma}`;
    const main = html`<h1>${erased.heading}</h1>
<p class="lead">${erased.lead}</p>
<div class="actions">${linkButton(visit.link(`${below}/candidater`), erased.again)}${linkButton(visit.link(below), erased.home, "secondary")}</div>`;
    return page(visit, { title: erased.heading, main });
  },
};

export const eraseAskPage = surePage({
  name: "candidater-effacer",
  route: route("/:diploma/candidater/effacer"),
  heading: ({ lang }) => wordsOf(lang).erased.ask,
  why: ({ lang }) => wordsOf(lang).erased.askWhy,
  back: ({ diploma }) => `/${diploma}/candidater/verifier`,
  done: (params) => erasedAt.to(params),
  erase: eraseInquiry,
});
