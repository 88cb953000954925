/** Where the check begins, and the erasure of its answers. */
import { type Html, html } from "../../kit/html.ts";
import { button, form, linkButton } from "../../page/form.ts";
import type { Form, Page, PageResult, Visit } from "../../page/page.ts";
import { route } from "../../page/route.ts";
import { EMPTY } from "../rules/draft.ts";
import { firstOpen } from "./check.ts";
import { page } from "./frame.ts";
import { beginInquiry, eraseInquiry, openInquiry } from "./inquiry.ts";
import { JOURNEYS } from "./journeys.ts";
import { whereabouts } from "./step.ts";
import { surePage } from "./sure.ts";
import { titles } from "./title-steps.ts";
import { wordsOf } from "./words.ts";

/** The first question itself; who has begun is led on from where they are. */
export const startPage: Page = {
  name: "candidater",
  path: "/:diploma/candidater",
  view: async (visit) => {
    const inquiry = await openInquiry(visit);
    if (!inquiry) return titles.first(visit, JOURNEYS.candidater, EMPTY);
    const at = whereabouts(visit, JOURNEYS.candidater, inquiry.draft);
    return { redirect: at.to(firstOpen(at) ?? at.journey.end) };
  },
};

/** The buttons that begin, or that resume and restart. */
export async function beginning(visit: Visit): Promise<Html> {
  const { start } = wordsOf(visit.lang);
  const inquiry = await openInquiry(visit);
  if (!inquiry) return form(visit, html`<div class="actions">${button(start.begin)}</div>`);
  return html`<p>${start.started}</p>
<div class="actions">${linkButton(visit.link(`${visit.path}/resultat`), start.resume)}</div>
${form(visit, html`<div class="actions">${button(start.again, { name: "again", value: "yes", variant: "secondary" })}</div>`)}`;
}

export async function begin(visit: Visit, sent: Form): Promise<PageResult> {
  const first = visit.link(`/${visit.params.diploma}/parcours/titres`);
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
  back: ({ diploma }) => `/${diploma}/candidater/resultat`,
  done: (params) => erasedAt.to(params),
  erase: eraseInquiry,
});
