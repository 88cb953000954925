/**
 * A civil identity corrected by a proof: asked for by the person, or by the office for a person without an account, and judged by the
 * office. What was handed in, issued and sealed stays as it is.
 */
import { FREE } from "../../act/binding.ts";
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { checkMove, type Stands } from "../../act/standing.ts";
import type { Tx } from "../../db/school.ts";
import { attachFile, detachFile } from "../../files/attach.ts";
import { fileProblems } from "../../files/words.ts";
import { findIntake } from "../../intake/intake.ts";
import { leaves } from "../../kit/machine.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { tellWhoGoesOn } from "../../people/going-on.ts";
import { handedInBy, sectionsNow } from "../contact/store.ts";
import { barredFrom, stateOf } from "../happened.ts";
import { isInHand, isOwn, lockedDossier } from "../hands.ts";
import { insertFact, keepState } from "../history/store.ts";
import { noteOpened } from "../opened.ts";
import * as output from "../output.ts";
import { problemIssue } from "../problem-issue.ts";
import { type Dossier, dossierChain } from "../rules/dossier.ts";
import { CIVIL, correctedIn, elderNames, identityRequests, PROOF, standingIn } from "../rules/identity-request.ts";
import { type Contents, lineOf, problemsOf } from "../rules/sections.ts";
import { DOSSIER, type DossierMove } from "../rules/state.ts";
import { namedIn, tell } from "../standing.ts";
import { findDossier, keepFound } from "../store.ts";
import { communeTyped } from "./birthplace.ts";
import { identityAcceptedMail, identityAskedMail, identityOfTraineeMail, identityRefusedMail } from "./mails.ts";
import { identityFacts } from "./store.ts";

const Line = Type.String({ maxLength: 200 });
const Words = Type.String({ maxLength: 2000 });
const Given = {
  birthName: Line,
  givenNames: Line,
  sex: Line,
  bornOn: Line,
  birthCountry: Line,
  /** As a dossier stores it, or typed: its name, with the department where several have it. */
  birthCommune: Type.Optional(Line),
  birthCity: Type.Optional(Line),
  /** The proof. */
  upload: Id,
  said: Type.Optional(Words),
};
type Given = { readonly [K in keyof typeof Given]?: string };
type Context = Performing<unknown>;

export const askIdentity = defineAct({
  name: "askIdentity",
  from: leaves(DOSSIER, "identity-asked"),
  label: { fr: "Demander la correction de son identité", en: "Ask for the correction of one’s identity" },
  who: "apply",
  form: Type.Object(Given, closed),
  output: output.askIdentity,
  free: FREE.contests,
  writes: ["dossier_fact", "stored_file", "mail"],
  async perform(context) {
    const { tx, actor, input } = context;
    if (actor.kind !== "account") return FORBIDDEN;
    const ids = await lockedOf(tx, await handedInBy(tx, actor.account));
    const carrier = ids && (await carrierAmong(tx, ids));
    return ids && carrier ? ask(context, { carrier, ids, given: input, how: null }) : FORBIDDEN;
  },
});

/** Entered by the office for a person without an account, with how they told it. */
export const askIdentityFor = defineAct({
  name: "askIdentityFor",
  from: leaves(DOSSIER, "identity-asked"),
  label: {
    fr: "Demander la correction de l’identité d’une personne sans compte",
    en: "Ask for the correction of the identity of a person without an account",
  },
  who: "handle the dossiers",
  form: Type.Object({ ...Given, dossier: Id, how: Type.String({ minLength: 1, maxLength: 500 }) }, closed),
  output: output.askIdentity,
  free: FREE.contests,
  writes: ["dossier_fact", "stored_file", "mail"],
  async perform(context) {
    const { tx, actor, input } = context;
    const { dossier: id, how, ...given } = input;
    const dossier = await lockedDossier(tx, id);
    if (!dossier || isOwn(dossier, actor) || !isInHand(dossier, actor)) return FORBIDDEN;
    const carrier = await carrierAmong(tx, [id]);
    if (!carrier) return FORBIDDEN;
    if (how.trim() === "") return invalid([HOW]);
    return ask(context, { carrier, ids: [id], given, how: how.trim() });
  },
});

