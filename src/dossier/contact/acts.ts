/**
 * Details of contact changed at any time, by an act of its own: by the person, or by the office when the person lets it know, for all that the
 * person handed in. What was handed in, and what was sent, stay as they are.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { checkMove } from "../../act/standing.ts";
import { findIntake } from "../../intake/intake.ts";
import { isFrance } from "../../kit/country.ts";
import { townsOf } from "../../kit/commune.ts";
import { leaves } from "../../kit/machine.ts";
import { addressKey, isAddress } from "../../kit/mail-address.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { postMail } from "../../mail/post.ts";
import { tellWhoGoesOn } from "../../people/going-on.ts";
import { problemIssue } from "../problem-issue.ts";
import { officeReads } from "../hands.ts";
import { stateOf } from "../happened.ts";
import { factsOf, insertFact, keepState } from "../history/store.ts";
import { addressMovedMail } from "../mails.ts";
import * as output from "../output.ts";
import { type Dossier, dossierChain } from "../rules/dossier.ts";
import { elderNames } from "../rules/identity-request.ts";
import { type Contents, lineOf, problemsOf, sectionOf } from "../rules/sections.ts";
import { DOSSIER } from "../rules/state.ts";
import { namedIn, reachedAt, tell } from "../standing.ts";
import { findDossier, keepFound, updateDossier } from "../store.ts";
import { dealingWith, tellOffice } from "../telling-office.ts";
import { type Changed, contactChangedMail, contactOfTraineeMail, contactToldMail } from "./mails.ts";
import { handedInBy, sectionsNow } from "./store.ts";

const Line = Type.String({ maxLength: 200 });
const Given = {
  phone: Line,
  street: Line,
  streetMore: Type.Optional(Line),
  postcode: Line,
  /** Left empty, the town of the postcode, where it has only one. */
  city: Type.Optional(Line),
  country: Line,
  usedName: Type.Optional(Line),
};
type Given = { readonly [K in keyof typeof Given]?: string };
type Context = Performing<unknown>;

export const changeContact = defineAct({
  name: "changeContact",
  from: leaves(DOSSIER, "contact-changed"),
  label: { fr: "Changer ses coordonnées", en: "Change one’s contact details" },
  who: "apply",
  form: Type.Object(Given, closed),
  output: output.changeContact,
  free: "where one is reached; the address that lets in is changed by an act that binds",
  writes: ["dossier_fact", "mail"],
  async perform(context) {
    const { tx, actor, input } = context;
    if (actor.kind !== "account") return FORBIDDEN;
    const ids = await handedInBy(tx, actor.account);
    const chains = await lockChains(tx, ids.map(dossierChain));
    if (ids.length === 0 || chains.size < ids.length) return FORBIDDEN;
    return changeAll(context, ids, input);
  },
});

/** Notes what a person told the school, and how. The mail address goes with it where they have no account: an account is opened by it. */
export const changeContactFor = defineAct({
  name: "changeContactFor",
  from: leaves(DOSSIER, "contact-changed"),
  label: { fr: "Changer les coordonnées d’une personne", en: "Change somebody’s contact details" },
  who: "handle the dossiers",
  form: Type.Object(
    { ...Given, dossier: Id, address: Type.Optional(Line), how: Type.String({ minLength: 1, maxLength: 500 }) },
    closed,
  ),
  output: output.changeContactFor,
  writes: ["dossier", "dossier_fact", "mail"],
  async perform(context) {
    const { tx, actor, at, input } = context;
    const { dossier: id, address: sent = "", how, ...given } = input;
    const dossier = await officeReads(tx, actor, id);
    const ids = dossier && (await handedInTogether(tx, dossier));
    if (!ids || (await lockChains(tx, ids.map(dossierChain))).size < ids.length) return FORBIDDEN;
    // It may have been taken into an account, or out of the office’s hands, before it was locked.
    if ((await officeReads(tx, actor, id))?.account !== dossier.account) return FORBIDDEN;
    if (how.trim() === "") return invalid([HOW]);
    if (dossier.account !== null) {
      if (sent !== "") return invalid([THEIR_ADDRESS]);
      return changeAll(context, ids, given, { how: how.trim(), moved: undefined });
    }
    const address = sent.trim() || null;
    if (address !== null && !isAddress(address)) return invalid([NO_ADDRESS]);
    const moved = (address && addressKey(address)) !== (dossier.address && addressKey(dossier.address));
    const outcome = await changeAll(context, [id], given, { how: how.trim(), moved: moved ? address : undefined });
    if (outcome.kind !== "done" || !moved) return outcome;
    // The previous address is told, so that its owner may object.
    if (dossier.address !== null) {
      const { number, language: lang, address: to } = dossier;
      await postMail(tx, { reader: null, to, lang, about: dossierChain(id), at, ...addressMovedMail(lang, number) });
    }
    return outcome;
  },
});

/** All that the person handed in, this one among them: they have one telephone, whatever the number of their applications. */
async function handedInTogether(tx: Context["tx"], { id, account }: Dossier): Promise<readonly string[] | undefined> {
  const submitted = tx.selectFrom("submission").select("id").where("dossier", "=", id).limit(1);
  if (!(await submitted.executeTakeFirst())) return undefined;
  return account === null ? [id] : handedInBy(tx, account);
}

