/** Employers and funds: entered once for all the people for whom they pay, changed, and no longer used. None is ever deleted. */
import { FREE } from "../../act/binding.ts";
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Tx } from "../../db/school.ts";
import { newId } from "../../kit/id.ts";
import { hasCheckDigit } from "../../kit/luhn.ts";
import { addressKey } from "../../kit/mail-address.ts";
import { type Issue, issue } from "../../kit/schema.ts";
import { ById, closed, Id } from "../../kit/shapes.ts";
import { postMail } from "../../mail/post.ts";
import { payerAddressIssue } from "../../people/guests/paying.ts";
import { hasPaid, lockDebtors } from "../charges/states/store.ts";
import { movedMail } from "./guest-mails.ts";
import { enterMailbox, mailboxAt } from "./mailboxes.ts";
import * as output from "./output.ts";
import { closeOne, closedAlike, type Described, insertPayer, lockPayer, takenBy, updatePayer } from "./store.ts";

const Line = Type.Optional(Type.String({ maxLength: 200 }));
const Given = {
  name: Type.String({ maxLength: 200 }),
  form: Line,
  /** Spaces in it do not count. */
  siren: Line,
  address: Type.Optional(Type.String({ maxLength: 600 })),
  contact: Line,
  email: Line,
  phone: Line,
  service: Line,
  auxiliary: Line,
  daysToPay: Type.Optional(Type.Integer({ minimum: 0, maximum: 90 })),
  byDossier: Type.Optional(Type.Boolean()),
};
type Given = { readonly [K in Exclude<keyof typeof Given, "daysToPay" | "byDossier">]?: string | undefined } & {
  readonly byDossier?: boolean | undefined;
  readonly daysToPay?: number | undefined;
};

export const payerChain = (id: string) => `payer:${id}`;

export const addPayer = defineAct({
  name: "addPayer",
  label: { fr: "Ajouter un payeur", en: "Add a payer" },
  who: "keep the accounts",
  form: Type.Object(Given, closed),
  output: output.addPayer,
  writes: ["payer", "payer_mailbox", "mail"],
  async perform(context) {
    const { tx, input, actor, at } = context;
    const payer = describedIn(input);
    const issues = [...(await issuesOf(context, payer)), ...(await taken(tx, payer, null))];
    if (issues.length > 0) return invalid(issues);
    const id = newId();
    // Somebody entered the same at this moment.
    if (!(await insertPayer(tx, { id, ...payer, by: actorName(actor), at })))
      return invalid(await taken(tx, payer, null));
    // Entered again under another address, the body is told at the one that it had.
    for (const before of payer.siren === null ? [] : await closedAlike(tx, payer.siren))
      await moved(context, { id, payer, before });
    if (payer.email === "") return begun({ payer: id }, payerChain(id));
    await enterMailbox(context, id, contactIn(payer));
    return done({ payer: id }, payerChain(id));
  },
});

/** What was issued before keeps what it said. */
export const changePayer = defineAct({
  name: "changePayer",
  label: { fr: "Modifier un payeur", en: "Change a payer" },
  who: "keep the accounts",
  form: Type.Object({ payer: Id, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }), ...Given }, closed),
  output: output.changePayer,
  writes: ["payer", "payer_mailbox", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const { payer: id, version, ...given } = input;
    const before = await lockPayer(tx, id);
    if (!before || before.closedAt !== null) return FORBIDDEN;
    if (before.version !== version) {
      const { id: _, closedAt: __, ...now } = before;
      return stale(now);
    }
    const payer = describedIn(given);
    const isMoved = addressKey(payer.email) !== addressKey(before.email);
    const issues = [...(await issuesOf(context, payer, isMoved)), ...(await taken(tx, payer, id))];
    // What it paid would serve something else from one day to the next.
    if (payer.byDossier !== before.byDossier) {
      await lockDebtors(tx, [payerChain(id)]);
      if (await hasPaid(tx, payerChain(id))) issues.push(HAS_PAID);
    }
    if (issues.length > 0) return invalid(issues);
    await updatePayer(tx, id, payer, version + 1);
    if (isMoved) await moved(context, { id, payer, before: before.email });
    if (isMoved && payer.email !== "" && !(await mailboxAt(tx, id, payer.email)))
      await enterMailbox(context, id, contactIn(payer));
    return done({}, payerChain(id));
  },
});

