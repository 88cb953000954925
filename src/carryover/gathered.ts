/** What the school knows when a table is read: the same for the dry run and for the act. */
import type { Performing } from "../act/act.ts";
import { knownAmong } from "../dossier/carried.ts";
import { isAddress } from "../kit/mail-address.ts";
import { readDay } from "../kit/sheet.ts";
import type { Law } from "../law/law.ts";
import { pricedWith } from "../contracts/pricing.ts";
import { workingHere } from "../people/contact.ts";
import { type Cohort, everyCohort } from "../training/cohorts/cohorts.ts";
import { type Example, examples } from "./rules/example.ts";
import { registeredNow } from "./store.ts";
import { type Brought, type Due, type Known, knownCohort } from "./rules/known.ts";
import type { Table } from "./rules/heads.ts";

type Context = Pick<Performing<unknown>, "tx" | "law" | "decide" | "today">;

export async function gathered({ tx, law: lawOf, decide, today }: Context, table: Table): Promise<Known> {
  const taught = await taughtCohorts({ tx, law: lawOf });
  const cells = table.rows.flatMap(({ cells: own }) => own);
  const born = [...new Set(cells.flatMap((cell) => readDay(cell) ?? []))];
  const addresses = [...new Set(cells.filter(isAddress))];
  const byId = new Map(taught.map((one) => [one.cohort.id, one]));
  return {
    today,
    cohorts: taught.map(({ cohort, law }) => knownCohort(cohort, law)),
    people: await knownAmong(tx, { born, addresses }),
    staff: await workingHere(tx),
    registered: await registeredNow(tx),
    price: ({ id }, brought, asked) => priceIn(decide, { ...byId.get(id)!, brought, ...asked }),
    due: ({ id }, brought, on) => dueIn(decide, { ...byId.get(id)!, brought, on }),
  };
}

/** The cohorts whose version of the référentiel is still there. */
export async function taughtCohorts({ tx, law: lawOf }: Pick<Context, "tx" | "law">) {
  return (await everyCohort(tx)).flatMap((cohort) => {
    const law = lawOf(cohort.diploma, { version: cohort.lawVersion });
    return law ? [{ cohort, law }] : [];
  });
}

/** Lines that show a filled table, of the cohort that began last. */
export async function exampleLines({ tx, law: lawOf, decide, today }: Context): Promise<readonly Example[]> {
  const begun = (await taughtCohorts({ tx, law: lawOf })).filter(({ cohort }) => cohort.startsOn <= today);
  const last = begun.toSorted((a, b) => (a.cohort.startsOn < b.cohort.startsOn ? 1 : -1))[0];
  if (!last) return [];
  const price: Known["price"] = (_, brought, asked) => priceIn(decide, { ...last, brought, ...asked });
  return examples({ cohort: knownCohort(last.cohort, last.law), today, price });
}

type Asked = { readonly cohort: Cohort; readonly law: Law; readonly brought: Brought; readonly on: string };

/** What is left to follow, by the decision that the livret asks too. */
function dueIn(decide: Context["decide"], { cohort, law, brought, on }: Asked): Due {
  const { diploma, version, establishment } = law.basis;
  const input = { id: "carried", diploma, version, establishment, on, maquette: cohort.maquette, ...brought };
  const decided = decide("pathway", input);
  if (!decided) return { refused: [] };
  if ("fault" in decided)
    return {
      refused: decided.fault.issues.map(({ path, message }) => ({
        path,
        said: { fr: message("fr"), en: message("en") },
      })),
    };
  const { units } = decided.answer("fr") as { units: readonly { unit: string; remaining: number }[] };
  return { minutes: new Map(units.map(({ unit, remaining }) => [unit, Math.round(remaining * 60)])) };
}

type Priced = Asked & { readonly others: number };

/** As the contracts ask it: with one funder for all that others pay. */
function priceIn(decide: Context["decide"], { law, brought, on, others }: Priced): number | undefined {
  const { diploma, version, establishment } = law.basis;
  const track = law.school.tracks[0]!.track;
  const input = { id: "carried", diploma, version, establishment, on, ...brought, track };
  const decided = decide("quote", { ...input, funding: [] });
  if (!decided || "fault" in decided) return undefined;
  const price = { relief: "", input, answer: decided.answer("fr"), minutes: null, whole: null };
  const priced = pricedWith({ decide }, { price, law }, others);
  return "total" in priced ? priced.total : undefined;
}
