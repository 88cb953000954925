/** What is to be issued today: looked at, ticked, issued at once; then what became of each. */
import type { Outcome } from "../../../act/act.ts";
import { may } from "../../../act/permissions.ts";
import { href, type Html, html } from "../../../kit/html.ts";
import { type Label, sayDay, sayList, sayMoney } from "../../../kit/lang.ts";
import { askedAbout, saysAbout } from "../../../page/about-one.ts";
import { act, logFault, see } from "../../../page/acting.ts";
import type { At } from "../../../page/declared.ts";
import { linkButton, table } from "../../../page/form.ts";
import { formPage } from "../../../page/form-page.ts";
import { ticks } from "../../../page/kinds.ts";
import { layout } from "../../../page/layout.ts";
import type { Form, PageResult, Visit } from "../../../page/page.ts";
import { officeFrame } from "../../../billing/charges/pages/parts.ts";
import { places as trainingPlaces } from "../../../training/cohorts/pages/places.ts";
import { doneBy, linkOrWho } from "../../pages/done-by.ts";
import { places } from "../../pages/places.ts";
import { issueProposed, issueTogether } from "../acts.ts";
import { listProposals } from "../views.ts";
import { invoicingWords } from "./words.ts";

const { proposed } = places;

type Seen = NonNullable<Awaited<ReturnType<typeof listProposals.read>>>;
type Shown = At<Seen, ReturnType<typeof invoicingWords>, unknown>;
type Proposal = Seen["proposals"][number];
/** What a form brings: proposed still, or gone since; sent a second time, it is told what became of it. */
type Chosen = Pick<Proposal, "key" | "dossier" | "name" | "number" | "group">;

const ID = /^[0-9a-f-]{36}$/;

/** Of one person alone, where a line leads here. */
function askedFor(visit: Visit) {
  const dossier = askedAbout(visit);
  if (dossier !== undefined) return { dossier };
  return ID.test(visit.query.apres ?? "") ? { after: visit.query.apres! } : {};
}

function keptIn({ query }: Visit): Readonly<Record<string, string>> {
  const kept = (["pour", "apres"] as const).map((name) => [name, query[name] ?? ""] as const);
  return Object.fromEntries(kept.filter(([, said]) => said !== ""));
}

export const proposedPage = formPage({
  name: "finances-a-facturer",
  route: proposed,
  who: "keep the accounts",
  words: invoicingWords,
  seen: (visit, _, sent) => see(visit, listProposals, { ...askedFor(visit), ...chosenIn(sent) }),
  // What is sent is looked for among what was shown.
  keeps: keptIn,
  form: {
    fields: (at: Shown) => ({ keys: ticks({ options: at.seen.proposals.map((one) => option(at, one)), open: true }) }),
    begin: ({ seen }) => ({ keys: seen.proposals.map(({ key }) => key) }),
    confirm: ({ keys }, at) => {
      const chosen = at.seen.proposals.filter(({ key }) => keys.includes(key));
      // What is proposed no more was confirmed before: it is told what became of it.
      if (chosen.length === 0) return undefined;
      const rows = groupsOf(chosen).map((group) => ({ key: whose(group), value: sumOf(at, group) }));
      return { title: at.words.check, lead: html`<p>${at.words.checkLead}</p>`, rows, go: at.words.go };
    },
    does: async ({ keys }, at, sent) => issueAll(at, chosenOf(at.seen, keys), sent),
  },
  shown: (at, forms) => {
    const { words, seen, visit } = at;
    const { proposals, next } = seen;
    const total = proposals.reduce((sum, { kind, amount }) => sum + (kind === "credit" ? -amount : amount), 0);
    const grouped = groupsOf(proposals).some((group) => group.length > 1);
    const main = html`${hereFor(at)}${blockedHtml(at)}${
      proposals.length === 0
        ? html`<p>${words.none}</p>`
        : html`<p><strong>${words.sum(proposals.length, sayMoney(total, at.lang))}</strong></p>
${grouped && html`<p>${words.together}</p>`}${forms.form()}`
    }
${heldHtml(at)}
${next !== null && html`<p><a class="ds-link" href="${href(visit.link(proposed.to({ apres: next })))}">${words.next}</a></p>`}`;
    return { title: words.title, lead: words.lead, main, back: "/finances/factures" };
  },
  frame: (visit, framed) => officeFrame(visit, framed, "toInvoice"),
});