export const withdrawIdentity = defineAct({
  name: "withdrawIdentity",
  from: leaves(DOSSIER, "identity-withdrawn"),
  label: {
    fr: "Retirer sa demande de corriger son identité",
    en: "Withdraw one’s request to correct one’s identity",
  },
  who: "apply",
  form: Type.Object({ request: Id }, closed),
  output: output.withdrawIdentity,
  free: FREE.contests,
  writes: ["dossier_fact"],
  async perform(context) {
    const { tx, actor, input } = context;
    if (actor.kind !== "account") return FORBIDDEN;
    const ids = await lockedOf(tx, await handedInBy(tx, actor.account));
    const request = ids && identityRequests(await identityFacts(tx, ids)).find(({ id }) => id === input.request);
    if (!request) return FORBIDDEN;
    if (request.outcome !== null) return invalid([ANSWERED]);
    await end(context, request.dossier, "identity-withdrawn", { request: request.id });
    return done({}, dossierChain(request.dossier));
  },
});

const Judged = { dossier: Id, request: Id };

/** From now on the identity is the one asked for, on every application of the person; the elder names still find them. */
export const acceptIdentity = defineAct({
  name: "acceptIdentity",
  from: leaves(DOSSIER, "identity-accepted"),
  label: { fr: "Corriger une identité d’après sa preuve", en: "Correct an identity by its proof" },
  who: "handle the dossiers",
  form: Type.Object(Judged, closed),
  output: output.acceptIdentity,
  writes: ["dossier_fact", "mail"],
  async perform(context) {
    const { tx, input } = context;
    const judged = await toJudge(context, input);
    if ("outcome" in judged) return judged.outcome;
    const { dossier, ids, asked } = judged;
    await noteOpened(context, dossier, "identity");
    const dependents: Stands[] = [];
    for (const id of ids) {
      const found = await checkMove(context, DOSSIER, "identity-accepted", {
        id,
        state: (await stateOf(tx, id)).state,
      });
      if (found.issues.length > 0) return invalid(found.issues);
      dependents.push(...found.dependents);
    }
    for (const id of ids) {
      const { identity } = await sectionsNow(tx, id);
      const before = standingIn(identity, asked);
      await end(context, id, "identity-accepted", { request: input.request, identity: asked, before });
      await keepFound(tx, id, namedIn({ ...identity, ...asked }, elderNames(await identityFacts(tx, [id]))));
    }
    await tellPerson(context, dossier, identityAcceptedMail);
    const about = { chain: dossierChain(dossier.id), page: `/personnes/${dossier.id}` };
    const words = (lang: "fr" | "en", says: readonly string[]) => identityOfTraineeMail(lang, dossier.number, says);
    await tellWhoGoesOn(context, dependents, { ...about, words });
    return done({}, dossierChain(dossier.id));
  },
});

export const refuseIdentity = defineAct({
  name: "refuseIdentity",
  from: leaves(DOSSIER, "identity-refused"),
  label: { fr: "Refuser de corriger une identité", en: "Refuse to correct an identity" },
  who: "handle the dossiers",
  form: Type.Object({ ...Judged, ground: Type.String({ minLength: 1, maxLength: 2000 }) }, closed),
  output: output.refuseIdentity,
  writes: ["dossier_fact", "mail"],
  async perform(context) {
    const { input } = context;
    const judged = await toJudge(context, input);
    if ("outcome" in judged) return judged.outcome;
    const { dossier } = judged;
    const ground = input.ground.trim();
    if (ground === "") return invalid([GROUND]);
    await noteOpened(context, dossier, "identity");
    await end(context, dossier.id, "identity-refused", { request: input.request, reason: ground });
    await tellPerson(context, dossier, (lang) => identityRefusedMail(lang, ground));
    return done({}, dossierChain(dossier.id));
  },
});

/** `undefined` where there is none, or one was erased meanwhile. */
async function lockedOf(tx: Tx, ids: readonly string[]): Promise<readonly string[] | undefined> {
  const chains = await lockChains(tx, ids.map(dossierChain));
  return ids.length > 0 && chains.size === ids.length ? ids : undefined;
}

/** The latest that is handed in and not taken back: a draft is corrected where it is written. */
async function carrierAmong(tx: Tx, ids: readonly string[]): Promise<Dossier | undefined> {
  for (const id of ids) {
    const { state } = await stateOf(tx, id);
    if (state !== "draft") return findDossier(tx, id);
  }
  return undefined;
}

type Asking = {
  readonly carrier: Dossier;
  readonly ids: readonly string[];
  readonly given: Given;
  readonly how: string | null;
};

