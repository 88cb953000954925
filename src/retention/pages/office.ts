/** The school's retention periods, its holds, and the reports of its purges. */
import { href, html } from "../../kit/html.ts";
import { type Label, sayDay } from "../../kit/lang.ts";
import { allows } from "../../kit/machine.ts";
import { capital } from "../../kit/typography.ts";
import { dayIn } from "../../kit/zone.ts";
import { CONFIDENCE_WORDS } from "../../law/source-words.ts";
import { may } from "../../act/permissions.ts";
import { formPage } from "../../page/form-page.ts";
import { text } from "../../page/kinds.ts";
import { route } from "../../page/route.ts";
import { printFor, see } from "../../page/acting.ts";
import { linkButton, table } from "../../page/form.ts";
import { layout } from "../../page/layout.ts";
import type { WorkEntries, Page, PageResult, Visit } from "../../page/page.ts";
import { liftHold } from "../holds.ts";
import { HOLD, holdState } from "../rules/hold.ts";
import { type ShownPurge, seeAccountPurge, seeAccountPurges, seePurge, seePurges } from "../purge.ts";
import { PURGE_TEMPLATE, purgeDocument } from "../documents/purge.ts";
import { retentionWords, sayWhy } from "../words.ts";

const retention = route("/conservation");

export const retentionEntries: WorkEntries = ({ lang, actor }) => {
  const words = retentionWords[lang].office;
  return may(actor, "see what is kept") ? [{ to: retention.to(), label: words.entry, why: words.entryWhy }] : [];
};

const retentionPage = formPage({
  name: "conservation",
  route: retention,
  who: "see what is kept",
  words: (lang) => retentionWords[lang].office,
  seen: async (visit) => ({
    holds: (await see(visit, visit.world.house.seeHolds, {}))?.holds ?? [],
    ...((await see(visit, seePurges, {})) ?? { reports: [], periods: [] }),
    accounts: (await see(visit, seeAccountPurges, {}))?.reports ?? [],
  }),
  form: {
    fields: { about: text(), reason: text() },
    act: ({ visit }) => visit.world.house.placeHold,
    done: "bloque",
    stale: ({ words }) => ({ said: words.already }),
  },
  also: (form) => ({
    lift: form({
      item: "hold",
      go: ({ words }) => ({ label: words.lift, variant: "secondary" }),
      act: liftHold,
      done: "leve",
      forbidden: () => ({ to: retention.to() }),
    }),
  }),
  shown: ({ visit, lang, words, seen: { holds, reports, periods, accounts } }, { form, also }) => {
    const { school, actor } = visit;
    const day = (instant: string) => sayDay(dayIn(new Date(instant), school.timezone), lang);
    const mayHold = may(actor, "hold an erasure");
    const colon = lang === "fr" ? "\u00a0: " : ": ";
    const period = ({ label, source, id }: (typeof periods)[number]) =>
      html`<li>${label[lang]} <span class="source">${CONFIDENCE_WORDS[source.confidence][lang]}, <code>${id}</code></span></li>`;
    const hold = (one: (typeof holds)[number]) => {
      const { id, called, about, placedAt, liftedAt, reason } = one;
      const lifts = mayHold && allows(HOLD, "lifted", holdState(one));
      return html`<li>${called ? html`<strong>${capital(called[lang])}</strong>` : html`<code>${about}</code>`}, ${liftedAt ? words.lifted(day(liftedAt)) : words.heldFrom(day(placedAt))}${colon}<span lang="">${reason}</span>
${lifts && also.lift(id, { of: words.liftOf(called?.[lang] ?? about) })}</li>`;
    };
    const listed = (all: readonly ShownPurge[], to: (id: string) => string, say: typeof words.purge) =>
      html`<ul>${all.map(({ id, number, madeAt }) => html`<li><a class="ds-link" href="${href(visit.link(to(id)))}">${say(number, day(madeAt))}</a></li>`)}</ul>`;
    const ofSchool = (report: string) => OF_SCHOOL.route.to({ report });
    const ofAccounts = (report: string) => OF_ACCOUNTS.route.to({ report });
    const main = html`<h2>${words.periods}</h2>
${periods.length === 0 ? html`<p>${words.periodsNone}</p>` : html`<ul>${periods.map(period)}</ul>`}
<h2>${words.holds}</h2>
${holds.length === 0 ? html`<p>${words.holdsNone}</p>` : html`<ul class="stack">${holds.map(hold)}</ul>`}
${mayHold && html`<h3>${words.go}</h3>${form()}`}
<h2>${words.purges}</h2>
${reports.length === 0 ? html`<p>${words.purgesNone}</p>` : listed(reports, ofSchool, words.purge)}
${accounts.length > 0 && html`<h3>${words.accounts}</h3><p>${words.accountsWhy}</p>${listed(accounts, ofAccounts, words.accountsPurge)}`}`;
    return { title: words.title, lead: words.lead, main, back: "/compte" };
  },
});