function hereFor({ visit, words, seen: { proposals, held } }: Shown): Html | false {
  const dossier = askedAbout(visit);
  if (dossier === undefined) return false;
  const [one] = [...proposals, ...held].filter((each) => each.dossier === dossier);
  return html`${saysAbout(visit, one?.name, "only")}
<p><a class="ds-link" href="${href(visit.link(proposed.to()))}">${words.all}</a></p>`;
}

function option(at: Shown, one: Proposal) {
  const { words, lang } = at;
  const what = one.of === null ? one.what![lang] : words.credit(one.of);
  const label = words.proposal(one.name, one.number, what, amountOf(at, one));
  const hint = words.planned(sayDay(one.issue, lang), one.payer ?? one.source[lang]);
  return { value: one.key, label, hint };
}

const named = ({ name, number }: Chosen) => `${name}, ${number}`;

/** The employer that one invoice asks, with its trainees; or the person. */
function whose(group: readonly Proposal[]): string {
  const names = [...new Set(group.map(named))];
  return names.length > 1 ? [group[0]!.payer ?? "", ...names].join(", ") : names[0]!;
}

/** Documents and amounts, those of credits taken off. */
function sumOf({ words, lang }: Pick<Shown, "words" | "lang">, group: readonly Proposal[]): string {
  const total = group.reduce((sum, { kind, amount }) => sum + (kind === "credit" ? -amount : amount), 0);
  return words.lines(group.length, sayMoney(total, lang));
}

function amountOf({ lang }: Pick<Shown, "lang">, { kind, amount }: Proposal): string {
  return `${kind === "credit" ? "−" : ""}${sayMoney(amount, lang)}`;
}

function chosenIn(sent: Form | undefined) {
  const keys = [...new Set(sent?.all("keys"))].slice(0, 200);
  return keys.length === 0 ? {} : { chosen: keys };
}

/** In the order sent, whether or not something is gone: what was done together is asked about together. */
function chosenOf({ proposals, gone }: Seen, keys: readonly string[]): Chosen[] {
  return keys.flatMap((key) => [...proposals, ...gone].find((one) => one.key === key) ?? []);
}

/** What goes in one act: of one employer, or of one person. */
function groupsOf<T extends Chosen>(all: readonly T[]): T[][] {
  const people = (of: readonly T[]) => new Set(of.map(({ dossier }) => dossier)).size;
  const together = [...Map.groupBy(all, ({ group, key }) => group ?? key).values()].filter((of) => people(of) > 1);
  const rest = all.filter((one) => !together.some((of) => of.includes(one)));
  return [...together, ...Map.groupBy(rest, ({ dossier }) => dossier).values()];
}

type Issued = {
  readonly numbers: readonly string[];
  readonly refused: readonly { readonly why: readonly Label[] }[];
};
type Became = Outcome<Issued> | "failed";

/** One act after the other: what one is refused costs the others nothing; sent twice, each is done once. */
async function issueAll(at: Shown, chosen: readonly Chosen[], sent: Form): Promise<PageResult> {
  const { visit } = at;
  const became: { readonly group: readonly Chosen[]; readonly outcome: Became }[] = [];
  for (const group of groupsOf(chosen)) {
    const keys = group.map(({ key }) => key);
    const dossiers = [...new Set(group.map(({ dossier }) => dossier))];
    const how = { sent, part: dossiers.length > 1 ? `together-${keys.length}-${dossiers[0]}` : dossiers[0]! };
    const asked: Promise<Became> =
      dossiers.length > 1
        ? act(visit, issueTogether, { dossiers, keys }, how)
        : act(visit, issueProposed, { dossier: dossiers[0]!, keys }, how);
    const failed = (error: Error): Became => {
      logFault(visit.request, error);
      return "failed";
    };
    became.push({ group, outcome: await asked.catch(failed) });
  }
  return outcomePage(at, became);
}

