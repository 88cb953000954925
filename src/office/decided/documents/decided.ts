/** « Comment cela a-t-il été décidé » as a document: the same blocks on the page and in the PDF. Pure. */
import { join } from "node:path";
import { type Label, type Lang, sayDay, sayNumber } from "../../../kit/lang.ts";
import { sayInstant } from "../../../kit/instant.ts";
import { capital, typographicAll } from "../../../kit/typography.ts";
import type { Day } from "../../../kit/day.ts";
import type { Law } from "../../../law/law.ts";
import { citeArticle } from "../../../law/article-words.ts";
import type { SaidFinding } from "../../../law/finding.ts";
import { CONFIDENCE_WORDS } from "../../../law/source-words.ts";
import type { Block, HouseDocument, Mark } from "../../../documents/blocks.ts";
import { declaredBlocks, type TypedDays } from "../../../inquiry/documents/declared.ts";
import { type Draft, isComplete, openQuestion } from "../../../inquiry/rules/draft.ts";
import { DOOR_STATES } from "../../../inquiry/documents/outcome.ts";
import type { DoorAnswer, EligibilityInput } from "../../../decisions/eligibility/rule.ts";
import { basisOf, type Decided, type Replayed } from "../replay.ts";
import type { MadeDecision } from "../../../documents/pages/decisions.ts";
import type { DecidedSubmission, Doer, HowDecided } from "../views.ts";
import { arrangedWords, sayArranged } from "../../../dossier/arranged-words.ts";
import { arranged } from "../../../dossier/rules/arranged.ts";
import { sayItem } from "../../../dossier/complement-items.ts";
import { decidedWords } from "../words.ts";

/** The house style of the answer; all words come from here. */
export const DECIDED_TEMPLATE = join(import.meta.dirname, "decided.typ");

export type DecidedFacts = {
  readonly law: Law;
  readonly lang: Lang;
  readonly how: HowDecided;
  readonly today: Day;
  /** What was refused, to be read first. */
  readonly refused?: readonly Block[];
  /** Where the person stands, once the application is examined. */
  readonly reached?: string | undefined;
  /** What was decided past the examination of the application. */
  readonly elsewhere?: readonly MadeDecision[];
  /** The acts' labels, by name. */
  readonly acts: ReadonlyMap<string, Label>;
};

export function decidedDocument(facts: DecidedFacts): HouseDocument {
  const { law, lang, how, today } = facts;
  const words = decidedWords(lang);
  return typographicAll(
    {
      lang,
      title: how.reader === "self" ? words.title : words.officeTitle,
      subtitle: capital(law.diploma.label[lang]),
      number: how.dossier.number,
      date: today,
      school: { name: law.establishment.name, address: law.establishment.address },
      words: { number: words.number, date: words.madeOn(sayDay(today, lang)), page: "Page", of: words.of },
      ...(words.courtesy && { courtesy: words.courtesy }),
      blocks: [
        ...(facts.refused ?? []),
        { kind: "text", text: words.lead, lead: true },
        { kind: "list", items: [how.reader === "office" ? words.officeDeclared : words.declared, ...words.contents] },
        ...decisionBlocks(facts),
        ...how.submissions.flatMap((one) => folded(submissionBlocks(facts, one), one.replayed?.kind !== "differs")),
        ...(how.submissions.length === 0 ? [{ kind: "text", text: words.notYet } as const] : []),
        ...folded([
          { kind: "heading", level: 1, text: words.weights },
          { kind: "list", items: words.weighing },
        ]),
        { kind: "heading", level: 1, text: words.contest },
        ...(how.intake.appeal[lang] === "" ? [] : [{ kind: "text", text: how.intake.appeal[lang] } as const]),
        { kind: "list", items: words.contestMore },
        ...folded(recordBlocks(facts)),
        ...folded(proofBlocks(facts), how.whole),
      ],
    },
    lang,
  );
}

/** What few read is a heading away on the page, unless something is wrong in it; the paper has it all. */
function folded(blocks: readonly Block[], isSound = true): readonly Block[] {
  if (!isSound) return blocks;
  return blocks.map((block) => (block.kind === "heading" && block.level === 1 ? { ...block, folds: true } : block));
}

function submissionBlocks(
  facts: DecidedFacts,
  { submission, decided, replayed, atBest, kept }: DecidedSubmission,
): Block[] {
  const { lang, law } = facts;
  const words = decidedWords(lang);
  const { timezone } = law.establishment;
  const moment = sayInstant(submission.submittedAt, timezone, lang);
  const closing = sayInstant(facts.how.intake.closesAt, timezone, lang);
  const head: Block[] = [
    { kind: "heading", level: 1, text: words.submission(submission.number, moment) },
    {
      kind: "facts",
      items: [
        { label: words.submittedAt, value: moment },
        ...(submission.receivedOn ? [{ label: words.receivedOn, value: sayDay(submission.receivedOn, lang) }] : []),
        ...(submission.sentAt
          ? [{ label: words.sentAt, value: words.sentWhy(sayInstant(submission.sentAt, timezone, lang)) }]
          : []),
        ...(submission.late ? [{ label: words.late, value: words.lateWhy(closing) }] : []),
        { label: words.shown, value: submission.shown, exact: true },
      ],
    },
    { kind: "text", text: words.agreed, lead: true },
    { kind: "text", text: submission.words, lang: facts.how.dossier.language },
  ];
  if (!decided) return [...head, { kind: "text", text: words.noAnswer }];
  return [
    ...head,
    ...(atBest === null ? [] : [{ kind: "text", text: words.unsure(words.outcomes[atBest] ?? atBest) } as const]),
    ...answerBlocks(decided, replayed, lang),
    ...asDeclared(facts, submission, decided),
    ...filesBlocks(submission, lang),
    ...basisBlocks(decided, kept, lang),
    ...replayBlocks(replayed, lang),
  ];
}