/** The report of a school's purge, or of the deployment's: the same page at two addresses. */
const OF_SCHOOL = {
  route: route("/conservation/:report"),
  pdf: route("/conservation/:report/pdf"),
  view: seePurge,
  accounts: false,
};
const OF_ACCOUNTS = {
  route: route("/conservation/comptes/:report"),
  pdf: route("/conservation/comptes/:report/pdf"),
  view: seeAccountPurge,
  accounts: true,
};
type Reported = typeof OF_SCHOOL | typeof OF_ACCOUNTS;

const reportPage = ({ route: { path }, pdf, view, accounts }: Reported): Page => ({
  name: accounts ? "compte-rendu-des-comptes" : "compte-rendu",
  path,
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
        nameOf(visit, one.holding)[lang],
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
    : html`<ul>${report.held.map(({ holding, count }) => html`<li>${words.heldItem(nameOf(visit, holding)[lang], count)}</li>`)}</ul>`
}
<p>${words.proof}</p>
<div class="actions">${linkButton(link(pdf.to({ report: report.id })), words.pdf)}</div>`;
    const day = sayDay(dayIn(new Date(report.madeAt), school.timezone), lang);
    const title = accounts ? words.accountsTitle(report.number) : words.title(report.number);
    const lead = accounts ? `${words.lead(day)} ${words.accountsLead}` : words.lead(day);
    return { html: layout(visit, { title, lead, main, back: retention.to() }) };
  },
});

/** The report as a PDF, for the school's archives. */
const reportPdf = ({ pdf: { path }, view, accounts }: Reported): Page => ({
  name: accounts ? "compte-rendu-des-comptes-pdf" : "compte-rendu-pdf",
  path,
  who: "see what is kept",
  view: async (visit): Promise<PageResult> => {
    const { lang, school, params, world } = visit;
    const seen = await see(visit, view, { report: params.report ?? "" });
    if (!seen) return { notFound: true };
    const words = retentionWords[lang].report;
    if (!world.documents)
      return { html: layout(visit, { title: words.noPdf, main: html`<p>${words.noPdfWhy}</p>` }), status: 503 };
    const { report } = seen;
    const facts = { report, lang, school, accounts, nameOf: (holding: string) => nameOf(visit, holding)[lang] };
    const file = await printFor(visit, world.documents, PURGE_TEMPLATE, purgeDocument(facts));
    const name = accounts ? words.accountsFile : words.file;
    return { file, type: "application/pdf", name: `${name}-${report.number}.pdf` };
  },
});

function nameOf({ world }: Visit, holding: string): Label {
  const found = world.house.retained.find(({ name }) => name === holding);
  return found?.counted ?? found?.label ?? { fr: holding, en: holding };
}

export const retentionPages: readonly Page[] = [
  retentionPage,
  ...[OF_SCHOOL, OF_ACCOUNTS].flatMap((one) => [reportPage(one), reportPdf(one)]),
];
