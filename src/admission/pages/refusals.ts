/** What admission refused a person: eligibility, a place, reliefs asked for; with the article, what follows, and how it is contested. */
import type { Day } from "../../kit/day.ts";
import { sayDay, sayNumber } from "../../kit/lang.ts";
import { sayWeekday } from "../../kit/moment.ts";
import { isId } from "../../kit/shapes.ts";
import { capital } from "../../kit/typography.ts";
import { dayIn } from "../../kit/zone.ts";
import { citeArticle } from "../../law/article-words.ts";
import type { Entry } from "../../law/entry.ts";
import type { SaidFinding } from "../../law/finding.ts";
import { CONFIDENCE_WORDS } from "../../law/source-words.ts";
import type { Block } from "../../documents/blocks.ts";
import { contestBlocks, type Refusal, type Refusals } from "../../documents/pages/refusals.ts";
import { feeAfterEnd } from "../../dossier/fee-after.ts";
import { followDossier } from "../../dossier/follow-views.ts";
import { underItsLaw } from "../../dossier/pages/holding.ts";
import { domainName } from "../../inquiry/path-documents/pathway.ts";
import { see } from "../../page/acting.ts";
import type { Visit } from "../../page/page.ts";
import { listEntry } from "../rules/closing.ts";
import { candidacyOnPaper, myCandidacy, type OwnCandidacy } from "../views.ts";
import { bestDoor } from "./parts.ts";
import { admissionWords } from "./words.ts";
import { ownAdmissionWords } from "./own-words.ts";

export const admissionRefusals: Refusals = async (visit, dossier) => {
  if (!isId(dossier)) return [];
  const seen = (await see(visit, myCandidacy, { dossier })) ?? (await see(visit, candidacyOnPaper, { dossier }));
  if (!seen) return [];
  const lawful = underItsLaw(visit, seen.intake);
  return [
    notEligible(lawful, seen),
    notAdmitted(lawful, seen),
    await lapsed(lawful, seen),
    lessRelief(lawful, seen),
    unconfirmed(lawful, seen),
  ].flatMap((one) => one ?? []);
};

function notEligible(visit: Visit, seen: OwnCandidacy): Refusal | undefined {
  const { eligibility } = seen.decided;
  if (seen.state !== "not-eligible" || !eligibility) return undefined;
  const { lang } = visit;
  const words = ownAdmissionWords(lang);
  const { ground } = eligibility.details;
  const findings = (bestDoor(eligibility.details)?.findings ?? []).filter(({ met }) => met === false);
  return {
    ends: true,
    blocks: [
      ...appealed(visit, seen),
      outcome(words.lead["not-eligible"], [words.refused.on(dayOf(visit, eligibility.at)), ...confirmed(visit, seen)]),
      ...groundBlocks(visit, seen, ground),
      ...ends(visit, seen),
      ...(findings.length === 0 ? [] : [{ kind: "findings", items: findings.map((one) => line(one, lang)) } as const]),
      ...contest(visit, seen, eligibility.at),
    ],
  };
}

function notAdmitted(visit: Visit, seen: OwnCandidacy): Refusal | undefined {
  const { listed, appeal } = seen.decided;
  if (seen.state !== "refused" || !listed) return undefined;
  const { lang, law } = visit;
  const words = ownAdmissionWords(lang);
  const last = appeal ?? listed;
  return {
    ends: true,
    blocks: [
      ...appealed(visit, seen),
      outcome(words.lead.refused, [words.refused.on(dayOf(visit, listed.at)), ...confirmed(visit, seen)]),
      ...groundBlocks(visit, seen, last.grounds),
      { kind: "text", text: words.refused.by(cited(listEntry(law), lang)) },
      ...ends(visit, seen),
      ...contest(visit, seen, listed.at),
    ],
  };
}

/** Until when the offer stood, what can still be done, and the fee: before anything is asked of the person. */
async function lapsed(visit: Visit, seen: OwnCandidacy): Promise<Refusal | undefined> {
  if (seen.state !== "lapsed") return undefined;
  const { lang, law } = visit;
  const words = ownAdmissionWords(lang);
  const { lapsedAfter: by } = seen.decided;
  const dues = (await see(visit, followDossier, { dossier: seen.dossier.id }))?.dues ?? [];
  const fees = feeAfterEnd(dues, law).map((line) => line[lang]);
  const until = by === null ? [] : [words.lapsed.until(sayDay(by, lang))];
  return { ends: true, blocks: [outcome(words.lead.lapsed, [...until, words.lapsed.still, ...fees])] };
}

