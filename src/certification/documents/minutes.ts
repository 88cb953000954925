/** The minutes of a jury, made only from what was sealed: an official document in French. Pure. */
import { join } from "node:path";
import { sayDay, sayList, sayNumber } from "../../kit/lang.ts";
import { sayInstant } from "../../kit/instant.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import { dayIn } from "../../kit/zone.ts";
import type { ExamEntry } from "../../law/diploma.ts";
import type { Law } from "../../law/law.ts";
import type { Block, HouseDocument, Mark } from "../../documents/blocks.ts";
import { sayOrigin } from "../../training/programmes/origin-words.ts";
import { directorCalled } from "../pages/places.ts";
import type { SealedCandidate, SealedJury } from "../rules/sealed.ts";
import { certificationWords, componentLabel, sayMark, sayStatus } from "../words.ts";

export const MINUTES_TEMPLATE = join(import.meta.dirname, "minutes.typ");

type Decision = {
  readonly order?: { readonly number: string; readonly signedOn: string };
  readonly members: readonly { readonly id: string; readonly college: string; readonly present: boolean }[];
  readonly override?: { readonly by: string; readonly ground: string };
  readonly adopted?: boolean;
  readonly candidates?: readonly { readonly director?: string }[];
};
type Sealed<T> = { readonly hash: string; readonly version: number; readonly sealed: T };
type MinutesFacts = {
  readonly law: Law;
  readonly jury: Sealed<SealedJury>;
  readonly candidates: readonly Sealed<SealedCandidate>[];
};

export function minutesDocument(facts: MinutesFacts): HouseDocument {
  const { law, jury, candidates } = facts;
  const { hash } = jury;
  const { name, address, timezone } = law.establishment;
  const closed = new Date(jury.sealed.closedAt);
  const blocks: readonly Block[] = [
    { kind: "facts", items: headFacts(jury.sealed) },
    { kind: "heading", level: 1, text: "Membres" },
    membersTable(law, jury.sealed),
    { kind: "heading", level: 1, text: "Décisions" },
    ...candidates.flatMap((one) => candidateBlocks(law, one)),
    ...leftBlocks(jury.sealed),
    { kind: "heading", level: 1, text: "Preuve" },
    { kind: "text", text: PROOF, lead: true },
    { kind: "facts", items: hashes(facts) },
  ];
  return typographicAll(
    {
      lang: "fr",
      title: "Procès-verbal de la délibération du jury",
      subtitle: capital(law.diploma.label.fr),
      number: hash.slice("sha256:".length, "sha256:".length + 16),
      date: dayIn(closed, timezone),
      school: { name, address },
      words: {
        number: "Empreinte",
        date: `Clos le ${sayInstant(closed, timezone, "fr")}`,
        page: "Page",
        of: "sur",
      },
      blocks: [...blocks],
    },
    "fr",
  );
}

const PROOF =
  "Ce procès-verbal est fait des données scellées à la clôture ; il se signe sur papier. Les voix y sont données par leurs totaux, et les notes arrêtées par le jury avec leur motif.";

type Facts = Extract<Block, { kind: "facts" }>["items"];

function headFacts(jury: SealedJury): Facts {
  const { order, override, adopted } = jury.decision as unknown as Decision;
  const factIfAny = (label: string, value: string | false | null | undefined) => (value ? [{ label, value }] : []);
  return [
    { label: "Nom de la session", value: jury.session },
    { label: "Jour de la délibération", value: sayDay(jury.on, "fr") },
    ...factIfAny("Lieu", jury.place),
    ...factIfAny("Arrêté de nomination", order && `${order.number}, du ${sayDay(order.signedOn, "fr")}`),
    { label: "Présidence", value: jury.presides },
    ...factIfAny("Sans vote demandé", adopted && "le jury, ensemble, adopte les propositions"),
    ...factIfAny("Revient à une décision, au motif", jury.ground),
    ...factIfAny("Fraude déclarée par l’autorité", jury.fraud && `${jury.fraud.by} : ${jury.fraud.ground}`),
    ...factIfAny("Il est passé outre une règle", override && `${override.by} : ${override.ground}`),
  ];
}

