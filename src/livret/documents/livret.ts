/** The livret on paper: the same as on screen, in French, with its verification code and its data attached. */
import { join } from "node:path";
import { sayInstant } from "../../kit/instant.ts";
import { type Lang, sayDay, sayNumber } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Day } from "../../kit/day.ts";
import type { Law } from "../../law/law.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";
import { carriedLines, hoursWords, sayHours } from "../../training/hours/words.ts";
import { verifyingAt } from "../../issued-documents/words.ts";
import { sayTraining } from "../../training/rules/enrolment.ts";
import type { Livret } from "../livret.ts";
import { livretWords, sayAppreciation, sayDeposit, sayExam, sayMark, sayResultDay, studyRows } from "../words.ts";

export const LIVRET_TEMPLATE = join(import.meta.dirname, "livret.typ");

export type LivretFacts = {
  readonly livret: Livret;
  readonly law: Law;
  readonly today: Day;
  readonly code: string;
  /** The URL for verifying the code. */
  readonly verifiedAt: string;
};

const LANG: Lang = "fr";

export function livretDocument({
  livret,
  law,
  today,
  code,
  verifiedAt,
}: LivretFacts): HouseDocument & { attached: string } {
  const words = livretWords(LANG);
  const { establishment } = law;
  const document = typographicAll(
    {
      lang: LANG,
      title: words.title,
      subtitle: capital(law.diploma.label[LANG]),
      number: code,
      date: today,
      school: { name: establishment.name, address: establishment.address },
      words: { number: "Code", date: `Émis le ${sayDay(today, LANG)}`, page: "Page", of: "sur" },
      blocks: blocksOf(livret, establishment.timezone, verifyingAt(verifiedAt, code)),
    },
    LANG,
  );
  return { ...document, attached: attachable(livret) };
}

/** JSON in pure ASCII: characters without a glyph are spelt out on the paper (`printable.ts`), and its data must stay exact. */
function attachable(livret: Livret): string {
  const unit = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(livret).replace(/[^ -~]/g, unit);
}

function blocksOf(livret: Livret, zone: string, verifying: string): Block[] {
  const words = livretWords(LANG);
  const { identity, diploma, cohort, titles, reliefs, programme, hours, works, domains, missing, facts } = livret;
  const heading = (text: string): Block => ({ kind: "heading", level: 1, text });
  const text = (said: string): Block => ({ kind: "text", text: said });
  return [
    heading(words.identity),
    {
      kind: "facts",
      items: [
        { label: words.birthName, value: identity.birthName },
        ...(identity.usedName === "" ? [] : [{ label: words.usedName, value: identity.usedName }]),
        ...(identity.givenNames === "" ? [] : [{ label: words.givenNames, value: identity.givenNames }]),
        ...(identity.bornOn === null ? [] : [{ label: words.bornOn, value: sayDay(identity.bornOn, LANG) }]),
        { label: words.version, value: diploma.version },
        {
          label: words.cohort,
          value: `${cohort.name} (${sayDay(cohort.startsOn, LANG)} – ${sayDay(cohort.endsOn, LANG)})`,
        },
        ...(livret.contractOn === null ? [] : [{ label: words.contract, value: sayDay(livret.contractOn, LANG) }]),
        { label: words.state, value: capital(sayTraining({ ...livret, startsOn: cohort.startsOn })[LANG]) },
      ],
    },
    ...(facts.length === 0
      ? []
      : [
          heading(words.happened),
          { kind: "list", items: facts.map((one) => `${sayDay(one.on, LANG)} – ${words.facts[one.kind]}`) } as Block,
        ]),
    heading(words.titles),
    titles.length === 0
      ? text(words.noTitle)
      : {
          kind: "list",
          items: titles.map(({ label, awardedOn }) => `${capital(label[LANG])}, ${sayDay(awardedOn, LANG)}`),
        },
    heading(words.reliefs),
    ...(programme
      ? [text(words.decidedBy(programme.version, programme.name, sayInstant(new Date(programme.at), zone, LANG)))]
      : [text(words.gaps.programme)]),
    reliefs.length === 0
      ? text(words.noRelief)
      : {
          kind: "table",
          caption: words.reliefs,
          columns: [
            { label: words.unit, width: 3 },
            { label: words.relieved, align: "end" },
            { label: words.by, width: 2 },
          ],
          rows: reliefs.map(({ unit, label, relief, by }) => [
            `${unit} – ${capital(label[LANG])}`,
            `${sayNumber(relief, LANG)}\u00a0h`,
            by.join(", "),
          ]),
        },
    ...(hours ? hoursBlocks(hours) : []),
    ...worksBlocks(works),
    ...studyBlocks(livret.study, zone),
    heading(words.domains),
    {
      kind: "table",
      caption: words.domains,
      columns: [
        { label: words.domain, width: 2 },
        { label: words.exam, width: 2 },
        { label: words.result, width: 2 },
      ],
      rows: domains.map((domain) => [
        `${domain.domain} – ${capital(domain.label[LANG])}${domain.validated ? ` (${words.validated.toLowerCase()})` : ""}`,
        sayExam(domain, LANG),
        resultOf(domain),
      ]),
    },
    ...appreciationBlocks(livret, zone),
    ...partnerBlocks(livret),
    ...(missing.length === 0
      ? []
      : [
          heading(words.missing),
          { kind: "list", items: missing.map(({ what, about }) => `${words.gaps[what]} ${about}`.trim()) } as Block,
        ]),
    { kind: "note", label: "Vérifier ce livret", text: `Ce livret est-il encore vrai ? ${verifying}` },
  ];
}

