/** What the office keeps and for how long, what is held, and the reports of what was erased. */
import { href, type Html, html } from "../../../kit/html.ts";
import { type Label, sayDay } from "../../../kit/lang.ts";
import { own } from "../../../kit/own.ts";
import { capital } from "../../../kit/typography.ts";
import { dayIn } from "../../../kit/zone.ts";
import { CONFIDENCE_WORDS } from "../../../law/source-words.ts";
import { HOLDINGS, placeHold, seeHolds } from "../../../holdings.ts";
import { may } from "../../../people/rules/permissions.ts";
import { act, fieldErrors, printFor, see } from "../../../web/acting.ts";
import { button, errorSummary, type FieldError, form, linkButton, table, textField } from "../../../web/form.ts";
import { layout } from "../../../web/layout.ts";
import type { AccountEntries, Page, PageResult, Visit } from "../../../web/page.ts";
import { liftHold } from "../holds.ts";
import { type ShownPurge, seeAccountPurge, seeAccountPurges, seePurge, seePurges } from "../purge.ts";
import { PURGE_TEMPLATE, purgeDocument } from "../documents/purge.ts";
import { retentionWords, sayWhy } from "../words.ts";

export const retentionEntries: AccountEntries = ({ lang, actor }) => {
  const words = retentionWords[lang].office;
  return may(actor, "see what is kept")
    ? [{ part: "work", to: "/conservation", label: words.entry, why: words.entryWhy }]
    : [];
};

const retentionPage: Page = {
  name: "conservation",
  path: "/conservation",
  who: "see what is kept",
  view: (visit) => shown(visit),
  submit: async (visit, sent) => {
    const { lang, link, path } = visit;
    const words = retentionWords[lang].office;
    const hold = sent.get("hold");
    if (hold !== "") {
      await act(visit, liftHold, { hold }, { sent });
      return { redirect: `${link(path)}?fait=leve` };
    }
    const typed = { about: sent.get("about").trim(), reason: sent.get("reason").trim() };
    const errors: FieldError[] = [
      ...(typed.about === "" ? [{ field: "about", message: words.aboutMissing }] : []),
      ...(typed.reason === "" ? [{ field: "reason", message: words.reasonMissing }] : []),
    ];
    if (errors.length > 0) return shown(visit, { typed, errors });
    const outcome = await act(visit, placeHold, typed, { sent });
    if (outcome.kind === "done") return { redirect: `${link(path)}?fait=bloque` };
    if (outcome.kind === "invalid") return shown(visit, { typed, errors: fieldErrors(outcome.issues, lang) });
    return shown(visit, { typed, errors: [{ field: "about", message: words.already }] });
  },
};

type Typed = {
  readonly typed?: { readonly about: string; readonly reason: string };
  readonly errors?: readonly FieldError[];
};

async function shown(visit: Visit, { typed, errors = [] }: Typed = {}): Promise<PageResult> {
  const { lang, school, link, actor } = visit;
  const words = retentionWords[lang].office;
  const { holds } = (await see(visit, seeHolds, {})) ?? { holds: [] };
  const { reports, periods } = (await see(visit, seePurges, {})) ?? { reports: [], periods: [] };
  const accounts = (await see(visit, seeAccountPurges, {}))?.reports ?? [];
  const day = (instant: string) => sayDay(dayIn(new Date(instant), school.timezone), lang);
  const mayHold = may(actor, "hold an erasure");
  const told = errors.length === 0 && own({ bloque: words.placed, leve: words.liftedNow }, visit.query.fait);
  const main = html`${errorSummary(errors, lang)}
${told && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${told}</p>`}
<h2>${words.periods}</h2>
${
  periods.length === 0
    ? html`<p>${words.periodsNone}</p>`
    : html`<ul>${periods.map(
        ({ label, source, id }) =>
          html`<li>${label[lang]} <span class="source">${CONFIDENCE_WORDS[source.confidence][lang]}, <code>${id}</code></span></li>`,
      )}</ul>`
}
<h2>${words.holds}</h2>
${
  holds.length === 0
    ? html`<p>${words.holdsNone}</p>`
    : html`<ul class="stack">${holds.map(
        (one) =>
          html`<li>${one.called ? html`<strong>${capital(one.called[lang])}</strong>` : html`<code>${one.about}</code>`}, ${one.liftedAt ? words.lifted(day(one.liftedAt)) : words.heldFrom(day(one.placedAt))}${lang === "fr" ? "\u00a0: " : ": "}<span lang="">${one.reason}</span>
${
  mayHold &&
  one.liftedAt === null &&
  form(
    visit,
    button(html`${words.lift}<span class="ds-sr-only"> ${words.liftOf(one.called?.[lang] ?? one.about)}</span>`, {
      variant: "secondary",
    }),
    { hidden: { hold: one.id } },
  )
}</li>`,
      )}</ul>`
}
${mayHold && placing(visit, typed, errors)}
<h2>${words.purges}</h2>
${reports.length === 0 ? html`<p>${words.purgesNone}</p>` : listed(reports, "/conservation", words.purge)}
${accounts.length > 0 && html`<h3>${words.accounts}</h3><p>${words.accountsWhy}</p>${listed(accounts, ACCOUNTS, words.accountsPurge)}`}`;

  function listed(all: readonly ShownPurge[], under: string, say: typeof words.purge): Html {
    return html`<ul>${all.map(
      ({ id, number, madeAt }) =>
        html`<li><a class="ds-link" href="${href(link(`${under}/${id}`))}">${say(number, day(madeAt))}</a></li>`,
    )}</ul>`;
  }
  return {
    html: layout(visit, { title: words.title, lead: words.lead, main, back: "/compte", error: errors.length > 0 }),
    ...(errors.length > 0 && { status: 422 }),
  };
}

function placing(visit: Visit, typed: Typed["typed"], errors: readonly FieldError[]): Html {
  const { lang } = visit;
  const words = retentionWords[lang].office;
  const field = (name: "about" | "reason", label: string, hint: string) =>
    textField({ name, label, hint, value: typed?.[name] ?? "", errors, lang });
  return html`<h3>${words.place}</h3>