async function ask(context: Context, { carrier, ids, given, how }: Asking) {
  const { tx, at, actor } = context;
  if (actor.kind !== "account") return FORBIDDEN;
  if (identityRequests(await identityFacts(tx, ids)).some(({ outcome }) => outcome === null)) return invalid([WAITS]);
  const no = await barredFrom(context, carrier, "identity-asked");
  if (no.length > 0) return invalid(no);
  const { upload = "", said = "", ...lines } = given;
  const { identity } = await sectionsNow(tx, carrier.id);
  const commune = communeTyped(lines.birthCommune ?? "", lineOf(identity, "birthCommune"));
  const contents: Contents = {
    ...lines,
    birthCommune: "value" in commune ? commune.value : (lines.birthCommune ?? ""),
    birthCountry: (lines.birthCountry ?? "").trim().toUpperCase(),
  };
  // An ambiguous commune is said as such, and not as missing.
  const elsewhere =
    "issue" in commune && CIVIL.fields.some(({ name, when }) => name === "birthCommune" && when?.(contents));
  const problems = problemsOf(CIVIL, contents).filter(({ field }) => !(elsewhere && field === "birthCommune"));
  const issues = [
    ...problems.map((one) => problemIssue(one, contents)),
    ...(elsewhere && "issue" in commune ? [commune.issue] : []),
  ];
  if (issues.length > 0) return invalid(issues);
  const asked = correctedIn(identity, contents);
  if (Object.keys(asked).length === 0) return invalid([NOTHING_CHANGED]);
  const about = dossierChain(carrier.id);
  const attached = await attachFile(tx, { upload, account: actor.account, about, slot: PROOF, at });
  if ("problem" in attached)
    return invalid([{ path: "upload", message: (lang) => fileProblems[lang][attached.problem] }]);
  const { file: request } = attached;
  // It is no piece of the application: no receipt lists it, and no reader of the pieces sees it.
  await detachFile(tx, { file: request, about, at, keep: true });
  const before = standingIn(identity, asked);
  const details = { request, asked, before, said: said.trim(), ...(how !== null && { how }) };
  await end(context, carrier.id, "identity-asked", details);
  await tellPerson(context, carrier, identityAskedMail);
  return done({ request, dossier: carrier.id }, about);
}

async function end({ tx, at, actor }: Context, id: string, kind: DossierMove, details: object): Promise<void> {
  const by = actorName(actor);
  await insertFact(tx, { dossier: id, kind, at, by, details, of: dossierChain(id) });
  await keepState(tx, (await findDossier(tx, id))!, at);
}

/** The open request with every application that it is about, locked; never the officer’s own. */
async function toJudge({ tx, actor }: Context, asked: { readonly dossier: string; readonly request: string }) {
  const seen = await findDossier(tx, asked.dossier);
  if (!seen || isOwn(seen, actor)) return { outcome: FORBIDDEN };
  const others = seen.account === null ? [] : await handedInBy(tx, seen.account);
  const ids = await lockedOf(tx, [...new Set([seen.id, ...others])]);
  const dossier = ids && (await findDossier(tx, seen.id));
  if (!ids || !dossier) return { outcome: FORBIDDEN };
  const request = identityRequests(await identityFacts(tx, [dossier.id])).find(({ id }) => id === asked.request);
  if (!request) return { outcome: FORBIDDEN };
  // Taken into an account meanwhile: there may be other applications.
  if (dossier.account !== seen.account) return { outcome: stale({}) };
  return request.outcome === null ? { dossier, ids, asked: request.asked } : { outcome: invalid([ANSWERED]) };
}

async function tellPerson(context: Context, dossier: Dossier, words: Parameters<typeof tell>[3]): Promise<void> {
  await tell(context, dossier, (await findIntake(context.tx, dossier.intake))!, words);
}

const WAITS = issue(
  "request",
  "Une demande attend déjà sa réponse : retirez-la d’abord, si elle n’est pas la bonne.",
  "A request already waits for its answer: withdraw it first, if it is not the right one.",
);

const ANSWERED = issue(
  "request",
  "Cette demande a déjà sa réponse, ou elle a été retirée.",
  "This request has its answer already, or it was withdrawn.",
);

const NOTHING_CHANGED = issue(
  "birthName",
  "Rien n’est à corriger : changez d’abord ce qui est faux.",
  "There is nothing to correct: first change what is wrong.",
);

const HOW = issue("how", "Dites comment la personne vous l’a demandé.", "Say how the person asked you.");

const GROUND = issue("ground", "Dites pourquoi : la personne le lira.", "Say why: the person will read it.");