/** Those written, and those still missing. */
function appreciationBlocks({ appreciations }: Livret, zone: string): Block[] {
  const words = livretWords(LANG);
  if (appreciations.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: words.appreciations },
    ...appreciations.flatMap<Block>((appreciation) => [
      { kind: "heading", level: 2, text: capital(appreciation.label[LANG]) },
      ...(appreciation.words === null ? [] : [{ kind: "text", text: appreciation.words } as const]),
      { kind: "text", text: `${capital(sayAppreciation(appreciation, LANG, zone))}.` },
    ]),
  ];
}

function partnerBlocks({ partner }: Livret): Block[] {
  const words = livretWords(LANG);
  if (!partner) return [];
  return [
    { kind: "heading", level: 1, text: words.partner },
    { kind: "text", text: words.partnerWhy },
    {
      kind: "facts",
      items: [
        { label: words.university, value: partner.university },
        { label: words.track, value: partner.title },
        { label: words.holds, value: partner.holds },
      ],
    },
  ];
}

function resultOf({ exam, result }: Livret["domains"][number]): string {
  const words = livretWords(LANG);
  if (!result) return exam === "to-sit" ? words.noResult : "–";
  const marks = result.marks.map((one) => `${one.label[LANG]} ${sayMark(one.hundredths, LANG)}`);
  return [capital(words.outcomes[result.outcome]), sayResultDay(result, LANG), ...marks].join(", ");
}

function hoursBlocks({ units, totals, findings }: NonNullable<Livret["hours"]>): Block[] {
  const words = hoursWords(LANG);
  const columns = ["due", "done", "pending", "remaining"] as const;
  return [
    { kind: "heading", level: 1, text: words.heading },
    // A livret issued before hours could be carried over has none.
    ...carriedLines(findings).map((text): Block => ({ kind: "text", text })),
    {
      kind: "table",
      caption: words.caption,
      columns: [
        { label: words.unit, width: 3 },
        ...columns.map((one) => ({ label: words.columns[one], align: "end" as const })),
      ],
      rows: units.map((unit) => [
        `${unit.unit} – ${capital(unit.label[LANG])}`,
        ...columns.map((column) => sayHours(unit[column], LANG)),
      ]),
      totals: [[words.total, ...columns.map((column) => sayHours(totals[column], LANG))]],
    },
  ];
}

/** Empty for a livret issued before studies existed. */
function studyBlocks(study: Livret["study"] | undefined, zone: string): Block[] {
  if (!study) return [];
  const items = studyRows(study, LANG, (at) => sayDay(dayIn(new Date(at), zone), LANG));
  return [
    { kind: "heading", level: 1, text: livretWords(LANG).study },
    { kind: "facts", items },
  ];
}

function worksBlocks(works: Livret["works"]): Block[] {
  const words = livretWords(LANG);
  const begun = works.filter(({ subject, director, deposited }) => subject !== null || director !== null || deposited);
  if (begun.length === 0) return [];
  return [
    { kind: "heading", level: 1, text: words.works },
    {
      kind: "list",
      items: begun.map((work) =>
        [
          work.exam,
          ...(work.subject === null ? [] : [`${words.subject.toLowerCase()} : ${work.subject}`]),
          ...(work.director === null ? [] : [`${words.director.toLowerCase()} : ${work.director}`]),
          sayDeposit(work, LANG),
        ].join(", "),
      ),
    },
  ];
}
