/** Money received that no reference ties to a charge: a person matches it, or sets it aside. */
import { href, type Html, html } from "../../../kit/html.ts";
import { own } from "../../../kit/own.ts";
import { may } from "../../../act/permissions.ts";
import { act, see } from "../../../page/acting.ts";
import { button, errorSummary, form, group, summaryList, table, textField } from "../../../page/form.ts";
import { NO_FORM, type Page, type PageResult, type Visit } from "../../../page/page.ts";
import { day, money, office, readSent, type Sent, typedMoney } from "../../charges/pages/parts.ts";
import { type Choices, chargeMeant, pickField } from "../../charges/pages/choosing.ts";
import { matchLine, setLineAside, takeLineBack } from "../acts.ts";
import { listBankLines, type SeenLine, seeBankLine } from "../views.ts";
import { bankWords } from "./words.ts";

const AFTER = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{64})$/;

export const linesPage: Page = {
  name: "finances-a-rapprocher",
  path: "/finances/banque/a-rapprocher",
  who: "see the accounts",
  view: async (visit) => {
    const { lang, query } = visit;
    const words = bankWords(lang).lines;
    const [, bookedOn, id] = AFTER.exec(query.apres ?? "") ?? [];
    const seen = await see(visit, listBankLines, bookedOn && id ? { after: { bookedOn, id } } : {});
    if (!seen) return { notFound: true };
    const { lines, next } = seen;
    const more = next && visit.link(`/finances/banque/a-rapprocher?apres=${next.bookedOn}_${next.id}`);
    const list = table({
      id: "open-lines",
      caption: words.caption,
      head: words.head,
      rows: lines.map((one) => [
        html`<a class="ds-link" href="${href(visit.link(`/finances/banque/operation/${one.id}`))}">${one.label || one.counterparty || "–"}</a>`,
        day(one.bookedOn, lang),
        money(one.amount, lang),
        money(one.remaining, lang),
      ]),
      numeric: [2, 3],
      stacks: true,
    });
    const told = own(words.done, query.fait);
    const aside =
      query.fait === "ecartee" &&
      html` <a class="ds-link" href="${href(visit.link("/finances/banque/ecartees"))}">${words.asideGo}</a>`;
    const main = html`${told !== undefined && html`<p class="ds-alert" data-color="success" tabindex="-1" autofocus>${told}${aside}</p>`}
${lines.length === 0 ? html`<p>${words.none}</p>` : list}
${more && html`<p><a class="ds-link" href="${href(more)}">${words.next}</a></p>`}`;
    return office(visit, { title: words.title, main, back: "/finances/banque" });
  },
};

/** What keeps the one charge it could be from being filled in. */
const DOUBTS = ["twin", "settled", "own"] as const;
/** Rows of the form that matches. */
const ROWS = 3;

export const linePage: Page = {
  name: "finances-operation",
  path: "/finances/banque/operation/:line",
  who: "see the accounts",
  view: async (visit) => {
    const seen = await lineOf(visit);
    return seen ? shown(visit, seen, readSent(NO_FORM, visit.lang), AS_IT_OPENS) : { notFound: true };
  },
  submit: async (visit, posted) => {
    const seen = await lineOf(visit);
    if (!seen) return { notFound: true };
    const sent = readSent(posted, visit.lang);
    const [what, deed] = own(DEEDS, posted.get("do")) ?? DEEDS.match!;
    const choices: Choices = new Map();
    const outcome = await deed(visit, seen, sent, choices);
    if (outcome === "done") return { redirect: visit.link(`/finances/banque/a-rapprocher?fait=${what}`) };
    return outcome === "gone" ? { notFound: true } : shown(visit, seen, sent, { fresh: false, choices });
  },
};

type Went = "done" | "gone" | "wrong";
type Deed = (visit: Visit, seen: SeenLine, sent: Sent, choices: Choices) => Promise<Went>;

/** By its button: what the list is told was done, and how. */
const DEEDS: Readonly<Record<string, readonly [string, Deed]>> = {
  match: ["rapprochee", match],
  aside: ["ecartee", aside],
  back: ["reprise", takeBack],
};

function lineOf(visit: Visit): Promise<SeenLine | undefined> {
  return see(visit, seeBankLine, { line: visit.params.line! });
}

async function match(visit: Visit, { line }: SeenLine, sent: Sent, choices: Choices): Promise<Went> {
  const used = Array.from({ length: ROWS }, (_, at) => at).filter((at) => sent.text(`reference-${at}`) !== "");
  if (used.length === 0) sent.errors.push({ field: "reference-0", message: bankWords(visit.lang).line.missing });
  const shares: { reference: string; amount: number }[] = [];
  for (const at of used) {
    const meant = await chargeMeant(visit, sent, `reference-${at}`, choices);
    shares.push({ reference: meant?.reference ?? "", amount: sent.amount(`amount-${at}`) });
  }
  if (sent.errors.length > 0) return "wrong";
  const done = await act(visit, matchLine, { line: line.id, shares }, { sent: sent.form });
  if (done.kind === "done") return "done";
  if (done.kind !== "invalid") return "gone";
  // The act counts the rows that were used.
  sent.add(done.issues.map((one) => ({ ...one, path: one.path.replace(/\d+$/, (at) => String(used[+at] ?? 0)) })));
  return "wrong";
}

