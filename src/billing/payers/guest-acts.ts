/**
 * Lets a contact of a payer in by a link, and out again: what it then reads and signs is in `guest-views.ts` and the room of contracts.
 * Nobody of the school chooses alone from which mailbox a payer signs: the second is another person, or the payer from the register's own.
 */
import { FREE } from "../../act/binding.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { Lang } from "../../kit/lang.ts";
import { issue } from "../../kit/schema.ts";
import { schoolPath } from "../../kit/school-path.ts";
import { closed, Id, Language } from "../../kit/shapes.ts";
import { postMail } from "../../mail/post.ts";
import { doerNamed, doersWho } from "../../people/contact.ts";
import { guestChain } from "../../people/guests/letting-in.ts";
import { letInPayer, letOutPayer, payerAddressIssue, PAYING_TABLES } from "../../people/guests/paying.ts";
import { personName } from "../../people/rules/person-name.ts";
import { payerChain } from "./acts.ts";
import { confirmedMail, invitedMail, proposedMail, secondMail } from "./guest-mails.ts";
import { speaksForRegister } from "./guest-views.ts";
import { payerLink } from "./letting-in.ts";
import {
  confirmMailbox,
  endMailbox,
  enterMailbox,
  isRegisters,
  type Mailbox,
  mailboxAt,
  mailboxesOf,
  maySecond,
} from "./mailboxes.ts";
import * as output from "./output.ts";
import { lockPayer, type Payer } from "./store.ts";

const Line = Type.String({ minLength: 1, maxLength: 200 });
const WRITES = [...PAYING_TABLES, "payer_mailbox", "mail"] as const;
type Context = Performing<unknown>;
type Invited = { readonly guest: string | null; readonly waits: string | null };
type Opened = Pick<Invited, "guest">;

/** Invited again, who has lost the link gets another, and may come for longer. */
export const invitePayer = defineAct({
  name: "invitePayer",
  label: { fr: "Inviter un employeur ou un financeur", en: "Invite an employer or a fund" },
  who: "prepare the contracts",
  form: Type.Object({ payer: Id, name: Line, address: Line, language: Language }, closed),
  output: output.invitePayer,
  writes: WRITES,
  async perform(context) {
    const { tx, input } = context;
    const payer = await lockPayer(tx, input.payer);
    if (!payer || payer.closedAt !== null) return FORBIDDEN;
    const contact = { ...input, name: personName(input.name), address: input.address.trim() };
    const unfit = await payerAddressIssue(context, "address", contact.address);
    if (unfit) return invalid([unfit]);
    if (contact.name === "") return invalid([NO_NAME]);
    const present = await mailboxAt(tx, payer.id, contact.address);
    const isOpen = present?.confirmedBy || isRegisters(payer, contact.address);
    if (isOpen || (present && (await maySecond(context, present)))) {
      const given = await invited(context, payer, contact);
      if ("issues" in given) return invalid(given.issues);
      if (!present) await enterMailbox(context, payer.id, contact);
      else if (!isOpen) await confirmed(context, payer, present);
      return done<Invited>({ guest: given.guest, waits: null }, payerChain(payer.id));
    }
    // Before the payer's own chain: the register's address may be let in by this.
    if (!present) await tellRegister(context, payer, contact);
    const { id } = present ?? (await enterMailbox(context, payer.id, contact));
    if (!present) await askSecond(context, payer, contact);
    return done<Invited>({ guest: null, waits: id }, payerChain(payer.id));
  },
});

const OfPayer = Type.Object({ payer: Id, mailbox: Id }, closed);

/** The payer, locked, with a mailbox of it that one person alone stands behind. */
async function unconfirmed({ tx }: Pick<Context, "tx">, input: { readonly payer: string; readonly mailbox: string }) {
  const payer = await lockPayer(tx, input.payer);
  const mailbox = payer && (await mailboxesOf(tx, payer.id)).find(({ id }) => id === input.mailbox);
  return payer && payer.closedAt === null && mailbox?.confirmedBy === null ? { payer, mailbox } : undefined;
}

export const confirmPayerMailbox = defineAct({
  name: "confirmPayerMailbox",
  label: {
    fr: "Confirmer l’adresse d’où un payeur signe, que quelqu’un d’autre propose",
    en: "Confirm the address from which a payer signs, which somebody else proposes",
  },
  who: "prepare the contracts",
  form: OfPayer,
  output: output.confirmPayerMailbox,
  writes: WRITES,
  async perform(context) {
    const found = await unconfirmed(context, context.input);
    if (!found) return FORBIDDEN;
    if (!(await maySecond(context, found.mailbox))) return invalid([ANOTHER]);
    return opened(context, found.payer, found.mailbox);
  },
});

export const answerPayerMailbox = defineAct({
  name: "answerPayerMailbox",
  label: { fr: "Dire qui signe pour sa structure", en: "Say who signs for one’s body" },
  who: "pay for others",
  form: Type.Object({ payer: Id, mailbox: Id, agrees: Type.Boolean() }, closed),
  output: output.confirmPayerMailbox,
  writes: WRITES,
  async perform(context) {
    const { input } = context;
    const found = await unconfirmed(context, input);
    if (!found || !(await speaksForRegister(context, found.payer))) return FORBIDDEN;
    const { payer, mailbox } = found;
    if (isRegisters(payer, mailbox.address)) return FORBIDDEN;
    if (input.agrees) return opened(context, payer, mailbox);
    await endMailbox(context, payer.id, mailbox.id);
    return done<Opened>({ guest: null }, payerChain(payer.id));
  },
});

