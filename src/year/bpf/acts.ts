/** The yearly declaration: opened by the calendar, what the accountant enters, and its deposit, frozen as it was made. */
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { lockChain, lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { MAX_CENTS } from "../../billing/rules/bank-amount.ts";
import { newId } from "../../kit/id.ts";
import { issue } from "../../kit/schema.ts";
import { closed, isId } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import { YearNumber } from "../figures/views.ts";
import * as output from "./output.ts";
import { computed, frozenHashOf, gathered, yearEnds } from "./reading.ts";
import { accountingYear, dueDay } from "./rules/accounting-year.ts";
import { countedDocuments } from "./rules/counted.ts";
import {
  bpfChain,
  depositedAfter,
  depositsOf,
  insertDeposit,
  insertEntry,
  insertYear,
  lastEntry,
  lockBpf,
  openedYear,
  type TrainerAs,
  trainersBetween,
  undepositedBefore,
  type Year,
} from "./store.ts";

export const openBpf = defineAct({
  name: "openBpf",
  label: { fr: "Ouvrir le bilan d’un exercice", en: "Open the declaration of an accounting year" },
  who: "let time pass",
  form: Type.Object({ year: YearNumber }, closed),
  writes: ["bpf"],
  async perform(context) {
    await lockBpf(context.tx);
    const { year } = context.input;
    const made = (await openedYear(context.tx, year)) ? undefined : await open(context, year);
    return made ? begun({}, bpfChain(made.id)) : FORBIDDEN;
  },
});

/** Undefined where the school does not say when its accounting year ends. */
async function open(context: Performing<unknown>, year: number): Promise<Year | undefined> {
  const { tx, at, payee } = context;
  const ends = yearEnds(context);
  if (ends === undefined || !payee?.money) return undefined;
  const days = accountingYear(ends, year);
  const made = { id: newId(), ...days, dueOn: dueDay(days, payee.money.declaration.deposit?.by) };
  await insertYear(tx, { ...made, at });
  return made;
}

/** The declaration of a year with its chain locked, made where there is none. */
async function held(context: Performing<unknown>, year: number): Promise<{ year: Year; isNew: boolean } | undefined> {
  await lockBpf(context.tx);
  const known = await openedYear(context.tx, year);
  if (!known) {
    const made = await open(context, year);
    return made && { year: made, isNew: true };
  }
  return (await lockChain(context.tx, bpfChain(known.id))) ? { year: known, isNew: false } : undefined;
}

const MOST_ENTRUSTED = 10_000_000;
const Amount = Type.Integer({ minimum: 0, maximum: MAX_CENTS });

export const enterBpf = defineAct({
  name: "enterBpf",
  label: { fr: "Saisir les charges d’un bilan", en: "Enter the charges of a declaration" },
  who: "keep the accounts",
  form: Type.Object(
    {
      year: YearNumber,
      /** Of what the reader saw; 0 where nothing was entered. */
      version: Type.Integer({ minimum: 0 }),
      charges: Amount,
      trainerSalaries: Amount,
      purchases: Amount,
      otherTurnover: Amount,
      distance: Type.Boolean(),
      publicBody: Type.Boolean(),
      naf: Type.String({ pattern: "^[0-9]{4}[A-Z]$" }),
      /** Entrusted to another body; both, or neither where there are none. */
      entrustedPeople: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_ENTRUSTED })),
      entrustedHours: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_ENTRUSTED })),
      /** Those who taught in the year and are not employed by the school. */
      external: Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 500, uniqueItems: true }),
    },
    closed,
  ),
  output: output.enterBpf,
  writes: ["bpf", "bpf_entry"],
  async perform(context) {
    const { tx, today, actor, at, input } = context;
    const { year, version, external, entrustedPeople = null, entrustedHours = null, ...entered } = input;
    const found = await held(context, year);
    if (!found) return FORBIDDEN;
    const before = (await lastEntry(tx, year))?.version ?? 0;
    if (before !== version) return stale({ version: before });
    if (found.year.from > today) return invalid([NOT_BEGUN]);
    if (entered.trainerSalaries + entered.purchases > entered.charges) return invalid([TOO_MUCH]);
    if ((entrustedPeople === null) !== (entrustedHours === null)) return invalid([BOTH]);
    const taught = await trainersBetween(tx, found.year.from, found.year.to < today ? found.year.to : today);
    const known = new Set(taught.map(({ trainer }) => trainer));
    if (external.some((one) => !known.has(one))) return invalid([NOT_A_TRAINER]);
    const trainers = Object.fromEntries(
      [...known].map((one): [string, TrainerAs] => [one, external.includes(one) ? "external" : "staff"]),
    );
    const bpf = found.year.id;
    const enteredBy = actorName(actor);
    const entrusted = { entrustedPeople, entrustedHours };
    await insertEntry(tx, {
      id: newId(),
      bpf,
      version: version + 1,
      ...entered,
      ...entrusted,
      trainers,
      enteredBy,
      at,
    });
    return (found.isNew ? begun : done)({ version: version + 1 }, bpfChain(bpf));
  },
});