export const closePayer = defineAct({
  name: "closePayer",
  label: { fr: "Ne plus proposer un payeur", en: "No longer propose a payer" },
  who: "keep the accounts",
  form: ById,
  output: output.closePayer,
  free: FREE.closes,
  writes: ["payer"],
  async perform({ tx, input: { id }, at }) {
    const payer = await lockPayer(tx, id);
    if (!payer || payer.closedAt !== null) return FORBIDDEN;
    await closeOne(tx, payer, at);
    return done({}, payerChain(id));
  },
});

/** Each on one line without outer spaces, but for the address, of which empty lines go. */
function describedIn(given: Given): Described {
  const line = (text = "") => text.replaceAll(/\s+/gu, " ").trim();
  const siren = line(given.siren).replaceAll(" ", "");
  return {
    name: line(given.name),
    form: line(given.form),
    siren: siren === "" ? null : siren,
    address: (given.address ?? "").split("\n").map(line).filter(Boolean).join("\n"),
    contact: line(given.contact),
    email: line(given.email),
    phone: line(given.phone),
    service: line(given.service),
    auxiliary: line(given.auxiliary),
    daysToPay: given.daysToPay ?? null,
    byDossier: given.byDossier ?? false,
  };
}

/** The register has no language of its payers: they are bodies under French law. */
function contactIn({ name, contact, email: address }: Described) {
  return { name: contact === "" ? name : contact, address, language: "fr" } as const;
}

type Moved = { readonly id: string; readonly payer: Described; readonly before: string };

/** The address that the register had is told of the one that takes its place: nobody makes a payer speak from elsewhere unnoticed. */
async function moved({ tx, at }: Pick<Performing<unknown>, "tx" | "at">, { id, payer, before: to }: Moved) {
  if (to === "" || addressKey(to) === addressKey(payer.email)) return;
  const [about, lang] = [payerChain(id), "fr" as const];
  const words = movedMail(lang, { payer: payer.name, address: payer.email });
  await postMail(tx, { reader: null, to, lang, about, of: about, at, ...words });
}

/** An address that stood before is not asked about again, where the rest is changed. */
async function issuesOf(
  context: Pick<Performing<unknown>, "tx" | "actor">,
  { name, siren, email, service }: Described,
  isMoved = true,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  if (name === "") issues.push(NO_NAME);
  if (siren !== null && !(/^\d{9}$/.test(siren) && hasCheckDigit(siren))) issues.push(WRONG_SIREN);
  if (siren === null && service !== "") issues.push(NO_SIREN);
  const wrong = email === "" || !isMoved ? undefined : await payerAddressIssue(context, "email", email);
  return wrong ? [...issues, wrong] : issues;
}

async function taken(tx: Tx, payer: Described, but: string | null): Promise<Issue[]> {
  const found = await takenBy(tx, payer, but);
  return found ? [takenIssue(found)] : [];
}

function takenIssue({ name, what }: { readonly name: string; readonly what: "siren" | "auxiliary" }): Issue {
  return what === "siren"
    ? issue(
        "siren",
        `« ${name} » a déjà ce SIREN : prenez-le dans la liste, ou distinguez un service public par son code Chorus.`,
        `“${name}” has this SIREN already: take it from the list, or tell a public service apart by its Chorus code.`,
      )
    : issue("auxiliary", `« ${name} » a déjà ce compte.`, `“${name}” has this account already.`);
}

const HAS_PAID = issue(
  "byDossier",
  "Ce payeur a déjà payé : ce que ses paiements ont servi ne change plus.",
  "This payer has paid already: what its payments served does not change any more.",
);
const NO_NAME = issue("name", "Donnez le nom du payeur.", "Give the name of the payer.");
const WRONG_SIREN = issue(
  "siren",
  "Un SIREN a neuf chiffres, et le dernier contrôle les autres : un chiffre est faux.",
  "A SIREN has nine digits, of which the last checks the others: a digit is wrong.",
);
const NO_SIREN = issue(
  "siren",
  "Un service de Chorus Pro est celui d’un SIREN : donnez-le.",
  "A service of Chorus Pro is of a SIREN: give it.",
);
