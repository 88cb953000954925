/** Lines that show what a filled table looks like: one person for each way in which a training is paid, in the school's own cohort. */
import { addDays, type Day } from "../../kit/day.ts";
import type { Label } from "../../kit/lang.ts";
import { hoursKey, invoicedKey, numberKey, paidKey, payerKey, type PaysAs, shareKey } from "./columns.ts";
import type { Known, KnownCohort } from "./known.ts";

export type Example = {
  /** Who pays. */
  readonly label: Label;
  /** By the key of a column. */
  readonly cells: Readonly<Record<string, string>>;
};

type Asked = Pick<Known, "today" | "price"> & { readonly cohort: KnownCohort };

/** Invented people, each born on another day. */
const PEOPLE = [
  { birthName: "Exemple-Durand", givenNames: "Claire Marie", bornOn: "28/02/1985", mail: "claire.durand@exemple.fr" },
  { birthName: "Exemple-Martin", givenNames: "Karim", bornOn: "14/07/1990", mail: "karim.martin@exemple.fr" },
  { birthName: "Exemple-Petit", givenNames: "Léa", bornOn: "03/11/1988", mail: "lea.petit@exemple.fr" },
  { birthName: "Exemple-Roux", givenNames: "Yann", bornOn: "21/05/1979", mail: "" },
  { birthName: "Exemple-Ndiaye", givenNames: "Awa", bornOn: "09/09/1994", mail: "awa.ndiaye@exemple.fr" },
] as const;

/** None where no cohort has begun, or the school's file says nothing of money. */
export function examples({ cohort, today, price }: Asked): readonly Example[] {
  const contractOn = addDays(cohort.startsOn, -30);
  const until = addDays(cohort.startsOn, 60) < today ? addDays(cohort.startsOn, 60) : today;
  const priced = (others: number) =>
    price(
      cohort,
      { titles: [], held: [], declined: [], ...(cohort.grants && { grants: [] }) },
      { on: contractOn, others },
    );
  const alone = priced(0);
  if (alone === undefined || cohort.startsOn > today) return [];
  const whole = priced(priced(alone) ?? alone) ?? alone;
  return waysOf(cohort.payers).map(({ label, shares }, nth): Example => {
    const one = PEOPLE[nth % PEOPLE.length]!;
    const total = shares.some(({ payer }) => !payer.own) ? whole : alone;
    return {
      label,
      cells: {
        ...one,
        cohort: cohort.name,
        givenOn: written(addDays(contractOn, -7)),
        contractOn: written(contractOn),
        ...Object.fromEntries(cohort.units.slice(0, 2).map((unit, at) => [hoursKey(unit), ["12", "7 h 30"][at]!])),
        until: written(until),
        by: "Anne Roux, responsable de formation",
        ...Object.assign({}, ...shares.map((share) => paying(share, total, nth))),
        billedUntil: written(until),
      },
    };
  });
}

type Share = { readonly payer: PaysAs; readonly tenths: number };

/** Of each kind of paper the first who pays so; a fund that pays for an employer leaves it a part. */
function waysOf(payers: readonly PaysAs[]): readonly { readonly label: Label; readonly shares: readonly Share[] }[] {
  const employer = payers.find(({ paper }) => paper === "convention");
  const first = new Map(payers.toReversed().map((one) => [one.paper, one]));
  return payers
    .filter((one) => first.get(one.paper) === one)
    .map((payer) => {
      const behind = payer.paper === "grant" ? employer : undefined;
      if (!behind) return { label: payer.label, shares: [{ payer, tenths: 10 }] };
      const label = { fr: `${payer.label.fr} et ${behind.label.fr}`, en: `${payer.label.en} and ${behind.label.en}` };
      return {
        label,
        shares: [
          { payer, tenths: 6 },
          { payer: behind, tenths: 4 },
        ],
      };
    });
}

/** A tenth of the share was invoiced, and half of that paid. */
function paying({ payer: { payer, own }, tenths }: Share, total: number, nth: number): Record<string, string> {
  const share = tenths === 4 ? total - Math.floor((total * 6) / 10) : Math.floor((total * tenths) / 10);
  const invoiced = Math.floor(share / 10);
  return {
    [shareKey(payer)]: euros(share),
    ...(!own && { [payerKey(payer)]: `Payeur d’exemple n° ${nth + 1}${tenths === 4 ? " bis" : ""}` }),
    [invoicedKey(payer)]: euros(invoiced),
    [paidKey(payer)]: euros(Math.floor(invoiced / 2)),
    [numberKey(payer)]: `2026-${String(110 + nth)}`,
  };
}

function written(on: Day): string {
  return on.split("-").toReversed().join("/");
}

function euros(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
}
