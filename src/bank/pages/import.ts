/** A file from the bank: read, shown, and only then imported. */
import { href, type Html, html } from "../../kit/html.ts";
import { type Lang, sayNumber } from "../../kit/lang.ts";
import { may } from "../../act/permissions.ts";
import { formPage } from "../../page/form-page.ts";
import { longText, smallFile } from "../../page/kinds.ts";
import { see } from "../../page/acting.ts";
import { linkButton, table } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { dayIn } from "../../kit/zone.ts";
import { bank, charge, day, money, officeFrame } from "../../billing/charges/pages/parts.ts";
import { MAX_BANK_FILE } from "../rules/bank-file.ts";
import type { KnownCharge, Match, Share } from "../rules/matching.ts";
import { importBankFile, readBankFile } from "../acts.ts";
import { type SeenDraft, seeBank, seeBankDraft } from "../views.ts";
import { asideLines, bankCheck, bankFile, fileIn, openLines } from "./routes.ts";
import { bankWords, sayLeft } from "./words.ts";

export const bankPage = formPage({
  name: "finances-banque",
  route: bank,
  who: "see the accounts",
  readsFiles: MAX_BANK_FILE,
  words: bankWords,
  seen: (visit) => see(visit, seeBank, {}),
  form: {
    words: "bank",
    fields: ({ words: { bank: words } }) => ({
      file: smallFile({
        label: words.file,
        hint: words.fileHint,
        accept: ".xml,.csv,.txt,text/csv,application/xml,text/xml",
        tooBig: words.tooBig,
      }),
      paste: longText({ rows: 8, blank: true }),
    }),
    arranged: ({ file, paste }, { words }) => html`${file}
<details class="ds-details"><summary>${words.bank.fields.paste}</summary><div>${paste}</div></details>`,
    check: ({ file, paste }, { words }) => {
      return (file?.bytes.length ?? paste.length) === 0 ? { file: words.bank.missing } : {};
    },
    act: readBankFile,
    input: ({ file, paste }, { words }) => ({
      name: file ? file.name.slice(-200) : words.bank.pasted,
      content: (file?.bytes ?? Buffer.from(paste)).toString("base64"),
    }),
    on: ({ file }) => ({ content: file ? "file" : "paste" }),
    done: ({ imported, file }) => (imported ? bank.to({}, { fait: "deja" }) : bankCheck.to(fileIn(file))),
  },
  told: ({ visit: { query }, words }) => {
    const [counts = "", matched, toDecide] = /^(\d{1,6})-(\d{1,6})$/.exec(query.fait ?? "") ?? [];
    return {
      deja: words.bank.already,
      ...(matched !== undefined && { [counts]: words.bank.done(+matched, +toDecide!) }),
    };
  },
  shown: ({ visit, lang, words: { bank: words }, seen: { files, open, aside } }, { form }) => {
    const list = table({
      id: "files",
      caption: words.filesCaption,
      head: words.head,
      rows: files.map((file) => [
        html`<a class="ds-link" href="${href(visit.link(bankFile.to(fileIn(file.id))))}">${file.name}</a>`,
        day(dayIn(new Date(file.importedAt), visit.school.timezone), lang),
        file.firstOn === null ? "–" : day(file.firstOn, lang),
        file.lastOn === null ? "–" : day(file.lastOn, lang),
        sayNumber(file.lines, lang),
      ]),
      numeric: [4],
      stacks: true,
    });
    const main = html`<p>${open.count === 0 ? words.openNone : words.open(sayNumber(open.count, lang), money(open.amount, lang))}</p>
${open.count > 0 && linkButton(visit.link(openLines.to()), words.openGo, "secondary")}
${aside > 0 && html`<p><a class="ds-link" href="${href(visit.link(asideLines.to()))}">${words.aside(sayNumber(aside, lang))}</a></p>`}
${may(visit.actor, "keep the accounts") && form()}
<h2>${words.files}</h2>
${files.length === 0 ? html`<p>${words.none}</p>` : list}`;
    return { title: words.title, lead: words.lead, main, back: "/compte" };
  },
  frame: (visit, parts) => officeFrame(visit, parts, "bank"),
});

export const checkPage = formPage({
  name: "finances-banque-verifier",
  route: bankCheck,
  who: "keep the accounts",
  words: (lang) => bankWords(lang).check,
  // Deleted, or imported by a colleague, while the page was open: the act says which.
  seen: async (visit, { file }, sent) => {
    const draft = await see(visit, seeBankDraft, { file: `sha256:${file}` });
    return draft || sent ? { draft } : undefined;
  },
  missing: (visit) => ({ redirect: visit.link(bank.to()) }),
  form: {
    beside: ({ visit, words }) => linkButton(visit.link(bank.to()), words.back, "secondary"),
    act: importBankFile,
    input: (_, { params }) => ({ file: `sha256:${params.file}` }),
    done: ({ already, matched, toDecide }) => bank.to({}, { fait: already ? "deja" : `${matched}-${toDecide}` }),
  },
  shown: ({ visit, words, seen: { draft } }, { form }) => ({
    title: words.title,
    ...(draft && { lead: words.lead(draft.name, draft.format) }),
    main: draft
      ? html`${planned(visit, draft)}
${form()}`
      : html`<p><a class="ds-link" href="${href(visit.link(bank.to()))}">${words.again}</a></p>`,
    back: bank.to(),
  }),
  frame: officeFrame,
});

/** Rows shown per table: the rest is counted above, and imported all the same. */
const MOST_SHOWN = 500;

function planned(visit: Visit, seen: SeenDraft): Html {
  const { lang } = visit;
  const words = bankWords(lang).check;
  const matched = seen.planned.filter(({ match }) => match.kind === "exact");
  const toDecide = seen.planned.filter(({ match }) => match.kind !== "exact");
  const figure = (label: string, count: number) => html`<div><dt>${label}</dt><dd>${sayNumber(count, lang)}</dd></div>`;
  return html`<dl class="figures">${figure(words.matched, matched.length)}${figure(words.toDecide, toDecide.length)}${figure(words.known, seen.known)}${figure(words.skipped, seen.skipped.length + seen.spent)}</dl>
${seen.planned.length === 0 && html`<p>${words.nothing}</p>`}
${seen.aside > 0 && html`<p>${words.knownAside(seen.aside)} <a class="ds-link" href="${href(visit.link(asideLines.to()))}">${words.knownAsideGo}</a></p>`}
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
      .map(({ line, match, told }) => [
        line.label,
        day(line.bookedOn, lang),
        money(line.amount, lang),
        told === null ? whyToDecide(match, lang) : words.told[told],
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
${(seen.pending ?? 0) > 0 && html`<p>${words.pending(seen.pending!)}</p>`}`;
}

function more({ lang }: Visit, count: number): Html | false {
  return count > MOST_SHOWN && html`<p>${bankWords(lang).check.more(count - MOST_SHOWN)}</p>`;
}

/** Why a person must decide, or how many charges it could pay. */
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

function shareHtml(visit: Visit, share: Share, of: KnownCharge | undefined): Html | false {
  if (!of) return false;
  const effect = sayLeft(of.balance - share.amount, visit.lang);
  const link = html`<a class="ds-link" href="${href(visit.link(charge.to({ charge: of.id })))}">${of.name ?? of.reference}</a>`;
  return html`${link} <span class="exact">${of.reference}</span> (${effect})`;
}
