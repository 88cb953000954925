/** The protocol of an allègement that a school grants: person, hours, opinion. French; pure. */
import { join } from "node:path";
import { sayDay, sayNumber } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import type { Law } from "../../law/law.ts";
import { sayArticle } from "../../law/article-words.ts";
import { hoursTable, type PathFigures } from "../../inquiry/path-documents/pathway.ts";
import type { Block, HouseDocument } from "../../documents/blocks.ts";
import type { ReliefDetails } from "../facts.ts";
import { sayCited } from "../sentences.ts";

export const PROTOCOL_TEMPLATE = join(import.meta.dirname, "protocol.typ");

type Facts = {
  readonly law: Law;
  readonly number: string;
  readonly person: string;
  readonly intake: string;
  readonly relief: ReliefDetails;
};

/** Undefined without granted hours: relief as of right needs no protocol. */
export function protocolDocument({ law, number, person, intake, relief }: Facts): HouseDocument | undefined {
  const { facts, opinion, on, ground, pathway } = relief;
  const grants = facts.grants ?? [];
  const [first] = grants;
  const entry = law.diploma.grants;
  if (!first || !entry) return undefined;
  const { name, address } = law.establishment;
  const article = sayCited({ text: entry.citation.fr, article: sayArticle(entry.source.article, "fr") });
  const units = (pathway.answer as unknown as PathFigures | null)?.units ?? [];
  return typographicAll(
    {
      lang: "fr",
      title: "Protocole d’allègement de formation",
      subtitle: capital(law.diploma.label.fr),
      number: first.protocol,
      date: on,
      school: { name, address },
      words: { number: "Protocole n°", date: `Décidé le ${sayDay(on, "fr")}`, page: "Page", of: "sur" },
      blocks: [
        {
          kind: "facts",
          items: [
            { label: "Pour", value: person },
            { label: "Dossier", value: number },
            { label: "Campagne", value: intake },
            { label: "Fondement", value: article },
          ],
        },
        { kind: "heading", level: 1, text: "Heures accordées" },
        {
          kind: "facts",
          items: grants.map(({ unit, hours }) => ({ label: unit, value: `${sayNumber(hours, "fr")} h` })),
        },
        { kind: "text", text: "Un allègement réduit les heures à suivre et ne touche aucune épreuve." },
        ...opinionBlocks(opinion, entry.opinion?.fr ?? "avis"),
        ...(ground === "" ? [] : [{ kind: "note" as const, label: "Motif", text: ground }]),
        { kind: "heading", level: 1, text: "Parcours qui en résulte" },
        hoursTable(law.diploma, units, "fr"),
        { kind: "heading", level: 1, text: "Signatures" },
        {
          kind: "facts",
          items: [
            { label: "Pour l’établissement", value: LINE },
            { label: person, value: LINE },
          ],
        },
      ],
    } satisfies HouseDocument,
    "fr",
  );
}

const LINE = "…………………………………………";

function opinionBlocks(opinion: ReliefDetails["opinion"], called: string): Block[] {
  if (!opinion) return [];
  const label = opinion.favourable ? "favorable" : "défavorable";
  return [
    { kind: "heading", level: 1, text: capital(called) },
    { kind: "text", text: `Avis ${label} du ${sayDay(opinion.on, "fr")}. ${opinion.text}` },
    { kind: "list", items: opinion.members.map(({ name, quality }) => [name, quality].filter(Boolean).join(", ")) },
  ];
}