/** Days that are not known are shown as they were typed, with all periods that may count. */
function asDeclared(
  { law, lang }: DecidedFacts,
  { contents, decided: sealed }: DecidedSubmission["submission"],
  decided: Decided,
): Block[] {
  const { best } = sealed as { readonly best?: { readonly input?: EligibilityInput } };
  if (!best?.input) return declaredBlocks(law, decided.input as unknown as EligibilityInput, lang);
  const { titles, periods } = contents.declared as Draft;
  const typed = {
    titles: titles.filter((one) => openQuestion(law.diploma, one) === undefined) as TypedDays["titles"],
    experience: periods.filter(isComplete).map(({ from, to = null }) => ({ from: from!, to })),
  };
  return declaredBlocks(law, best.input, lang, typed);
}

/** Comes first: a lay reader wants the outcome and who decided it. */
function decisionBlocks({ how, law, lang, reached, elsewhere = [] }: DecidedFacts): Block[] {
  const words = decidedWords(lang);
  const { timezone } = law.establishment;
  const own = together(how.decisions).map(({ kind, at, details, items, ...doer }) => ({
    at,
    said: [
      kind === "judged"
        ? words.judged(details.conform === true, items.map((item) => sayItem(item, how.intake, lang)).join(", "))
        : kind === "complement-asked"
          ? words.asked(
              items.map((item) => sayItem(item, how.intake, lang)).join(", "),
              sayDay(String(details.dueOn), lang),
            )
          : kind === "arranged"
            ? sayArrangement(details, lang)
            : (words.kinds[kind] ?? kind),
      groundOf(kind === "arranged" ? { reason: details.words } : details, how, lang) || words.noGround,
      sayDoer(doer, how, lang),
    ],
  }));
  const others = elsewhere.map(({ at, what, ground, by }) => ({
    at,
    said: [what, ground || words.noGround, sayDoer({ ...by, program: false }, how, lang)],
  }));
  const rows = [...own, ...others]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, said }) => [sayInstant(at, timezone, lang), ...said]);
  return [
    { kind: "heading", level: 1, text: words.stands },
    { kind: "text", text: reached === undefined ? words.states[how.state] : `${reached}.` },
    { kind: "heading", level: 1, text: words.decisions },
    ...(rows.length === 0
      ? [{ kind: "text", text: words.noDecision } as const]
      : [
          {
            kind: "table",
            caption: words.decisionsCaption,
            columns: [
              { label: words.when },
              { label: words.decision, width: 1 },
              { label: words.ground, width: 1 },
              { label: words.by },
            ],
            rows,
          } as const,
        ]),
  ];
}

/** Only the effect, which organisers also read; the reason appears nowhere here. */
function sayArrangement(details: Decision["details"], lang: Lang): string {
  const words = arrangedWords(lang);
  const decision = arranged([{ kind: "arranged", place: 0, details }]);
  const effect = (decision && sayArranged(decision.arranged, lang)) ?? words.nothing;
  return `${words.arranged}${lang === "fr" ? " : " : ": "}${effect}`;
}

type Decision = HowDecided["decisions"][number];

/** Groups verdicts on several parts given at once with the same ground. */
function together(all: readonly Decision[]): (Decision & { readonly items: readonly string[] })[] {
  const groups: (Decision & { readonly items: string[] })[] = [];
  for (const decision of all) {
    const items = [decision.details.items ?? decision.details.item ?? []].flat().map(String);
    const last = groups.at(-1);
    const same =
      decision.kind === "judged" &&
      last?.kind === decision.kind &&
      last.at.getTime() === decision.at.getTime() &&
      last.details.conform === decision.details.conform &&
      last.details.reason === decision.details.reason;
    if (same) last.items.push(...items);
    else groups.push({ ...decision, items });
  }
  return groups;
}

/** The ground as written; for a complement, one for each part. */
function groundOf({ reason, notes }: Decision["details"], { intake }: HowDecided, lang: Lang): string {
  if (typeof notes === "object" && notes !== null)
    return Object.entries(notes)
      .map(([item, note]) => `${sayItem(item, intake, lang)}${lang === "fr" ? " : " : ": "}${String(note)}`)
      .join(" ");
  return typeof reason === "string" ? reason : "";
}

