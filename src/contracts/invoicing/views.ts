/** What is to be issued today, over all people: invoices whose day has come, credits, and for whom nothing can be said yet. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { closed, Id, isId } from "../../kit/shapes.ts";
import { pricedAs } from "../pricing.ts";
import { contractsAfter, payerNames, unsharedInTraining, withoutPeriods } from "../store.ts";
import { askedAs } from "../rules/takeover.ts";
import { agreedOn } from "../settling.ts";
import { groupOf, Keys } from "./acts.ts";
import { invoicingOf } from "./gathering.ts";
import { sumOfLooks } from "./looks-store.ts";
import * as output from "./output.ts";
import { proposedIn } from "./rules/proposals.ts";
import { sayWhat, WHY_HELD } from "./words.ts";

const PAGE = 100;

/** With their price, where it is known; without those whose reliefs leave nothing to pay: nothing is invoiced for them. */
async function unsharedOf({ tx, law: lawOf }: Pick<Performing<unknown>, "tx" | "law">) {
  const found = await unsharedInTraining(tx, PAGE);
  return found.flatMap(({ dossier, number, name, diploma, version, quoted }) => {
    const law = lawOf(diploma, { version });
    const price = quoted && law?.establishment.money ? pricedAs(quoted, law).total : null;
    return price === 0 ? [] : [{ dossier, number, name, price }];
  });
}

/** What was chosen when it was proposed, and is proposed no more: issued since, or changed. */
async function goneOf(context: Performing<unknown>, chosen: readonly string[]) {
  const found = [];
  for (const [dossier, keys] of Map.groupBy(chosen, (key) => proposedIn(key).dossier)) {
    const agreed = isId(dossier) ? await agreedOn(context, dossier) : undefined;
    if (!agreed) continue;
    const { name, number } = agreed.person;
    found.push(
      ...keys.map((key) => ({ key, dossier, name, number, group: groupOf({ agreed }, proposedIn(key)) ?? null })),
    );
  }
  return found;
}

/** As the calendar and the acts that issue looked at it last. */
export const seeToInvoice = defineView({
  name: "seeToInvoice",
  label: { fr: "Voir combien est à facturer", en: "See how much is to be invoiced" },
  who: "keep the accounts",
  form: Type.Object({}, closed),
  output: output.seeToInvoice,
  async read(context) {
    const unshared = await unsharedOf(context);
    const unplanned = await withoutPeriods(context.tx);
    const blocked = {
      people: unshared.length + unplanned.people,
      amount: unshared.reduce((sum, { price }) => sum + (price ?? 0), unplanned.amount),
    };
    return { ...(await sumOfLooks(context.tx)), blocked };
  },
});

export const listProposals = defineView({
  name: "listProposals",
  label: { fr: "Voir ce qui est à facturer", en: "See what is to be invoiced" },
  who: "keep the accounts",
  /** `dossier`: of one person alone. `chosen`: keys that a form brings. */
  form: Type.Object({ after: Type.Optional(Id), dossier: Type.Optional(Id), chosen: Type.Optional(Keys) }, closed),
  output: output.listProposals,
  async read(context) {
    const { tx, input } = context;
    const { dossier: only, after, chosen = [] } = input;
    const found = only === undefined ? await contractsAfter(tx, after, PAGE + 1) : [only];
    const dossiers = found.slice(0, PAGE);
    const all = [];
    for (const dossier of dossiers) {
      const one = await invoicingOf(context, dossier);
      if (one) all.push(one);
    }
    const names = await payerNames(
      tx,
      all.flatMap(({ agreed }) =>
        agreed.read.contract!.shares.flatMap(({ payer, takesOver }) => [payer ?? [], takesOver?.payer ?? []].flat()),
      ),
    );
    const proposed = new Set(all.flatMap(({ proposals }) => proposals.map(({ key }) => key)));
    return {
      gone: await goneOf(
        context,
        chosen.filter((key) => !proposed.has(key)),
      ),
      proposals: all.flatMap((one) => {
        const { person, law, money, read } = one.agreed;
        return one.proposals.map((proposal) => {
          const { key, kind, what, nth, of, issue, amount, period, source } = proposal;
          const payer = askedAs(read.contract!.shares, source)?.payer;
          return {
            key,
            dossier: person.dossier,
            name: person.name,
            number: person.number,
            kind,
            what:
              what &&
              ({
                fr: sayWhat(what, nth, law.diploma.label.fr).fr,
                en: sayWhat(what, nth, law.diploma.label.en).en,
              } as const),
            source: money.payers.find((entry) => entry.payer === source)!.label,
            payer: payer == null ? null : (names.get(payer) ?? null),
            of,
            issue,
            amount,
            period,
            group: groupOf(one, proposal) ?? null,
          };
        });
      }),
      held: all.flatMap(({ agreed: { person, money, read, cohort }, held, issues, unbilled }) =>
        held.map(({ source, why }) => ({
          dossier: person.dossier,
          name: person.name,
          source: source === null ? null : money.payers.find((entry) => entry.payer === source)!.label,
          payers: read
            .contract!.shares.filter(({ amount }) => source === null && amount > 0)
            .map((share) => money.payers.find((entry) => entry.payer === share.source)!.label),
          why: WHY_HELD[why],
          cohort: why === "no-periods" && cohort ? cohort.id : null,
          unbilled,
          issues: issues.map(({ message }) => ({ fr: message("fr"), en: message("en") })),
        })),
      ),
      unshared: input.after === undefined ? await unsharedOf(context) : [],
      next: found.length > PAGE ? dossiers.at(-1)! : null,
    };
  },
});
