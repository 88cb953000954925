/** The minutes of an admission commission: members, decisions with their grounds, and the fingerprint. French; pure. */
import { join } from "node:path";
import { sayDay } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import { dayIn } from "../../kit/zone.ts";
import { sayFinding } from "../../law/finding.ts";
import type { Law } from "../../law/law.ts";
import { sayArticle } from "../../law/article-words.ts";
import type { Block, HouseDocument, Row } from "../../documents/blocks.ts";
import type { SeenCommission } from "../commission-views.ts";
import { listEntry } from "../rules/closing.ts";
import { closingSentences, sayCited } from "../sentences.ts";

export const MINUTES_TEMPLATE = join(import.meta.dirname, "minutes.typ");

type Facts = { readonly law: Law; readonly seen: SeenCommission };

export function minutesDocument({ law, seen }: Facts): HouseDocument {
  const { name, address, timezone } = law.establishment;
  const { commission, intake } = seen;
  const { closedAt, heldOn, hash, terms } = commission;
  const entry = listEntry(law);
  const article = sayCited({ text: entry.citation.fr, article: sayArticle(entry.source.article, "fr") });
  const settled = dayIn(new Date(closedAt!), timezone);
  return typographicAll(
    {
      lang: "fr",
      title: "Procès-verbal de la commission d’admission",
      subtitle: capital(law.diploma.label.fr),
      number: intake.label.fr,
      date: settled,
      school: { name, address },
      words: { number: "Campagne :", date: `Liste arrêtée le ${sayDay(settled, "fr")}`, page: "Page", of: "sur" },
      blocks: [
        {
          kind: "facts",
          items: [
            { label: "Réunie le", value: sayDay(heldOn, "fr") },
            { label: "Fondement", value: article },
            { label: "Places", value: String(terms!.places) },
            { label: "Réponse à une offre", value: `dans les ${terms!.answerWithin} jours` },
          ],
        },
        { kind: "heading", level: 1, text: "Membres" },
        { kind: "facts", items: members(seen) },
        ...decided(seen, "admitted", "Admis"),
        ...decided(seen, "waiting", "Liste complémentaire"),
        ...decided(seen, "refused", "Refus"),
        ...over(seen),
        { kind: "heading", level: 1, text: "Preuve" },
        {
          kind: "text",
          text: "L’empreinte couvre les membres, les places, les décisions et leurs motifs, et ce qui manquait à l’arrêt de la liste, tels qu’ils ont été arrêtés.",
          lead: true,
        },
        { kind: "facts", items: [{ label: "Empreinte", value: hash!, exact: true }] },
        { kind: "heading", level: 1, text: "Signatures" },
        { kind: "facts", items: signatures(seen) },
      ],
    } satisfies HouseDocument,
    "fr",
  );
}

type Line = Extract<Block, { kind: "facts" }>["items"][number];

function members({ seats, commission }: SeenCommission): Line[] {
  return seats.map(({ seat, label }) => {
    const member = commission.members.find((one) => one.seat === seat);
    const standing = member?.representing === undefined ? "" : `, pour ${member.representing}`;
    return { label: capital(label.fr), value: member ? `${member.name}${standing}` : "–" };
  });
}

function signatures({ seats, commission }: SeenCommission): Line[] {
  return seats.flatMap(({ seat }) => {
    const member = commission.members.find((one) => one.seat === seat);
    return member ? [{ label: member.name, value: "…………………………………………" }] : [];
  });
}

/** The unmet conditions it closed over; empty if there were none. */
function over({ closedOver }: SeenCommission): Block[] {
  if (closedOver.length === 0) return [];
  const caption = "Ce qui manquait, et pourquoi la liste est arrêtée";
  return [
    { kind: "heading", level: 1, text: `${caption} (${closedOver.length})` },
    {
      kind: "table",
      caption,
      columns: [
        { label: "Ce qui manquait", width: 3 },
        { label: "Motif", width: 3 },
      ],
      rows: closedOver.map(
        ({ finding, ground }): Row => [sayFinding(finding, closingSentences, "fr").reason, ground ?? "–"],
      ),
    },
  ];
}

function decided(
  { candidates }: SeenCommission,
  decision: "admitted" | "waiting" | "refused",
  heading: string,
): Block[] {
  const people = candidates
    .filter((one) => one.decision === decision)
    .toSorted((a, b) => (a.listRank ?? 0) - (b.listRank ?? 0));
  const title: Block = { kind: "heading", level: 1, text: `${heading} (${people.length})` };
  if (people.length === 0) return [title, { kind: "text", text: "Personne." }];
  const ranked = decision === "waiting";
  return [
    title,
    {
      kind: "table",
      caption: heading,
      columns: [
        { label: "Nom", width: 2 },
        { label: "Dossier" },
        ...(ranked ? [{ label: "Rang", align: "end" as const }] : []),
        { label: "Motif", width: 3 },
      ],
      rows: people.map(
        ({ name, number, listRank, grounds }): Row => [
          name ?? number,
          number,
          ...(ranked ? [String(listRank)] : []),
          grounds || "–",
        ],
      ),
    },
  ];
}
