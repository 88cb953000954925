/** One intake for the school's people: where it stands, what is missing, what can be done, what has changed. */
import { type Html, html } from "../../kit/html.ts";
import { sayMoment, sayDeadline } from "../../kit/moment.ts";
import { own } from "../../kit/own.ts";
import { capital } from "../../kit/typography.ts";
import type { Finding } from "../../law/finding.ts";
import { sayFinding } from "../../law/finding.ts";
import { act, see } from "../../page/acting.ts";
import { button, form, linkButton, summaryList, type SummaryRow } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { Page, PageResult, Visit } from "../../page/page.ts";
import { dropIntake } from "../acts.ts";
import { intakeSentences } from "../sentences.ts";
import { type SeenIntake, seeIntake } from "../views.ts";
import { intakeWords, nameOfIntake, saySetting, sayState } from "../words.ts";
import type { Setting } from "../../law/intake.ts";
import { sayDifferences } from "./difference.ts";
import { mayPrepare } from "./list.ts";
import { clockLine } from "./notice.ts";
import { idOf, termsOf } from "./terms.ts";

export const intakePage: Page = {
  name: "campagnes-une",
  path: "/campagnes/:intake",
  who: "see the intakes",
  view: async (visit): Promise<PageResult> => {
    const seen = await see(visit, seeIntake, { id: idOf(visit) });
    if (!seen) return { notFound: true };
    const { intake } = seen;
    const words = intakeWords(visit.lang).show;
    const told = { enregistree: words.saved, ouverte: words.opened, modifiee: words.changed };
    const said = own(told, visit.query.fait);
    const main = html`${said && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${said}</p>`}
${summaryList(facts(visit, seen), visit.lang)}
<p class="small">${clockLine(visit, seen.now)}</p>
${intake.state === "preparing" ? preparing(visit, seen) : opened(visit, seen)}`;
    const title = nameOfIntake(intake.settings.label, visit.lang);
    return { html: layout(visit, { title, main, back: "/campagnes" }) };
  },
  submit: async (visit, sent) => {
    const id = idOf(visit);
    const outcome = await act(visit, dropIntake, { id }, { sent });
    // Opened in the meantime, it is still there.
    return { redirect: visit.link(outcome.kind === "done" ? "/campagnes" : `/campagnes/${id}`) };
  },
};

function facts({ lang, school }: Visit, { intake, now }: SeenIntake): SummaryRow[] {
  const words = intakeWords(lang);
  const { lawVersion, opensAt, closesAt, preparedFrom } = intake;
  const zone = school.timezone;
  return [
    { key: words.show.state, value: capital(sayState(intake, now, lang)) },
    { key: words.list.opens, value: opensAt ? sayMoment(opensAt, zone, lang) : words.list.unset },
    { key: words.list.closes, value: closesAt ? sayDeadline(closesAt, zone, lang) : words.list.unset },
    { key: words.show.law, value: lawVersion },
    ...(preparedFrom === null ? [] : [{ key: words.show.carried, value: words.form.yes }]),
  ];
}

function preparing(visit: Visit, { intake, findings }: SeenIntake): Html {
  const words = intakeWords(visit.lang).show;
  const below = `/campagnes/${intake.id}`;
  const to = (page: string) => visit.link(`${below}/${page}`);
  const may = mayPrepare(visit);
  return html`${missing(visit, findings)}
${
  may
    ? html`<div class="actions">${findings.length === 0 && linkButton(to("ouvrir"), words.open)}${linkButton(to("reglages"), words.edit, findings.length === 0 ? "secondary" : undefined)}${linkButton(to("apercu"), words.preview, "secondary")}</div>
<details class="ds-details"><summary>${words.drop}</summary><div><p>${words.dropWhy}</p>${form(visit, button(words.dropGo, { danger: true }))}</div></details>`
    : html`<div class="actions">${linkButton(to("apercu"), words.preview, "secondary")}</div>`
}`;
}

/** All that keeps it from opening, each with who asks for it. */
export function missing({ lang }: Visit, findings: readonly Finding[]): Html {
  const words = intakeWords(lang).show;
  if (findings.length === 0) return html`<p class="ds-alert" data-color="success">${words.ready}</p>`;
  return html`<section class="ds-alert" data-color="warning"><h2>${words.missing(findings.length)}</h2>
<p>${words.missingWhy}</p>
<ul>${findings.map((found) => {
    const { reason, source } = sayFinding(found, intakeSentences, lang);
    return html`<li><strong>${capital(saySetting(found.condition as Setting, lang))}</strong> – ${reason} <span class="small">(${source.text}, ${source.article})</span></li>`;
  })}</ul></section>`;
}

function opened(visit: Visit, { intake, changes }: SeenIntake): Html {
  const { lang, link, school } = visit;
  const words = intakeWords(lang).show;
  const may = mayPrepare(visit);
  const next = form(visit, html`${button(words.next, { variant: "secondary" })}<p class="small">${words.nextWhy}</p>`, {
    action: link("/campagnes"),
    hidden: { diploma: intake.diploma, from: intake.id },
  });
  return html`<div class="actions">${may && linkButton(link(`/campagnes/${intake.id}/modifier`), words.change)}${linkButton(link(`/${intake.diploma}/campagne/${intake.id}`), words.public, "secondary")}</div>
${may && next}
<h2>${words.changes}</h2>
${
  changes.length === 0
    ? html`<p>${words.noChanges}</p>`
    : html`<ol class="changes">${changes.map(
        ({
          at,
          reason,
          before,
          after,
        }) => html`<li><p><strong>${capital(sayMoment(at, school.timezone, lang))}</strong> – <q lang="fr">${reason}</q></p>
${sayDifferences(visit, before, after)}</li>`,
      )}</ol>`
}
${termsOf(visit, intake)}`;
}

/** What candidates will see, before anybody does. */
export const previewPage: Page = {
  name: "campagnes-apercu",
  path: "/campagnes/:intake/apercu",
  who: "see the intakes",
  view: async (visit): Promise<PageResult> => {
    const seen = await see(visit, seeIntake, { id: idOf(visit) });
    if (!seen) return { notFound: true };
    const words = intakeWords(visit.lang);
    const name = nameOfIntake(seen.intake.settings.label, visit.lang);
    const main = html`<section class="ds-card preview"><p class="lead">${name}</p>
<p>${words.terms.lead}</p>
${termsOf(visit, seen.intake)}</section>`;
    const back = `/campagnes/${seen.intake.id}`;
    return { html: layout(visit, { title: words.show.preview, main, back }) };
  },
};
