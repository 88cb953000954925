/** Issues a contract or convention to be printed and signed on paper, whose text is frozen for the signed scan; and quotes for employers. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { sayList } from "../../kit/lang.ts";
import { issue, type Issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import { contractChain } from "../rules/facts.ts";
import { lockOthers } from "../settling.ts";
import type { Missing } from "./facts.ts";
import { freezePaper, freezeQuote, frozenPaper } from "./frozen.ts";
import { paperLines } from "./paper-lines.ts";
import * as output from "./output.ts";

export const issueContractPaper = defineAct({
  name: "issueContractPaper",
  label: { fr: "Éditer un contrat ou une convention à signer", en: "Issue a contract or convention to be signed" },
  who: "prepare the contracts",
  form: Type.Object({ dossier: Id, source: KeySchema }, closed),
  output: output.issued,
  shows: { lines: true },
  writes: ["issued_paper"],
  async perform(context) {
    const { tx, input } = context;
    const { dossier, source } = input;
    const agreed = await lockOthers(context, dossier);
    if (!agreed) return FORBIDDEN;
    const about = contractChain(dossier);
    if (agreed.read.contract?.shares.find((one) => one.source === source)?.signed) {
      const signed = await frozenPaper(tx, agreed, source);
      // Issued before: nothing is written.
      context.changed([]);
      return signed ? done({ code: signed.code }, about) : invalid([SIGNED]);
    }
    const draft = agreed.papers.find((one) => one.source === source);
    if (!draft) return invalid([NOT_OURS]);
    if (draft.missing.length > 0) return invalid([missingIssue(draft.missing)]);
    const otherwise = context.changed(paperLines(agreed, source));
    if (otherwise) return otherwise;
    const { code } = (await freezePaper(context, agreed, source))!;
    return done({ code }, about);
  },
});

export const issueQuote = defineAct({
  name: "issueQuote",
  label: { fr: "Éditer un devis pour un employeur", en: "Issue a quote for an employer" },
  who: "prepare the contracts",
  form: Type.Object({ dossier: Id, source: KeySchema }, closed),
  output: output.issued,
  shows: { lines: true },
  writes: ["issued_paper"],
  async perform(context) {
    const { dossier, source } = context.input;
    const agreed = await lockOthers(context, dossier);
    if (!agreed) return FORBIDDEN;
    const quote = agreed.papers.find((one) => one.source === source)?.quote;
    if (!quote) return invalid([NO_QUOTE]);
    if (quote.missing.length > 0) return invalid([missingIssue(quote.missing)]);
    const otherwise = context.changed(paperLines(agreed, source));
    if (otherwise) return otherwise;
    const code = (await freezeQuote(context, agreed, source))!;
    return done({ code }, contractChain(dossier));
  },
});

function missingIssue(missing: readonly Missing[]): Issue {
  const said = (lang: "fr" | "en") => sayList([...new Set(missing.map(({ label }) => label[lang]))], lang);
  return issue("source", `Il manque\u00a0: ${said("fr")}.`, `Missing: ${said("en")}.`);
}

const NOT_OURS = issue(
  "source",
  "Ce payeur ne signe ni contrat ni convention avec l’école.",
  "This payer signs neither a contract nor a convention with the school.",
);
const NO_QUOTE = issue(
  "source",
  "Un devis s’édite pour qui signe une convention : un employeur, ou l’organisme qui confie la personne.",
  "A quote is issued for who signs a convention: an employer, or the body that entrusts the person.",
);
const SIGNED = issue("source", "Ce papier est déjà signé.", "This paper is signed already.");