export const withdrawPayerMailbox = defineAct({
  name: "withdrawPayerMailbox",
  label: { fr: "Retirer une adresse proposée pour un payeur", en: "Take back an address proposed for a payer" },
  who: "prepare the contracts",
  form: OfPayer,
  output: output.uninvitePayer,
  free: FREE.closes,
  writes: ["payer_mailbox"],
  async perform(context) {
    const found = await unconfirmed(context, context.input);
    if (!found || isRegisters(found.payer, found.mailbox.address)) return FORBIDDEN;
    await endMailbox(context, found.payer.id, found.mailbox.id);
    return done({}, payerChain(found.payer.id));
  },
});

export const uninvitePayer = defineAct({
  name: "uninvitePayer",
  label: { fr: "Ne plus laisser entrer un contact d’un payeur", en: "No longer let a contact of a payer in" },
  who: "prepare the contracts",
  form: Type.Object({ payer: Id, guest: Id }, closed),
  output: output.uninvitePayer,
  free: FREE.closes,
  writes: [...WRITES, "guest_session"],
  async perform(context) {
    const { tx, input } = context;
    const { payer, guest } = input;
    const chain = payerChain(payer);
    const address = (await doerNamed(tx, `guest:${guest}`))?.address ?? "";
    if (!(await letOutPayer(context, guest, chain))) return FORBIDDEN;
    // Let in again, two vouch for the address anew.
    const mailbox = await mailboxAt(tx, payer, address);
    if (mailbox) await endMailbox(context, payer, mailbox.id);
    return done({}, chain);
  },
});

type Contact = { readonly name: string; readonly address: string; readonly language: Lang };

/** Confirmed, and let in where it is not the register's own, which comes in by any mail. */
async function opened(context: Context, payer: Payer, mailbox: Mailbox) {
  const unfit = await payerAddressIssue(context, "mailbox", mailbox.address);
  if (unfit) return invalid([unfit]);
  const given = isRegisters(payer, mailbox.address) ? undefined : await invited(context, payer, mailbox);
  if (given && "issues" in given) return invalid(given.issues);
  await confirmed(context, payer, mailbox);
  return done<Opened>({ guest: given?.guest ?? null }, payerChain(payer.id));
}

async function invited(context: Context, payer: Payer, contact: Contact) {
  const given = await letInPayer(context, contact, payerChain(payer.id));
  if ("issues" in given) return given;
  const { guest, language: lang, path } = given;
  const { open: label, ...words } = invitedMail(lang, { ...given, payer: payer.name });
  const [about, to] = [guestChain(guest), contact.address];
  const { tx, at } = context;
  await postMail(tx, { reader: null, to, lang, ...words, link: { path, label }, about, of: about, at });
  return given;
}

/** The second of two: the register's address is told who speaks for it now. */
export async function confirmed(context: Context, payer: Payer, mailbox: Mailbox): Promise<void> {
  const { tx, at, actor } = context;
  await confirmMailbox(context, payer.id, mailbox);
  if (payer.email === "" || isRegisters(payer, mailbox.address)) return;
  const [by, confirmedBy] = [await nameOf(tx, mailbox.enteredBy), await nameOf(tx, actorName(actor))];
  const words = confirmedMail(LANGUAGE, { ...mailbox, payer: payer.name, by, confirmedBy });
  const about = payerChain(payer.id);
  await postMail(tx, { reader: null, to: payer.email, lang: LANGUAGE, about, of: about, at, ...words });
}

/** The register has no language of its payers: they are bodies under French law. */
const LANGUAGE = "fr";

async function nameOf(tx: Context["tx"], actor: string): Promise<string> {
  return (await doerNamed(tx, actor))?.name ?? "–";
}

async function tellRegister(context: Context, payer: Payer, contact: Contact): Promise<void> {
  const { tx, at, actor } = context;
  if (payer.email === "") return;
  const path = await payerLink(context, payer.id);
  const by = await nameOf(tx, actorName(actor));
  const { open: label, ...words } = proposedMail(LANGUAGE, { ...contact, payer: payer.name, by });
  const link = path === undefined ? {} : { link: { path, label } };
  const about = payerChain(payer.id);
  await postMail(tx, { reader: null, to: payer.email, lang: LANGUAGE, about, of: about, at, ...link, ...words });
}

/** The directors, or where one of them proposes it, the others who prepare contracts. */
async function askSecond(context: Context, payer: Payer, contact: Contact): Promise<void> {
  const { tx, at, actor, establishment } = context;
  const others = async (permission: "sign the contracts" | "prepare the contracts") =>
    (await doersWho(tx, permission)).filter(
      (one) => one.actor.startsWith("account:") && one.actor !== actorName(actor),
    );
  const directors = await others("sign the contracts");
  const by = await nameOf(tx, actorName(actor));
  const about = payerChain(payer.id);
  for (const { actor: reader, address: to, language: lang } of directors.length > 0
    ? directors
    : await others("prepare the contracts")) {
    const link = { path: schoolPath(establishment, lang, `/finances/payeurs/${payer.id}/acces`), label: SEE[lang] };
    const words = secondMail(lang, { ...contact, payer: payer.name, by });
    await postMail(tx, { reader, to, lang, about, of: about, at, link, ...words });
  }
}

const SEE: Readonly<Record<Lang, string>> = { fr: "Voir cette adresse", en: "See this address" };
const NO_NAME = issue("name", "Dites comment la personne s’appelle.", "Say what the person is called.");
const ANOTHER = issue(
  "mailbox",
  "Une autre personne le confirme : ni qui l’a entrée, ni qui lit cette adresse. Le payeur le peut aussi, depuis son adresse du registre.",
  "Another person confirms it: neither who entered it nor who reads this address. The payer may too, from its address in the register.",
);