function sayDoer({ name, who, program }: Doer, { reader }: HowDecided, lang: Lang): string {
  const words = decidedWords(lang);
  const doerName = name ?? (who === "self" && reader === "office" ? words.actors.person : words.actors[who]);
  return program ? words.byProgram(doerName) : doerName;
}

type SaidDoor = {
  readonly door: string;
  readonly outcome: DoorAnswer["outcome"];
  readonly findings: readonly SaidFinding[];
};

/** The stored answer; in the requested language if the replay agrees with it. */
function answerBlocks(decided: Decided, replayed: Replayed | null, lang: Lang): Block[] {
  const words = decidedWords(lang);
  const answer = replayed?.kind === "same" ? replayed.answer : decided.answer;
  const { outcome, doors, findings } = answer as {
    outcome: string;
    doors: readonly SaidDoor[];
    findings: readonly SaidFinding[];
  };
  return [
    { kind: "heading", level: 2, text: words.answered },
    { kind: "text", text: words.outcomes[outcome] ?? outcome },
    ...findingsOf(findings, lang),
    ...doors.flatMap((door): Block[] => {
      const { mark, label } = DOOR_STATES[door.outcome];
      return [
        { kind: "heading", level: 2, text: `${words.route} ${door.door}`, aside: label[lang], mark },
        ...findingsOf(door.findings, lang),
      ];
    }),
  ];
}

function findingsOf(findings: readonly SaidFinding[], lang: Lang): Block[] {
  if (findings.length === 0) return [];
  const words = decidedWords(lang);
  const items = findings.map(({ met, reason, source }) => {
    const mark: Mark = met === null ? "open" : met ? "met" : "unmet";
    const joint = lang === "fr" ? " ; " : "; ";
    const rests = `${source.text}, ${citeArticle(source.article, lang)}${joint}${CONFIDENCE_WORDS[source.confidence][lang]}`;
    return { mark, markText: words.marks[mark], reason, source: capital(rests) };
  });
  return [{ kind: "findings", items }];
}

function filesBlocks({ files }: DecidedSubmission["submission"], lang: Lang): Block[] {
  if (files.length === 0) return [];
  const words = decidedWords(lang);
  return [
    { kind: "heading", level: 2, text: words.files },
    {
      kind: "facts",
      items: files.map((one) => ({
        label: `${one.name} (${sayNumber(Math.ceil(one.size / 1000), lang)} ${words.kb})`,
        value: one.sha256,
        exact: true,
      })),
    },
  ];
}

function basisBlocks(decided: Decided, kept: DecidedSubmission["kept"], lang: Lang): Block[] {
  const words = decidedWords(lang);
  const basis = basisOf(decided);
  const keptWord = (there: boolean) => (there ? words.kept : words.notKept);
  return [
    { kind: "heading", level: 2, text: words.basis },
    {
      kind: "facts",
      items: [
        {
          label: `${words.national} ${basis.diploma} ${basis.version}, ${keptWord(kept.national)}`,
          value: basis.hash,
          exact: true,
        },
        {
          label: `${words.local} ${basis.establishment}, ${keptWord(kept.local)}`,
          value: basis.establishmentHash,
          exact: true,
        },
        { label: words.rules, value: basis.rules },
      ],
    },
  ];
}

function replayBlocks(replayed: Replayed | null, lang: Lang): Block[] {
  const words = decidedWords(lang);
  if (!replayed) return [];
  const verdict = replayed.kind === "impossible" ? words.impossible[replayed.why] : words.replayed[replayed.kind];
  const mark: Mark = replayed.kind === "same" ? "met" : replayed.kind === "differs" ? "unmet" : "open";
  return [
    { kind: "heading", level: 2, text: words.again },
    { kind: "outcome", mark, verdict, texts: [words.againHow] },
  ];
}

function recordBlocks({ how, law, lang, acts }: DecidedFacts): Block[] {
  const words = decidedWords(lang);
  const { timezone } = law.establishment;
  return [
    { kind: "heading", level: 1, text: words.who },
    {
      kind: "table",
      caption: words.whoCaption,
      columns: [{ label: words.rank }, { label: words.when }, { label: words.what, width: 1 }, { label: words.by }],
      rows: how.records.map(({ seq, act, at, ...doer }) => [
        String(seq),
        sayInstant(new Date(at), timezone, lang),
        acts.get(act)?.[lang] ?? act,
        sayDoer(doer, how, lang),
      ]),
    },
  ];
}

function proofBlocks({ how, lang }: DecidedFacts): Block[] {
  const words = decidedWords(lang);
  const last = how.records.at(-1);
  return [
    { kind: "heading", level: 1, text: words.proof },
    {
      kind: "outcome",
      mark: how.whole ? "met" : "unmet",
      verdict: how.whole ? words.whole : words.broken,
      texts: [words.proofHow],
    },
    {
      kind: "facts",
      items: [
        ...(last ? [{ label: words.lastHash(last.seq), value: `sha256:${last.hash}`, exact: true }] : []),
        ...(how.covered
          ? [{ label: words.checkpoint(how.covered.number, how.covered.seq), value: how.covered.hash, exact: true }]
          : [{ label: words.noCheckpoint, value: words.nextHour }]),
      ],
    },
  ];
}