export const depositBpf = defineAct({
  name: "depositBpf",
  label: { fr: "Noter le dépôt d’un bilan", en: "Note the deposit of a declaration" },
  who: "keep the accounts",
  form: Type.Object(
    {
      year: YearNumber,
      on: DaySchema,
      receipt: Type.String({ minLength: 1, maxLength: 200 }),
      inputHash: Type.String({ pattern: "^sha256:[0-9a-f]{64}$" }),
      /** The numbers of those whose money cannot be computed: that this one is deposited without it. */
      leftOut: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { uniqueItems: true })),
    },
    closed,
  ),
  output: output.depositBpf,
  shows: { as: "inputHash" },
  writes: ["bpf", "bpf_deposit"],
  async perform(context) {
    const { tx, today, actor, at, input } = context;
    const { year, on, receipt } = input;
    const own = await held(context, year);
    const found = own && (await gathered(context, year));
    if (!own || !found) return FORBIDDEN;
    if (found.to >= today) return invalid([NOT_OVER]);
    if (on > today || on <= found.to) return invalid([WRONG_DAY]);
    if (!found.entry) return invalid([NOT_ENTERED]);
    if (found.lacking.length > 0 || found.unsaid.length > 0) return invalid([INCOMPLETE]);
    const { answer, basis, inputHash } = computed(context, found);
    if (inputHash !== input.inputHash) return stale({ inputHash });
    const [last] = await depositsOf(tx, year);
    if (last?.inputHash === inputHash) return invalid([THE_SAME]);
    // A later declaration counts from the beginning less what was declared: this year stands in it, and would be declared twice.
    const later = last ? undefined : await depositedAfter(tx, year);
    if (later !== undefined) return invalid([countedIn(later)]);
    // What waits of the years that this one counts as well waits no more.
    await lockChains(tx, (await undepositedBefore(tx, year)).map(bpfChain));
    const leftOut = found.unknown.map(({ called }) => called);
    if (leftOut.length > 0 && !input.leftOut) return invalid([LEFT_OUT]);
    if (input.leftOut?.some(isId)) return invalid([BY_NUMBER]);
    if (leftOut.toSorted().join() !== (input.leftOut ?? []).toSorted().join()) return stale({ inputHash, leftOut });
    const counted = countedDocuments(found.input).map(({ document, source, cents }) => ({
      document,
      source,
      amount: cents,
      number: found.documents.get(document)?.number ?? "",
    }));
    const version = (last?.version ?? 0) + 1;
    const frozenHash = frozenHashOf({ answer, counted, leftOut });
    const frozen = { answer, basis, inputHash, counted, leftOut, frozenHash };
    const bpf = own.year.id;
    const made = { id: newId(), bpf, version, depositedOn: on, receipt, depositedBy: actorName(actor), at };
    await insertDeposit(tx, { ...made, ...frozen });
    return (own.isNew ? begun : done)({ version, frozenHash }, bpfChain(bpf));
  },
});

const NOT_BEGUN = issue("year", "Cet exercice n’a pas commencé.", "This accounting year has not begun.");
const TOO_MUCH = issue(
  "charges",
  "Les salaires des formateurs et les achats dépassent le total des charges.",
  "The salaries of trainers and the purchases exceed the total of charges.",
);
const BOTH = issue(
  "entrustedHours",
  "Donnez les personnes confiées et leurs heures, ou ni l’un ni l’autre.",
  "Give the people who were entrusted and their hours, or neither.",
);
const NOT_A_TRAINER = issue(
  "external",
  "Cette personne n’a pas enseigné dans l’exercice.",
  "This person did not teach in the accounting year.",
);
const NOT_OVER = issue(
  "year",
  "L’exercice n’est pas fini : son bilan se dépose après.",
  "The accounting year is not over: its declaration is deposited afterwards.",
);
const WRONG_DAY = issue(
  "on",
  "Donnez le jour du dépôt : après la fin de l’exercice, et au plus tard aujourd’hui.",
  "Give the day of the deposit: after the end of the accounting year, and today at the latest.",
);
const NOT_ENTERED = issue(
  "year",
  "Saisissez d’abord les charges de l’exercice.",
  "First enter the charges of the accounting year.",
);
const INCOMPLETE = issue(
  "year",
  "Des personnes ou des formateurs ne sont dans aucune case : complétez-les d’abord.",
  "Some people or trainers stand in no cell: first complete what they lack.",
);
const countedIn = (later: number) =>
  issue(
    "year",
    `Le bilan de ${String(later)} est déjà déposé : il compte aussi cet exercice, qui serait déclaré deux fois.`,
    `The declaration of ${String(later)} is deposited already: it counts this accounting year as well, which would be declared twice.`,
  );
const LEFT_OUT = issue(
  "leftOut",
  "De l’argent manque à ce bilan : complétez ce qui manque, ou dites que vous le déposez sans lui.",
  "Some money is missing in this declaration: mend what is missing, or say that you deposit it without that money.",
);
const BY_NUMBER = issue(
  "leftOut",
  "Ce qui manque se dit par les numéros que le bilan montre, et non par des identifiants.",
  "What is missing is said by the numbers that the declaration shows, not by ids.",
);
const THE_SAME = issue(
  "inputHash",
  "Ce bilan est déjà déposé, et rien n’a changé depuis.",
  "This declaration is deposited already, and nothing has changed since.",
);