function outcomePage(
  { visit, words, lang }: Shown,
  became: readonly { readonly group: readonly Chosen[]; readonly outcome: Became }[],
): PageResult {
  const say = (outcome: Became): string | Html => {
    if (outcome === "failed") return words.refused;
    if (outcome.kind === "done") {
      const { numbers, refused } = outcome.value;
      const why = [...new Set(refused.flatMap((each) => each.why.map((words) => words[lang])))];
      return html`${numbers.map((number, at) => html`${at > 0 && ", "}${linkTo(visit, number)}`)}${why.map((words) => html`<br>${words}`)}`;
    }
    if (outcome.kind === "invalid") return outcome.issues.map(({ message }) => message(lang)).join(" ");
    return outcome.kind === "stale" ? words.changed : words.refused;
  };
  const all = became.reduce((sum, { group }) => sum + group.length, 0);
  const done = became.reduce((sum, { group, outcome }) => {
    if (outcome === "failed" || outcome.kind !== "done") return sum;
    return sum + group.length - outcome.value.refused.length;
  }, 0);
  const main = html`<h1>${words.resultTitle}</h1>
<p class="ds-alert" data-color="${done === all ? "success" : "warning"}" tabindex="-1" autofocus>${words.result(done, all)}</p>
${table({
  id: "issued",
  caption: words.resultCaption,
  head: [words.who, words.outcome],
  rows: became.map(({ group, outcome }) => [group.map(named).join(" ; "), say(outcome)]),
  stacks: true,
})}
<div class="actions">${linkButton(visit.link(proposed.to()), words.back, "secondary")}</div>`;
  return { html: layout(visit, { title: words.resultTitle, main, back: proposed.to() }) };
}

function linkTo({ link }: Visit, number: string): Html {
  return html`<a class="ds-link exact" href="${href(link(`/finances/factures/${number}`))}">${number}</a>`;
}

/** First, since none of it is in the sum that is proposed: each with the page on which it is mended. */
function blockedHtml({ words, lang, seen, visit }: Shown): Html | false {
  const about = askedAbout(visit);
  const here = <T extends { readonly dossier: string }>(all: readonly T[]) =>
    all.filter(({ dossier }) => about === undefined || dossier === about);
  // Who may not mend it reads who does.
  const mended = (to: string, says: Label, name: string) =>
    may(visit.actor, doneBy(to))
      ? html`<a class="ds-link" href="${href(visit.link(to))}">${says[lang]}<span class="ds-sr-only">, ${name}</span></a>`
      : linkOrWho(visit, { says, to });
  const both = (of: (one: ReturnType<typeof invoicingWords>) => string): Label => ({
    fr: of(invoicingWords("fr")),
    en: of(invoicingWords("en")),
  });
  const people = [
    ...here(seen.unshared).map(({ dossier, name, price }) => ({
      dossier,
      name,
      price,
      go: mended(
        places.whoPays.to({ dossier }),
        both((one) => one.unsharedGo),
        name,
      ),
    })),
    ...here(unplanned(seen)).map(({ dossier, name, unbilled, cohort }) => ({
      dossier,
      name,
      price: unbilled,
      go: mended(
        trainingPlaces.cohortPlan.to({ cohort: cohort! }),
        both((one) => one.planGo),
        name,
      ),
    })),
  ];
  if (people.length === 0) return false;
  const sum = people.reduce((all, { price }) => all + (price ?? 0), 0);
  return html`<p class="ds-alert" data-color="warning" id="sans-payeur">${words.blockedLead(people.length, sayMoney(sum, lang))}</p>
${table({
  id: "blocked",
  caption: words.blockedCaption,
  head: [words.who, words.price, words.missing],
  rows: people.map(({ dossier, name, price, go }) => [
    html`<a class="ds-link" href="${href(visit.link(places.contract.to({ dossier })))}">${name}</a>`,
    price === null ? words.unknownPrice : sayMoney(price, lang),
    go,
  ]),
  numeric: [1],
  stacks: true,
})}`;
}

/** Enrolled in a cohort without periods. */
function unplanned({ held }: Seen) {
  return held.filter(({ unbilled, cohort }) => unbilled !== null && cohort !== null);
}

function heldHtml({ words, lang, seen, visit }: Shown): Html | false {
  const first = new Set(unplanned(seen));
  const held = seen.held.filter((one) => !first.has(one));
  if (held.length === 0) return false;
  const why = ({ why: said, issues, cohort }: (typeof held)[number]) => {
    const text = [said[lang], ...issues.map((one) => one[lang])].join(". ");
    if (cohort === null) return text;
    return html`${text}. <a class="ds-link" href="${href(visit.link(trainingPlaces.cohortPlan.to({ cohort })))}">${words.planGo}</a>`;
  };
  return html`<h2>${words.held}</h2>${table({
    id: "held",
    caption: words.heldCaption,
    head: [words.who, words.source, words.why],
    rows: held.map((one) => [
      html`<a class="ds-link" href="${href(visit.link(places.contract.to({ dossier: one.dossier })))}">${one.name}</a>`,
      one.source?.[lang] ??
        sayList(
          one.payers.map((payer) => payer[lang]),
          lang,
        ),
      why(one),
    ]),
    stacks: true,
  })}`;
}