${form(
  visit,
  html`${field("about", words.about, words.aboutHint)}${field("reason", words.reason, words.reasonHint)}${button(words.place)}`,
)}`;
}

/** What a school erased, or the deployment: the same report, elsewhere. */
type Shown = { readonly path: string; readonly view: typeof seePurge; readonly accounts: boolean };
const OF_SCHOOL: Shown = { path: "/conservation", view: seePurge, accounts: false };
const ACCOUNTS = "/conservation/comptes";
const OF_ACCOUNTS: Shown = { path: ACCOUNTS, view: seeAccountPurge, accounts: true };

const reportPage = ({ path, view, accounts }: Shown): Page => ({
  name: accounts ? "compte-rendu-des-comptes" : "compte-rendu",
  path: `${path}/:report`,
  who: "see what is kept",
  view: async (visit): Promise<PageResult> => {
    const { lang, school, params, link } = visit;
    const seen = await see(visit, view, { report: params.report ?? "" });
    if (!seen) return { notFound: true };
    const { report } = seen;
    const words = retentionWords[lang].report;
    const main = html`${table({
      id: "erased",
      caption: words.caption,
      head: [words.what, words.count, words.rows, words.why, words.due],
      rows: report.erased.map((one) => [
        nameOf(one.holding)[lang],
        String(one.count),
        String(one.rows),
        sayWhy(one, lang),
        words.fromTo(sayDay(one.dueFrom, lang), sayDay(one.dueTo, lang)),
      ]),
      numeric: [1, 2],
      stacks: true,
    })}
<h2>${words.held}</h2>
${
  report.held.length === 0
    ? html`<p>${words.heldNone}</p>`
    : html`<ul>${report.held.map(({ holding, count }) => html`<li>${words.heldItem(nameOf(holding)[lang], count)}</li>`)}</ul>`
}
<p>${words.proof}</p>
<div class="actions">${linkButton(link(`${path}/${report.id}/pdf`), words.pdf)}</div>`;
    const day = sayDay(dayIn(new Date(report.madeAt), school.timezone), lang);
    const title = accounts ? words.accountsTitle(report.number) : words.title(report.number);
    const lead = accounts ? `${words.lead(day)} ${words.accountsLead}` : words.lead(day);
    return { html: layout(visit, { title, lead, main, back: "/conservation" }) };
  },
});

/** The same as a document, to be kept with the school’s papers. */
const reportPdf = ({ path, view, accounts }: Shown): Page => ({
  name: accounts ? "compte-rendu-des-comptes-pdf" : "compte-rendu-pdf",
  path: `${path}/:report/pdf`,
  who: "see what is kept",
  view: async (visit): Promise<PageResult> => {
    const { lang, school, params, world } = visit;
    const seen = await see(visit, view, { report: params.report ?? "" });
    if (!seen) return { notFound: true };
    const words = retentionWords[lang].report;
    if (!world.documents)
      return { html: layout(visit, { title: words.noPdf, main: html`<p>${words.noPdfWhy}</p>` }), status: 503 };
    const { report } = seen;
    const facts = { report, lang, school, accounts, nameOf: (holding: string) => nameOf(holding)[lang] };
    const file = await printFor(visit, world.documents, PURGE_TEMPLATE, purgeDocument(facts));
    const name = accounts ? words.accountsFile : words.file;
    return { file, type: "application/pdf", name: `${name}-${report.number}.pdf` };
  },
});

function nameOf(holding: string): Label {
  const found = HOLDINGS.find(({ name }) => name === holding);
  return found?.counted ?? found?.label ?? { fr: holding, en: holding };
}

export const retentionPages: readonly Page[] = [
  retentionPage,
  ...[OF_SCHOOL, OF_ACCOUNTS].flatMap((one) => [reportPage(one), reportPdf(one)]),
];
