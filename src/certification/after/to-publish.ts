/** What publishing a jury publishes, as its page shows it: of each candidate what was sealed last, unless a later jury decided anew. */
import type { Shown } from "../../act/shows.ts";
import type { Tx } from "../../db/school.ts";
import { toldApart } from "../../kit/apart.ts";
import { labelled, type Lang, sayParts } from "../../kit/lang.ts";
import type { Diploma } from "../../law/diploma.ts";
import { readCandidate, type SealedCandidate } from "../rules/sealed.ts";
import { lastSealed, listSealed, type Sealed } from "../store.ts";
import { certificationWords, sayStatus } from "../words.ts";

type ToPublish = { readonly sealed: readonly Sealed[]; readonly overtaken: readonly Sealed[] };

export async function toPublish(tx: Tx, jury: string): Promise<ToPublish> {
  const all = (await listSealed(tx, jury)).filter(({ entry }) => entry !== null);
  const last = await lastSealed(
    tx,
    all.map(({ entry }) => entry!),
  );
  // A candidate ruled on again by a later jury is published from that one: an older decision never overwrites it.
  const isLast = ({ id, entry }: Sealed) => last.get(entry!)?.id === id;
  return { sealed: all.filter(isLast), overtaken: all.filter((one) => !isLast(one)) };
}

export function publishedLines(diploma: Diploma, { sealed, overtaken }: ToPublish): Shown {
  const decided = [...sealed.map((one) => [one, decision] as const), ...overtaken.map((one) => [one, anew] as const)];
  const named = decided.map(([{ sealed: text }, say]) => {
    const { name, number = null, ...whole } = readCandidate(text);
    return { name, number, is: labelled((lang) => say(diploma, whole, lang)) };
  });
  return toldApart(named, ({ number }) => number).map(({ name, is }) => ({ what: { fr: name, en: name }, is }));
}

type Whole = Pick<SealedCandidate, "outcome" | "domains">;

/** The outcome, then how each domain stands. */
function decision(diploma: Diploma, { outcome, domains }: Whole, lang: Lang): string {
  const said = certificationWords(lang).candidate.outcome;
  const each = domains.map(({ domain, status }) => `${domain} ${sayStatus(diploma, status, lang)}`);
  return `${said[outcome as keyof typeof said]} ${sayParts(each, lang)}`;
}

const anew = (_: Diploma, __: Whole, lang: Lang) => certificationWords(lang).session.decidedAnew;
