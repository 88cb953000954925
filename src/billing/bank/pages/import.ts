/** A file from the bank: read, shown, and only then imported. */
import { href, type Html, html } from "../../../kit/html.ts";
import { type Lang, sayNumber } from "../../../kit/lang.ts";
import { may } from "../../../act/permissions.ts";
import { act, fieldErrors, see } from "../../../page/acting.ts";
import {
  button,
  errorSummary,
  fileField,
  type FieldError,
  form,
  linkButton,
  table,
  textArea,
} from "../../../page/form.ts";
import type { Form, Page, PageResult, Visit } from "../../../page/page.ts";
import { dayIn } from "../../../kit/zone.ts";
import { day, money, office } from "../../charges/pages/parts.ts";
import { MAX_BANK_FILE } from "../../rules/bank-file.ts";
import type { KnownCharge, Match, Share } from "../../rules/matching.ts";
import { importBankFile, readBankFile } from "../acts.ts";
import { type SeenDraft, seeBank, seeBankDraft } from "../views.ts";
import { bankWords } from "./words.ts";

export const bankPage: Page = {
  name: "finances-banque",
  path: "/finances/banque",
  who: "see the accounts",
  readsFiles: MAX_BANK_FILE,
  view: (visit) => shown(visit, "", []),
  submit: receive,
};

async function receive(visit: Visit, sent: Form): Promise<PageResult> {
  const words = bankWords(visit.lang).bank;
  const [file] = sent.small ?? [];
  const pasted = sent.get("paste");
  if (file && "problem" in file) return shown(visit, pasted, [{ field: "file", message: words.tooBig }]);
  const bytes = file ? file.bytes : Buffer.from(pasted);
  if (bytes.length === 0) return shown(visit, "", [{ field: "file", message: words.missing }]);
  const name = file ? file.name.slice(-200) : words.pasted;
  const read = await act(visit, readBankFile, { name, content: bytes.toString("base64") });
  if (read.kind === "invalid") {
    const field = file ? "file" : "paste";
    const errors = fieldErrors(read.issues, visit.lang).map((one) => ({ ...one, field }));
    return shown(visit, pasted, errors);
  }
  if (read.kind !== "done") return { notFound: true };
  const { imported, file: id } = read.value;
  if (imported) return { redirect: visit.link("/finances/banque?fait=deja") };
  return { redirect: visit.link(`/finances/banque/verifier/${id.slice("sha256:".length)}`) };
}

async function shown(visit: Visit, pasted: string, errors: readonly FieldError[]): Promise<PageResult> {
  const { lang, query, school } = visit;
  const words = bankWords(lang).bank;
  const seen = await see(visit, seeBank, {});
  if (!seen) return { notFound: true };
  const { files, open, aside } = seen;
  const [, matched, toDecide] = /^(\d{1,6})-(\d{1,6})$/.exec(query.fait ?? "") ?? [];
  const done = matched !== undefined ? words.done(+matched, +toDecide!) : query.fait === "deja" && words.already;
  const fields = html`${fileField({ name: "file", label: words.file, hint: words.fileHint, accept: ".xml,.csv,.txt,text/csv,application/xml,text/xml", errors, lang })}
<details class="ds-details"><summary>${words.paste}</summary><div>${textArea({ name: "paste", label: words.paste, value: pasted, rows: 8, errors, lang })}</div></details>
${button(words.go)}`;
  const main = html`${errorSummary(errors, lang)}
${done && html`<div class="ds-alert" data-color="success"><p>${done}</p></div>`}
<p>${open.count === 0 ? words.openNone : words.open(sayNumber(open.count, lang), money(open.amount, lang))}</p>
${open.count > 0 && linkButton(visit.link("/finances/banque/a-rapprocher"), words.openGo, "secondary")}
${aside > 0 && html`<p><a class="ds-link" href="${href(visit.link("/finances/banque/ecartees"))}">${words.aside(sayNumber(aside, lang))}</a></p>`}
${may(visit.actor, "keep the accounts") && form(visit, fields, { files: true })}
<h2>${words.files}</h2>
${
  files.length === 0
    ? html`<p>${words.none}</p>`
    : table({
        id: "files",
        caption: words.filesCaption,
        head: words.head,
        rows: files.map((one) => [
          html`<a class="ds-link" href="${href(visit.link(`/finances/banque/fichier/${one.id.slice("sha256:".length)}`))}">${one.name}</a>`,
          day(dayIn(new Date(one.importedAt), school.timezone), lang),
          one.firstOn === null ? "–" : day(one.firstOn, lang),
          one.lastOn === null ? "–" : day(one.lastOn, lang),
          sayNumber(one.lines, lang),
        ]),
        numeric: [4],
        stacks: true,
      })
}`;
  return office(visit, { title: words.title, lead: words.lead, main, here: "bank", errors });
}

export const checkPage: Page = {
  name: "finances-banque-verifier",
  path: "/finances/banque/verifier/:file",
  who: "keep the accounts",
  view: async (visit) => {
    const seen = await draftOf(visit);
    return seen ? planned(visit, seen) : { redirect: visit.link("/finances/banque") };
  },
  submit: async (visit, sent) => {
    const done = await act(visit, importBankFile, { file: `sha256:${visit.params.file}` }, { sent });
    if (done.kind === "done") {
      const { already, matched, toDecide } = done.value;
      return { redirect: visit.link(`/finances/banque?fait=${already ? "deja" : `${matched}-${toDecide}`}`) };
    }
    return gone(visit, done.kind === "invalid" ? fieldErrors(done.issues, visit.lang) : []);
  },
};