/** Noted by the office: how the person told it, and their other mail address, if that changes (`null`: none from now on). */
type Noted = { readonly how: string; readonly moved: string | null | undefined };

async function changeAll(context: Context, ids: readonly string[], given: Given, noted?: Noted) {
  const { tx, at, actor } = context;
  const contact = contactIn(given);
  const usedName = (given.usedName ?? "").trim();
  const issues = problemsOf(CONTACT, contact).map((problem) => problemIssue(problem, contact));
  if (issues.length > 0) return invalid(issues);
  const changes = [];
  for (const id of ids) {
    const before = await sectionsNow(tx, id);
    const what = changedIn(before.contact, contact, lineOf(before.identity, "usedName") !== usedName);
    if (noted?.moved !== undefined) what.push("mail");
    if (what.length > 0) changes.push({ id, what, identity: { ...before.identity, usedName } });
  }
  if (changes.length === 0) return invalid([NOTHING_CHANGED]);
  for (const { id, what, identity } of changes) {
    const [dossier, { state }] = [(await findDossier(tx, id))!, await stateOf(tx, id)];
    const { issues: barring, dependents } = await checkMove(context, DOSSIER, "contact-changed", { id, state });
    if (barring.length > 0) return invalid(barring);
    const named = what.includes("usedName") && { identity: { usedName } };
    const details = { contact, ...named, ...(noted && { how: noted.how, text: noted.how }) };
    const of = dossierChain(id);
    await insertFact(tx, { dossier: id, kind: "contact-changed", at, by: actorName(actor), details, of });
    if (noted?.moved !== undefined) await updateDossier(tx, id, { address: noted.moved });
    await keepState(tx, dossier, at);
    await keepFound(tx, id, { ...namedIn(identity, elderNames(await factsOf(tx, id))), ...reachedAt(contact) });
    await tellThem(context, dossier, { what, dependents });
  }
  const [latest] = changes as [(typeof changes)[number]];
  // One notice, however many applications a person has.
  const dossier = (await findDossier(tx, latest.id))!;
  const intake = (await findIntake(tx, dossier.intake))!;
  await tell(context, dossier, intake, (lang) => contactChangedMail(lang, latest.what, noted ? "school" : "person"));
  return done({}, dossierChain(latest.id));
}

type Dependents = Awaited<ReturnType<typeof checkMove>>["dependents"];

/** The officer in charge of the application and, once the person is enrolled, the heads of training. */
async function tellThem(
  context: Context,
  dossier: Dossier,
  { what, dependents }: { readonly what: readonly Changed[]; readonly dependents: Dependents },
): Promise<void> {
  const { tx, actor } = context;
  const { number } = dossier;
  const officer = await dealingWith(tx, dossier.id);
  // Not the officer who noted it.
  if (officer !== undefined && officer !== actorName(actor).split(" ")[0]) {
    const intake = (await findIntake(tx, dossier.intake))!;
    await tellOffice(context, dossier, intake, officer, (lang) => contactToldMail(lang, number, what));
  }
  const about = { chain: dossierChain(dossier.id), page: `/personnes/${dossier.id}` };
  await tellWhoGoesOn(context, dependents, {
    ...about,
    words: (lang, says) => contactOfTraineeMail(lang, number, what, says),
  });
}

const CONTACT = sectionOf("contact")!;

function contactIn(given: Given): Contents {
  const line = (name: keyof Given) => (given[name] ?? "").trim();
  const country = line("country").toUpperCase();
  const [town, ...others] = isFrance(country) ? townsOf(line("postcode")) : [];
  const city = line("city") || (town !== undefined && others.length === 0 ? town : "");
  const rest = { phone: line("phone"), street: line("street"), streetMore: line("streetMore") };
  return { ...rest, postcode: line("postcode"), city, country };
}

function changedIn(before: Contents, contact: Contents, named: boolean): Changed[] {
  const differs = (name: string) => lineOf(before, name) !== lineOf(contact, name);
  const postal = CONTACT.fields.some(({ name }) => name !== "phone" && differs(name));
  return [
    ...(differs("phone") ? (["phone"] as const) : []),
    ...(postal ? (["address"] as const) : []),
    ...(named ? (["usedName"] as const) : []),
  ];
}

const NOTHING_CHANGED = issue(
  "phone",
  "Rien n’a changé : corrigez d’abord ce qui est à corriger.",
  "Nothing has changed: first correct what is to be corrected.",
);

const HOW = issue("how", "Dites comment la personne vous l’a fait savoir.", "Say how the person let you know.");

const NO_ADDRESS = issue(
  "address",
  "Écrivez une adresse électronique complète, comme prenom.nom@exemple.fr.",
  "Write a whole e-mail address, such as first.last@example.org.",
);

const THEIR_ADDRESS = issue(
  "address",
  "Cette personne a un compte : elle seule change l’adresse avec laquelle elle se connecte.",
  "This person has an account: they alone change the address with which they sign in.",
);