/** All who were there stand in it, also without a college. The signature column is left blank, to be signed on paper. */
function membersTable({ diploma }: Law, jury: SealedJury): Block {
  const { members, candidates = [] } = jury.decision as unknown as Decision;
  const others = (jury.persons ?? []).filter(({ name }) => !members.some(({ id }) => id === name));
  const directs = (name: string) => candidates.some(({ director }) => director === name);
  return {
    kind: "table",
    caption: "Feuille de présence",
    columns: [
      { label: "Nom", width: 2 },
      { label: "Collège", width: 2 },
      { label: "Présence", width: 1 },
      { label: "Signature", width: 2 },
    ],
    rows: [
      ...members.map(({ id, college, present }) => [
        id,
        diploma.jury.colleges.find(({ key }) => key === college)?.name?.fr ?? college,
        present ? "oui" : "non",
        "",
      ]),
      ...others.map(({ name }) => [
        name,
        directs(name) ? directorCalled({ diploma }, "fr") : certificationWords("fr").jury.noCollege,
        "oui",
        "",
      ]),
    ],
  };
}

function leftBlocks({ left, waiting = [] }: SealedJury): Block[] {
  const listed = (them: readonly string[], text: string): Block[] =>
    them.length === 0 ? [] : [{ kind: "text", text: `${text} : ${sayList(them, "fr")}.` }];
  return [
    ...listed(left, "Renvoyé à un autre jour"),
    ...listed(waiting, "Attend que l’autorité décide si ce qui était validé tombe ou est maintenu"),
  ];
}

function hashes({ jury, candidates }: MinutesFacts): Facts {
  return [
    { label: "Délibération", value: jury.hash, exact: true },
    ...candidates.map(({ sealed, hash }) => ({ label: calledIn(sealed), value: hash, exact: true })),
  ];
}

/** The name with the dossier number, which tells namesakes apart. */
function calledIn({ name, number }: MinutesFacts["candidates"][number]["sealed"]): string {
  return number ? `${name} (dossier ${number})` : name;
}

const OUTCOMES: Readonly<Record<string, string>> = {
  diploma: "Diplôme délivré",
  partial: "Validation partielle",
  none: "Aucune épreuve validée",
};

const MARKS: Readonly<Record<string, Mark>> = { diploma: "met", partial: "open", none: "unmet" };

function candidateBlocks({ diploma }: Law, { sealed, version }: Sealed<SealedCandidate>): Block[] {
  const { results, ruled } = certificationWords("fr");
  const rows = sealed.domains.map(({ domain, status, points, threshold, origin }) => {
    const { exam } = diploma.domains.find((one) => one.domain === domain)!;
    const marks = sealed.marks.filter((one) => one.exam === domain);
    const votes = sealed.votes.find((one) => one.exam === domain);
    const label = sayStatus(diploma, status, "fr");
    return [
      domain,
      origin ? sayOrigin(origin, "fr") : marks.map((one) => markSaid(diploma, whatOf(exam, one), one)).join(" ; "),
      points === null ? "" : results.points(sayNumber(points, "fr"), sayNumber(threshold ?? 0, "fr")),
      votes ? `${label} (${ruled[votes.outcome] ?? votes.outcome}${totals(votes)})` : label,
    ];
  });
  const named = version === 1 ? calledIn(sealed) : `${calledIn(sealed)}, version ${version}`;
  return [
    {
      kind: "heading",
      level: 2,
      text: named,
      aside: OUTCOMES[sealed.outcome] ?? "",
      mark: MARKS[sealed.outcome] ?? "unmet",
    },
    {
      kind: "table",
      caption: named,
      columns: [
        { label: "Épreuve", width: 1 },
        { label: "Notes", width: 3 },
        { label: "Résultat", width: 2 },
        { label: "Décision", width: 2 },
      ],
      rows,
    },
    ...warnedBlocks(sealed),
  ];
}

/** What was missing when the candidate was presented; it blocked nothing. */
function warnedBlocks({ warned = [] }: SealedCandidate): Block[] {
  if (warned.length === 0) return [];
  const each = warned.map(({ reason, source }) => `${reason.fr} (${source.fr})`);
  return [{ kind: "text", text: `Lors de la présentation : ${each.join(" ")}` }];
}

/** The component; for an exam with one mark, the marker's name, or that the mark is agreed by both. */
function whatOf(exam: ExamEntry, { component, by }: SealedCandidate["marks"][number]): string {
  return component === "" ? (by ?? certificationWords("fr").ruling.together) : componentLabel(exam, component, "fr");
}

function markSaid(diploma: Law["diploma"], what: string, { mark, missed, anew }: SealedCandidate["marks"][number]) {
  const marked = sayMark(diploma, { mark, missed }, "fr");
  const set = anew === null ? "" : `, arrêtée à ${sayNumber(anew.mark / 100, "fr")} (${anew.ground})`;
  return `${what === "" ? "" : `${what} `}${marked}${set}`;
}

function totals(votes: object): string {
  const { for: yes, against = 0, abstain = 0 } = votes as { for?: number; against?: number; abstain?: number };
  return yes === undefined ? "" : ` : ${certificationWords("fr").ruling.votes(yes, against, abstain)}`;
}
