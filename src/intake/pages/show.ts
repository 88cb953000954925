/** One intake for staff: its state, what is missing, the possible acts, and its changes. */
import { type Html, html } from "../../kit/html.ts";
import { sayMoment, sayDeadline } from "../../kit/moment.ts";
import { capital } from "../../kit/typography.ts";
import type { Finding } from "../../law/finding.ts";
import { sayFinding } from "../../law/finding.ts";
import { formPage } from "../../page/form-page.ts";
import { see } from "../../page/acting.ts";
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
import { changeOf, intakes, intakeShown, openingOf, previewOf, settingsOf, termsShown } from "./routes.ts";
import { termsOf } from "./terms.ts";

export const intakePage = formPage({
  name: "campagnes-une",
  route: intakeShown,
  who: "see the intakes",
  words: (lang) => intakeWords(lang).show,
  seen: (visit, { intake }) => see(visit, seeIntake, { id: intake }),
  form: {
    go: ({ words }) => ({ label: words.dropGo, danger: true }),
    act: dropIntake,
    input: (_, { params }) => ({ id: params.intake }),
    done: () => intakes.to(),
    // If it was opened meanwhile, it still exists.
    forbidden: ({ params }) => ({ to: intakeShown.to(params) }),
  },
  told: ({ words }) => ({ enregistree: words.saved, ouverte: words.opened, modifiee: words.changed }),
  shown: ({ visit, lang, seen }, { form }) => ({
    title: nameOfIntake(seen.intake.settings.label, lang),
    main: html`${summaryList(facts(visit, seen), lang)}
<p class="small">${clockLine(visit, seen.now)}</p>
${seen.intake.state === "preparing" ? preparing(visit, seen, form()) : opened(visit, seen)}`,
    back: intakes.to(),
  }),
});

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

function preparing(visit: Visit, { intake, findings }: SeenIntake, drop: Html): Html {
  const words = intakeWords(visit.lang).show;
  const to = (page: typeof previewOf | typeof openingOf | typeof settingsOf) =>
    visit.link(page.to({ intake: intake.id }));
  const may = mayPrepare(visit);
  return html`${missing(visit, findings)}
${
  may
    ? html`<div class="actions">${findings.length === 0 && linkButton(to(openingOf), words.open)}${linkButton(to(settingsOf), words.edit, findings.length === 0 ? "secondary" : undefined)}${linkButton(to(previewOf), words.preview, "secondary")}</div>
<details class="ds-details"><summary>${words.drop}</summary><div><p>${words.dropWhy}</p>${drop}</div></details>`
    : html`<div class="actions">${linkButton(to(previewOf), words.preview, "secondary")}</div>`
}`;
}

/** What keeps it from opening, each with the entry that asks for it. */
export function missing({ lang }: Visit, findings: readonly Finding[]): Html {
  const words = intakeWords(lang).show;
  if (findings.length === 0) return html`<p class="ds-alert" data-color="success">${words.ready}</p>`;
  return html`<section class="ds-alert" data-color="warning"><h2>${words.missing(findings.length)}</h2>
<p>${words.missingWhy}</p>
<ul>${findings.map((missingFinding) => {
    const { reason, source } = sayFinding(missingFinding, intakeSentences, lang);
    return html`<li><strong>${capital(saySetting(missingFinding.condition as Setting, lang))}</strong> – ${reason} <span class="small">(${source.text}, ${source.article})</span></li>`;
  })}</ul></section>`;
}

function opened(visit: Visit, { intake, changes }: SeenIntake): Html {
  const { lang, link, school } = visit;
  const words = intakeWords(lang).show;
  const may = mayPrepare(visit);
  const next = form(visit, html`${button(words.next, { variant: "secondary" })}<p class="small">${words.nextWhy}</p>`, {
    action: link(intakes.to()),
    hidden: { diploma: intake.diploma, from: intake.id },
  });
  return html`<div class="actions">${may && linkButton(link(changeOf.to({ intake: intake.id })), words.change)}${linkButton(link(termsShown.to({ diploma: intake.diploma, intake: intake.id })), words.public, "secondary")}</div>
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

/** A preview of what candidates will see. */
export const previewPage: Page = {
  name: "campagnes-apercu",
  path: previewOf.path,
  who: "see the intakes",
  view: async (visit): Promise<PageResult> => {
    const seen = await see(visit, seeIntake, { id: visit.params.intake! });
    if (!seen) return { notFound: true };
    const words = intakeWords(visit.lang);
    const name = nameOfIntake(seen.intake.settings.label, visit.lang);
    const main = html`<section class="ds-card preview"><p class="lead">${name}</p>
<p>${words.terms.lead}</p>
${termsOf(visit, seen.intake)}</section>`;
    const back = intakeShown.to({ intake: seen.intake.id });
    return { html: layout(visit, { title: words.show.preview, main, back }) };
  },
};
