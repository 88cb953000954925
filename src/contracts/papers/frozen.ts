/**
 * A contract or convention as it was issued to be signed: its whole text, kept under a code. What is signed on the page is issued in the same
 * act; what is signed on paper was issued to be printed, or is issued as the paper comes back.
 */
import type { Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { HouseDocument } from "../../documents/blocks.ts";
import type { Tx } from "../../db/school.ts";
import { issuePaper, lastPaper, paperInForce, withdrawPaper } from "../../issued-documents/issue.ts";
import { sayDay, sayMoney } from "../../kit/lang.ts";
import { contractChain } from "../rules/facts.ts";
import { grantsWithin, isSigned, paperEndedOn } from "../rules/contract.ts";
import type { Agreed } from "../settling.ts";
import type { OwnPaper } from "./facts.ts";

/** The amounts that it is for, and the cohort: it holds for no others. The cohort is left out of papers issued before it was kept. */
export type Covers = { readonly share: number; readonly grants: number; readonly cohort?: string };
export type Frozen = { readonly code: string; readonly document: HouseDocument } & Covers;

const kindOf = (paper: OwnPaper, source: string) => `${paper}:${source}`;

function coversOf({ read, money, cohort }: Pick<Agreed, "read" | "money" | "cohort">, source: string): Covers {
  const shares = read.contract?.shares ?? [];
  const share = shares.find((one) => one.source === source)?.amount ?? 0;
  const grants = grantsWithin(source, { shares, payers: money.payers });
  return { share, grants, ...(cohort && { cohort: cohort.id }) };
}

/** The one in force, if it is for today's amounts and cohort; what was signed stays to be read after a withdrawal. */
export async function frozenPaper(
  tx: Tx,
  agreed: Pick<Agreed, "read" | "money" | "person" | "cohort">,
  source: string,
): Promise<Frozen | undefined> {
  const paper = agreed.money.payers.find(({ payer }) => payer === source)?.paper;
  const about = contractChain(agreed.person.dossier);
  const signed = agreed.read.contract?.shares.some((one) => one.source === source && one.signed !== null);
  const find = signed ? lastPaper : paperInForce;
  const kept = isSigned(paper) ? await find(tx, about, kindOf(paper, source)) : undefined;
  const data = kept?.data as Frozen | undefined;
  const { share, grants, cohort } = coversOf(agreed, source);
  if (!kept || data?.share !== share || data.grants !== grants) return undefined;
  const same = signed || data.cohort === undefined || cohort === undefined || data.cohort === cohort;
  return same ? { ...data, code: kept.code } : undefined;
}

/** Freezes it as it stands today; the act names `issued_paper` among its `writes`. Undefined of a paper that is not ours. */
export async function freezePaper(
  { tx, actor, at }: Pick<Performing<unknown>, "tx" | "actor" | "at">,
  agreed: Agreed,
  source: string,
): Promise<Frozen | undefined> {
  const draft = agreed.papers.find((one) => one.source === source);
  if (!draft) return undefined;
  const { document, paper } = draft;
  const { person } = agreed;
  const covers = coversOf(agreed, source);
  const amount = covers.share + covers.grants;
  const says = { fr: sayMoney(amount, "fr"), en: sayMoney(amount, "en") };
  const about = contractChain(person.dossier);
  const issuing = { about, what: kindOf(paper, source), name: person.name, by: actorName(actor), at };
  const { code } = await issuePaper(tx, { ...issuing, data: (own) => ({ code: own, ...covers, document, says }) });
  return { code, document, ...covers };
}

/** After a withdrawal in time: the code of each paper that it ends says so. The act names `issued_paper` among its `writes`. */
export async function withdrawPapers(
  { tx, at }: Pick<Performing<unknown>, "tx" | "at">,
  { read, money, person }: Pick<Agreed, "read" | "money" | "person">,
): Promise<void> {
  const about = contractChain(person.dossier);
  for (const { source } of read.contract?.shares ?? []) {
    const paper = money.payers.find(({ payer }) => payer === source)?.paper;
    const ended = paperEndedOn(read, paper === "contract");
    if (!isSigned(paper) || ended === null) continue;
    const why = `Rétractation du ${sayDay(ended, "fr")}.`;
    await withdrawPaper(tx, { about, what: kindOf(paper, source), why, at });
  }
}

const QUOTE = "quote";

/** Freezes the quote of today for who signs a convention; a later one replaces it. */
export async function freezeQuote(
  { tx, actor, at }: Pick<Performing<unknown>, "tx" | "actor" | "at">,
  agreed: Agreed,
  source: string,
): Promise<string | undefined> {
  const quote = agreed.papers.find((one) => one.source === source)?.quote;
  if (!quote) return undefined;
  const { person } = agreed;
  const about = contractChain(person.dossier);
  const issuing = { about, what: `${QUOTE}:${source}`, name: person.name, by: actorName(actor), at };
  const data = (own: string) => ({ code: own, ...coversOf(agreed, source), document: quote.document });
  return (await issuePaper(tx, { ...issuing, data })).code;
}

/** The last quote issued, as it was. */
export async function frozenQuote(
  tx: Tx,
  dossier: string,
  source: string,
): Promise<Pick<Frozen, "code" | "document"> | undefined> {
  const kept = await paperInForce(tx, contractChain(dossier), `${QUOTE}:${source}`);
  return kept && { code: kept.code, document: (kept.data as Frozen).document };
}