/** Thrown away, or imported by a colleague, while the page was open. */
function gone(visit: Visit, errors: readonly FieldError[]): PageResult {
  const { lang } = visit;
  const words = bankWords(lang).check;
  const back = visit.link("/finances/banque");
  const main = html`${errorSummary(
    errors.map((one) => ({ ...one, field: "main" })),
    lang,
  )}<p><a class="ds-link" href="${href(back)}">${words.again}</a></p>`;
  return office(visit, { title: words.title, main, back: "/finances/banque", errors });
}

function draftOf(visit: Visit): Promise<SeenDraft | undefined> {
  return see(visit, seeBankDraft, { file: `sha256:${visit.params.file}` });
}

/** Of each table: what is beyond is counted above, and done all the same. */
const MOST_SHOWN = 500;

function planned(visit: Visit, seen: SeenDraft): PageResult {
  const { lang } = visit;
  const words = bankWords(lang).check;
  const matched = seen.planned.filter(({ match }) => match.kind === "exact");
  const toDecide = seen.planned.filter(({ match }) => match.kind !== "exact");
  const figure = (label: string, count: number) => html`<div><dt>${label}</dt><dd>${sayNumber(count, lang)}</dd></div>`;
  const main = html`<dl class="figures">${figure(words.matched, matched.length)}${figure(words.toDecide, toDecide.length)}${figure(words.known, seen.known)}${figure(words.skipped, seen.skipped.length + seen.spent)}</dl>
${seen.planned.length === 0 && html`<p>${words.nothing}</p>`}
${seen.aside > 0 && html`<p>${words.knownAside(seen.aside)} <a class="ds-link" href="${href(visit.link("/finances/banque/ecartees"))}">${words.knownAsideGo}</a></p>`}
${matched.length > 0 && matchedTable(visit, seen, matched)}
${more(visit, matched.length)}
${
  toDecide.length > 0 &&
  table({
    id: "decide",
    caption: words.decideCaption,
    head: [words.label, words.day, words.amount, words.why],
    rows: toDecide
      .slice(0, MOST_SHOWN)
      .map(({ line, match }) => [
        line.label,
        day(line.bookedOn, lang),
        money(line.amount, lang),
        whyToDecide(match, lang),
      ]),
    numeric: [2],
    stacks: true,
  })
}
${more(visit, toDecide.length)}
${
  seen.skipped.length > 0 &&
  table({
    id: "skipped",
    caption: words.skippedCaption,
    head: [words.where, words.why],
    rows: seen.skipped
      .slice(0, MOST_SHOWN)
      .map(({ row, why }) => [`${seen.format === "csv" ? words.row : words.entry} ${sayNumber(row, lang)}`, why[lang]]),
    stacks: true,
  })
}
${more(visit, seen.skipped.length)}
${seen.spent > 0 && html`<p>${words.spent(seen.spent)}</p>`}
${form(visit, html`<div class="actions">${button(words.go)}${linkButton(visit.link("/finances/banque"), words.back, "secondary")}</div>`)}`;
  return office(visit, {
    title: words.title,
    lead: words.lead(seen.name, seen.format),
    main,
    back: "/finances/banque",
  });
}

function more({ lang }: Visit, count: number): Html | false {
  return count > MOST_SHOWN && html`<p>${bankWords(lang).check.more(sayNumber(count - MOST_SHOWN, lang))}</p>`;
}

/** What speaks against counting it by itself, or how many charges it could pay. */
function whyToDecide(match: Match, lang: Lang): string {
  const words = bankWords(lang).check;
  if (match.kind !== "proposed") return words.noProposal;
  const against = (["out", "own", "twin", "settled"] as const).find((key) =>
    match.proposals.some(({ why }) => why.includes(key)),
  );
  return against ? words[against] : words.proposal(match.proposals.length);
}

function matchedTable(visit: Visit, { charges }: SeenDraft, matched: SeenDraft["planned"]): Html {
  const { lang } = visit;
  const words = bankWords(lang).check;
  const byId = new Map(charges.map((one) => [one.id, one]));
  return table({
    id: "matched",
    caption: words.matchedCaption,
    head: [words.label, words.day, words.amount, words.pays],
    rows: matched
      .slice(0, MOST_SHOWN)
      .map(({ line, match }) => [
        line.label,
        day(line.bookedOn, lang),
        money(line.amount, lang),
        html`${match.kind === "exact" && match.shares.map((share, at) => html`${at > 0 && html`<br>`}${shareHtml(visit, share, byId.get(share.charge))}`)}`,
      ]),
    numeric: [2],
    stacks: true,
  });
}

/** What a share does to its charge, so that too much or too little is seen before it is done. */
function shareHtml(visit: Visit, share: Share, charge: KnownCharge | undefined): Html | false {
  if (!charge) return false;
  const { lang } = visit;
  const words = bankWords(lang).check;
  const left = charge.balance - share.amount;
  const effect = left === 0 ? words.exact : left < 0 ? words.over(money(-left, lang)) : words.under(money(left, lang));
  const link = html`<a class="ds-link" href="${href(visit.link(`/finances/frais/${charge.id}`))}">${charge.name ?? charge.reference}</a>`;
  return html`${link} <span class="exact">${charge.reference}</span> (${effect})`;
}
