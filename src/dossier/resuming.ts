/** What is shown before a withdrawal is undone: until when it can be, and whether a fee that was given back is owed again. The act compares it. */
import type { Shown } from "../act/shows.ts";
import type { chargesAbout } from "../billing/charges/charging.ts";
import { labelled } from "../kit/lang.ts";
import { sayDeadline } from "../kit/moment.ts";
import type { Law } from "../law/law.ts";

type Resuming = {
  readonly closesAt: Date;
  readonly zone: string;
  readonly law: Pick<Law, "school"> | undefined;
  readonly dues: readonly Pick<Awaited<ReturnType<typeof chargesAbout>>[number], "state">[];
};

/** The days in which the fee is to be paid again; null where it is not. */
export function owedAgainIn({ law, dues }: Pick<Resuming, "law" | "dues">): number | null {
  const { value: days = 0, refunded } = law?.school.price.again ?? {};
  return refunded !== false && dues.some(({ state }) => state === "refunded") ? days : null;
}

export function resumedLines({ closesAt, zone, ...of }: Resuming): Shown {
  const days = owedAgainIn(of);
  return [
    {
      what: { fr: "Possible jusqu’au", en: "Possible until" },
      is: labelled((lang) => sayDeadline(closesAt, zone, lang)),
    },
    {
      what: { fr: "Frais de sélection", en: "Selection fee" },
      is:
        days === null
          ? { fr: "inchangés", en: "unchanged" }
          : { fr: `de nouveau à payer sous ${days} jours`, en: `to be paid again within ${days} days` },
    },
  ];
}
