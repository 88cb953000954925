/** The list of the admitted for the authority: names and decisions, without grounds. French; pure. */
import { join } from "node:path";
import { sayDay } from "../../kit/lang.ts";
import { capital, typographicAll } from "../../kit/typography.ts";
import { dayIn } from "../../kit/zone.ts";
import type { Day } from "../../kit/day.ts";
import type { Law } from "../../law/law.ts";
import type { Block, HouseDocument, Row } from "../../documents/blocks.ts";
import type { AdmittedList } from "../commission-views.ts";
import { admissionWords } from "../pages/words.ts";

export const LIST_TEMPLATE = join(import.meta.dirname, "list.typ");

type Facts = { readonly law: Law; readonly list: AdmittedList; readonly today: Day };

export function listDocument({ law, list, today }: Facts): HouseDocument {
  const { name, address, timezone } = law.establishment;
  const words = admissionWords("fr");
  const settled = dayIn(new Date(list.commission.closedAt!), timezone);
  return typographicAll(
    {
      lang: "fr",
      title: "Liste des candidats admis",
      subtitle: capital(law.diploma.label.fr),
      number: list.intake.label.fr,
      date: today,
      school: { name, address },
      words: { number: "Campagne :", date: `État au ${sayDay(today, "fr")}`, page: "Page", of: "sur" },
      blocks: [
        {
          kind: "facts",
          items: [
            { label: words.lists.decidedOn, value: sayDay(settled, "fr") },
            { label: words.lists.members, value: list.commission.members.map((one) => one.name).join(", ") },
          ],
        },
        ...part(list, "admitted", words.lists.admitted),
        ...part(list, "waiting", words.lists.waiting),
      ],
    } satisfies HouseDocument,
    "fr",
  );
}

function part({ people }: AdmittedList, decision: "admitted" | "waiting", heading: string): Block[] {
  const words = admissionWords("fr");
  const rows = people.filter((one) => one.decision === decision).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const title: Block = { kind: "heading", level: 1, text: `${heading} (${rows.length})` };
  if (rows.length === 0) return [title, { kind: "text", text: words.lists.nobody }];
  return [
    title,
    {
      kind: "table",
      caption: words.lists.caption[decision],
      columns: [{ label: words.name, width: 2 }, { label: words.lists.number }, { label: words.state, width: 1 }],
      rows: rows.map(({ name, number, state }): Row => [name ?? number, number, words.states[state]]),
    },
  ];
}