async function aside(visit: Visit, { line }: SeenLine, sent: Sent): Promise<Went> {
  const reason = sent.needed("reason", bankWords(visit.lang).line.reasonFault);
  if (sent.errors.length > 0) return "wrong";
  const done = await act(visit, setLineAside, { line: line.id, reason }, { sent: sent.form });
  return done.kind === "done" ? "done" : "gone";
}

async function takeBack(visit: Visit, { line }: SeenLine, sent: Sent): Promise<Went> {
  const done = await act(visit, takeLineBack, { line: line.id }, { sent: sent.form });
  return done.kind === "done" ? "done" : "gone";
}

type How = { readonly fresh: boolean; readonly choices: Choices };
const AS_IT_OPENS: How = { fresh: true, choices: new Map() };

function shown(visit: Visit, seen: SeenLine, sent: Sent, how: How): PageResult {
  const { lang } = visit;
  const words = bankWords(lang).line;
  const { line, left, proposals } = seen;
  const out = line.amount < 0;
  const rows = [
    { key: words.label, value: line.label || "–" },
    ...(line.counterparty === null ? [] : [{ key: words.from, value: line.counterparty }]),
    ...(line.servicerReference === null ? [] : [{ key: words.number, value: line.servicerReference }]),
    ...(out ? [] : [{ key: words.left, value: money(left, lang) }]),
  ];
  const main = html`${errorSummary(sent.errors, lang)}
${line.asideReason !== null && html`<p><strong>${words.aside(line.asideReason)}</strong></p>`}
${summaryList(rows, lang)}
${out && html`<p>${words.out}</p>`}
<h2>${words.proposals}</h2>
${
  proposals.length === 0
    ? html`<p>${words.noProposals}</p>`
    : table({
        id: "proposals",
        caption: words.proposalsCaption,
        head: words.proposalsHead,
        rows: proposals.map((one) => [
          html`<a class="ds-link" href="${href(visit.link(`/finances/frais/${one.id}`))}">${one.name ?? one.reference}</a>`,
          html`<span class="exact">${one.reference}</span>`,
          money(one.balance, lang),
          one.why.map((key) => words.why[key]).join(", "),
        ]),
        numeric: [2],
        stacks: true,
      })
}
${line.aside !== null && may(visit.actor, "keep the accounts") && form(visit, html`<p>${words.backWhy}</p>${button(words.backGo, { name: "do", value: "back", variant: "secondary" })}`)}
${left !== 0 && line.aside === null && may(visit.actor, "keep the accounts") && forms(visit, seen, sent, how)}`;
  const title = (out ? words.titleOut : words.title)(money(Math.abs(line.amount), lang), day(line.bookedOn, lang));
  return office(visit, { title, main, back: "/finances/banque/a-rapprocher", errors: sent.errors });
}

function forms(visit: Visit, { line, left, proposals }: SeenLine, sent: Sent, { fresh, choices }: How): Html {
  const { lang } = visit;
  const words = bankWords(lang).line;
  const { errors } = sent;
  // The one charge it could be is filled in, and still to be confirmed.
  const sure = proposals.filter(({ why }) => !DOUBTS.some((one) => why.includes(one)));
  const only = fresh && proposals.length === 1 ? sure[0] : undefined;
  const out = line.amount < 0;
  const row = (at: number) => {
    const begun = at === 0 && only;
    const reference = begun ? begun.reference : sent.text(`reference-${at}`);
    const amount = begun ? typedMoney(left, lang) : sent.text(`amount-${at}`);
    return html`<div class="field-row">${textField({ name: `reference-${at}`, label: words.reference(at + 1), value: reference, size: 14, errors, lang })}
${textField({ name: `amount-${at}`, label: words.amountOf(at + 1), value: amount, size: 10, inputmode: "decimal", errors, lang })}</div>${pickField(visit, sent, `reference-${at}`, choices)}`;
  };
  const shares = group(
    { name: "shares", legend: words.match, hint: words.matchHint, errors, lang },
    html`${Array.from({ length: ROWS }, (_, at) => row(at))}`,
  );
  const reason = textField({
    name: "reason",
    label: words.reason,
    hint: out ? words.classifyWhy : words.setAsideWhy,
    value: sent.text("reason"),
    errors,
    lang,
  });
  return html`${!out && form(visit, html`${shares}${button(words.matchGo, { name: "do", value: "match" })}`)}
${html`<h2>${out ? words.classify : words.setAside}</h2>${form(visit, html`${reason}${button(out ? words.classifyGo : words.setAsideGo, { name: "do", value: "aside", variant: "secondary" })}`)}`}`;
}