function confirmed(visit: Visit, { decided: { appeal } }: OwnCandidacy): string[] {
  return appeal ? [ownAdmissionWords(visit.lang).refused.confirmed(dayOf(visit, appeal.at))] : [];
}

/** The application goes on. */
function lessRelief(visit: Visit, seen: OwnCandidacy): Refusal | undefined {
  const { relief } = seen.decided;
  if (!relief || relief.units.length + relief.held.length === 0) return undefined;
  const { lang, law } = visit;
  const words = ownAdmissionWords(lang).refused;
  const { grants, held: ways, domains } = law.diploma;
  const units = new Map(domains.flatMap((domain) => domain.units).map(({ unit, label }) => [unit, label[lang]]));
  const items = [
    ...relief.units.map(({ unit, asked, granted }) =>
      words.hours(`${unit}, ${units.get(unit) ?? ""}`, sayNumber(asked, lang), sayNumber(granted, lang)),
    ),
    ...relief.held.map(({ domain }) => words.domain(domainName(law.diploma, domain, lang))),
  ];
  const articles = [
    ...(relief.units.length > 0 && grants ? [grants] : []),
    ...ways.filter(({ by }) => relief.held.some((one) => one.by === by)),
  ];
  return {
    ends: false,
    blocks: [
      outcome(words.relief, [words.on(dayOf(visit, relief.at)), words.goesOn]),
      { kind: "list", items: [...items, ...articles.map((entry) => words.by(cited(entry, lang)))] },
      ...groundBlocks(visit, seen, relief.details.ground),
      ...contest(visit, { ...seen, contest: null }, relief.at),
    ],
  };
}

function unconfirmed(visit: Visit, seen: OwnCandidacy): readonly Refusal[] {
  const { lang, law } = visit;
  const words = ownAdmissionWords(lang).refused;
  return seen.decided.notConfirmed.map(({ title, domain, by, on }) => {
    const entry = law.diploma.reliefs.find((one) => one.title === title);
    const said = [words.authority(by, sayDay(on, lang)), ...(entry ? [words.by(cited(entry, lang))] : []), words.toSit];
    return { ends: false, blocks: [outcome(words.dispense(domainName(law.diploma, domain, lang)), said)] };
  });
}

const outcome = (verdict: string, texts: readonly string[]): Block => ({
  kind: "outcome",
  mark: "unmet",
  verdict,
  texts,
});

function groundBlocks({ lang }: Visit, { dossier }: OwnCandidacy, text: string): Block[] {
  if (text === "") return [];
  return [
    { kind: "text", text: `${admissionWords(lang).candidacy.ground}${lang === "fr" ? "\u00a0:" : ":"}`, lead: true },
    { kind: "text", text, lang: dossier.language },
  ];
}

/** The appeal that awaits its answer, above what it contests. */
function appealed({ lang }: Visit, { contest }: OwnCandidacy): Block[] {
  if (!contest || contest.appealedOn === null) return [];
  return [{ kind: "text", text: sayAppealed(contest, contest.appealedOn, lang), lead: true }];
}

export function sayAppealed(
  { answerBy }: Pick<NonNullable<OwnCandidacy["contest"]>, "answerBy">,
  on: Day,
  lang: Visit["lang"],
): string {
  return ownAdmissionWords(lang).appealed(sayDay(on, lang), answerBy === null ? null : sayWeekday(answerBy, lang));
}

/** Not while an appeal may still open it again. */
function ends({ lang }: Visit, { contest }: OwnCandidacy): Block[] {
  const isPending = contest !== null && contest.appealedOn !== null;
  return isPending ? [] : [{ kind: "text", text: ownAdmissionWords(lang).refused.ends }];
}

/** Until an appeal is made: a person who appealed reads of it first. */
function contest(visit: Visit, { intake, contest: own }: OwnCandidacy, at: string): Block[] {
  if (own !== null && own.appealedOn !== null) return [];
  return contestBlocks(visit, dayIn(new Date(at), visit.school.timezone), intake.appeal[visit.lang]);
}

function dayOf({ lang, school }: Visit, at: string): string {
  return sayDay(dayIn(new Date(at), school.timezone), lang);
}

function cited({ citation, source }: Pick<Entry, "citation" | "source">, lang: Visit["lang"]): string {
  return `${citation[lang]}, ${citeArticle(source.article, lang)}`;
}

function line({ reason, source }: SaidFinding, lang: Visit["lang"]) {
  const joint = lang === "fr" ? "\u00a0; " : "; ";
  return {
    reason,
    source: capital(
      `${source.text}, ${citeArticle(source.article, lang)}${joint}${CONFIDENCE_WORDS[source.confidence][lang]}`,
    ),
  };
}
