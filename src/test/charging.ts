/** Somebody who owes, for tests: an account, and an act that charges it as the one of any later subject would. */
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { type Actor, type ActWorld, defineAct, done, perform } from "../act/act.ts";
import { chargeFee, suspendCharges } from "../billing/charges/charging.ts";
import { DEPLOYMENT, withSchool } from "../db/school.ts";
import { addDays } from "../kit/day.ts";
import type { Lang } from "../kit/lang.ts";
import { actorName, type Role } from "../act/permissions.ts";
import { insertAccount } from "../people/store.ts";
import { ALWAYS_SHOWN } from "./people.ts";
import { newAttempt } from "./world.ts";

export const FEES = [
  { key: "file-fee", label: { fr: "frais de dossier", en: "application fee" }, amount: 5000 },
  {
    key: "interview-fee",
    label: { fr: "frais d’entretien de sélection", en: "selection interview fee" },
    amount: 11000,
  },
];

const charge = defineAct({
  name: "testCharge",
  free: "an act of tests",
  label: { fr: "Demander un montant", en: "Charge" },
  who: "ask about oneself",
  form: Type.Object({
    about: Type.String(),
    account: Type.Union([Type.String(), Type.Null()]),
    name: Type.Union([Type.String(), Type.Null()]),
    payer: Type.Optional(Type.String()),
    called: Type.Optional(Type.String()),
    days: Type.Integer(),
    fees: Type.Array(Type.Any()),
  }),
  shows: { nothing: "an act of tests" },
  writes: ["charge"],
  async perform({ tx, input: { about, account, payer, name, called, days, fees }, today }) {
    const due = addDays(today, days);
    const given = {
      about,
      account,
      ...(payer !== undefined && { payer }),
      ...(called !== undefined && { called }),
      debtorName: name,
      lines: fees,
      chargedOn: today,
      dueOn: due,
    };
    const { id, reference } = await chargeFee(tx, given);
    return done({ id, reference }, about);
  },
});

const suspend = defineAct({
  name: "testSuspend",
  label: { fr: "Suspendre un montant", en: "Suspend a charge" },
  who: "ask about oneself",
  form: Type.Object({ about: Type.String() }),
  writes: ["charge_suspension"],
  async perform({ tx, input: { about }, actor, today }) {
    const why = { fr: "candidature retirée", en: "application withdrawn" };
    await suspendCharges(tx, about, { why, on: today, by: actorName(actor) });
    return done({}, about);
  },
});

/** As when what it was charged for comes to nothing. */
export async function suspended(world: ActWorld, establishment: string, about: string): Promise<void> {
  const asked = { actor: { kind: "anyone" }, establishment, attempt: newAttempt(), input: { about } } as const;
  const outcome = await perform(world, suspend, asked);
  if (outcome.kind !== "done") throw new Error(`not suspended: ${outcome.kind}`);
}

export type Charged = {
  readonly id: string;
  readonly about: string;
  readonly reference: string;
  readonly account: string | null;
};

export type Owing = {
  readonly name?: string;
  readonly account?: string | null;
  /** Of the register. */
  readonly payer?: string;
  readonly called?: string;
  readonly days?: number;
  readonly fees?: typeof FEES;
};

export async function owes(
  world: ActWorld,
  establishment: string,
  { name = "Camille Durand", account = null, payer, called, days = 30, fees = FEES }: Owing = {},
): Promise<Charged> {
  const input = {
    about: `dossier:${randomUUID()}`,
    account,
    name,
    ...(payer !== undefined && { payer }),
    ...(called !== undefined && { called }),
    days,
    fees,
  };
  const outcome = await perform(world, charge, {
    actor: { kind: "anyone" },
    establishment,
    attempt: newAttempt(),
    input,
  });
  if (outcome.kind !== "done") throw new Error(`not charged: ${outcome.kind}`);
  return { ...outcome.value, about: input.about, account };
}

export async function newAccount(world: ActWorld, address: string, language: Lang = "fr"): Promise<string> {
  const id = randomUUID();
  const given = { id, address, addressKey: address, name: "Camille", password: null, language, at: world.now() };
  await withSchool(world.db, DEPLOYMENT, (tx) => insertAccount(tx, given));
  return id;
}

export function someone(account: string, ...roles: Role[]): Extract<Actor, { kind: "account" }> {
  return { kind: "account", account, session: "s", roles, authenticatedAt: ALWAYS_SHOWN };
}
