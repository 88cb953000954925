/**
 * Signing the contract and the conventions. The person signs on the page what is shown, or a paper comes back with its scan; then the
 * director signs for the school, and the time to withdraw begins.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { actorName, may } from "../act/permissions.ts";
import { SHOWN_NOTHING } from "../act/shows.ts";
import { attachFile } from "../files/attach.ts";
import { leaves } from "../kit/machine.ts";
import { closed, Id } from "../kit/shapes.ts";
import { DaySchema, KeySchema, oneOf } from "../law/entry.ts";
import { PLACES } from "../decisions/agreement/rule.ts";
import { shownAs, sign, signedOnPaper } from "../issued-documents/sign.ts";
import { namesOf } from "../people/contact.ts";
import { countersignedLines } from "./countersigning.ts";
import { barredHere, fileIssue, ownAgreed, personal } from "./acts.ts";
import { ifSignedToday } from "./if-signed.ts";
import { concludedMail, signedMail } from "./mails.ts";
import { tellPayerNoted, tellPayerSigned } from "./by-link/telling.ts";
import * as output from "./output.ts";
import { notHandedIssue, refusals, unstatedIssue } from "./refusals.ts";
import { grantsWithin, isSigned, toHand } from "./rules/contract.ts";
import { CONTRACT, contractChain, type DetailsOf } from "./rules/facts.ts";
import { type Agreed, type Decided, decidedOn, lockOthers, settle, SETTLING_TABLES } from "./settling.ts";
import { freezePaper, frozenPaper } from "./papers/frozen.ts";
import { shownPaper } from "./shown.ts";
import { tellPerson } from "./telling.ts";

const Words = Type.String({ minLength: 1, maxLength: 500 });
const Keys = Type.Array(KeySchema, { maxItems: 60, uniqueItems: true });

/** Signed as the contract of this source. */
export const signedAs = (source: string, party: "payer" | "school") => `contract:${source}:${party}`;

export const signContract = defineAct({
  name: "signContract",
  label: { fr: "Signer son contrat de formation", en: "Sign one’s training contract" },
  who: "agree on one’s training",
  form: Type.Object(
    {
      dossier: Id,
      /** What was shown. */
      shown: Type.String({ minLength: 1, maxLength: 100 }),
      words: Words,
      /** Of what is handed over before, what the person received on the page. */
      received: Type.Optional(Keys),
      /** The person asks expressly to start within the time to withdraw. */
      startRequested: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  from: leaves(CONTRACT, "signed"),
  output: output.contractState,
  shows: { as: "shown" },
  writes: [...SETTLING_TABLES, "signature", "issued_paper", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { dossier, shown, words, received = [], startRequested = false } = input;
    const agreed = await ownAgreed(context, dossier);
    if (!agreed) return FORBIDDEN;
    const no = barredHere(context, agreed, "signed");
    if (no.length > 0) return invalid(no);
    const { money, person, read } = agreed;
    const source = personal(money);
    const paper = paperToSign(context, agreed, source);
    if (!paper || paper.paper !== "contract") return invalid([refusals.notOurs]);
    if (paper.missing.length > 0) return invalid([unstatedIssue(labelled(paper, agreed))]);
    const now = shownAs(shownPaper(agreed, source));
    if (now !== shown) return stale({ shown: now });
    const before = money.agreement.particulars.before.map(({ particular }) => particular);
    const keys = received.filter((key) => before.includes(key) && !read.handed.includes(key));
    const left = toHand({ ...read, handed: [...read.handed, ...keys] }, money);
    if (left.length > 0) return invalid([notHandedIssue(handedLabels(left, agreed))]);
    const name = person.name;
    await freezePaper(context, agreed, source);
    const signature = await sign(tx, {
      about: contractChain(dossier),
      what: signedAs(source, "payer"),
      shown,
      words,
      name,
      at,
      actor,
    });
    const stated = agreed.stated.contract;
    const how = { how: "page", concluded: "distance", startRequested } as const;
    const settled = await settle(context, agreed, [
      ...(keys.length > 0 ? [{ kind: "handed", on: today, details: { keys, how: "page" } } as const] : []),
      {
        kind: "signed",
        on: today,
        details: { ...covers(agreed, source), ...how, ...forCohort(agreed), stated, by: name, signature },
      },
    ]);
    if ("issues" in settled) return invalid(settled.issues);
    await tellSigned(context, settled.agreed);
    return done({ state: settled.state }, contractChain(dossier));
  },
});

export const noteSigned = defineAct({
  name: "noteSigned",
  label: { fr: "Noter un papier signé, avec son scan", en: "Note a signed paper, with its scan" },
  who: "prepare the contracts",
  form: Type.Object(
    {
      dossier: Id,
      source: KeySchema,
      on: DaySchema,
      /** Of a contract. */
      concluded: Type.Optional(oneOf(...PLACES)),
      startRequested: Type.Optional(Type.Boolean()),
      upload: Id,
      by: Type.String({ minLength: 1, maxLength: 200 }),
      /** Who signed it for the school; left out where the school has not. */
      forSchool: Type.Optional(Type.String({ maxLength: 200 })),
      /** What it says, where it is not the school’s paper as it stands here. */
      stated: Type.Optional(Keys),
    },
    closed,
  ),
  from: leaves(CONTRACT, "signed"),
  output: output.contractState,
  shows: { nothing: SHOWN_NOTHING.onPaper },
  writes: [...SETTLING_TABLES, "signature", "issued_paper", "stored_file", "mail", "guest_link"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { dossier, source, on, upload, startRequested = false } = input;
    const agreed = await lockOthers(context, dossier);
    if (!agreed || actor.kind !== "account") return FORBIDDEN;
    const no = barredHere(context, agreed, "signed");
    if (no.length > 0) return invalid(no);
    const paper = paperToSign(context, agreed, source);
    if (!paper || !isSigned(paper.paper)) return invalid([refusals.notOurs]);
    if (on > today) return invalid([refusals.ahead]);
    const [by, forSchool] = [input.by.trim(), input.forSchool?.trim() ?? ""];
    if (by === "") return invalid([refusals.noSigner]);
    if (forSchool !== "" && !may(actor, countersignContract.who)) return invalid([refusals.schoolSignsItself]);
    if (paper.paper === "contract" && input.concluded === undefined) return invalid([refusals.placeOfContract]);
    const stated = input.stated ?? agreed.stated[paper.paper === "contract" ? "contract" : "convention"];
    if (input.stated === undefined && paper.missing.length > 0)
      return invalid([unstatedIssue(labelled(paper, agreed))]);
    const about = contractChain(dossier);
    const attached = await attachFile(tx, { upload, account: actor.account, about, slot: `signed:${source}`, at });
    if ("problem" in attached) return invalid([fileIssue(attached.problem)]);
    // The paper that came back is the one that was printed; else it is kept as it stands here, unless it is another text than ours.
    const frozen =
      input.stated === undefined
        ? ((await frozenPaper(tx, agreed, source)) ?? (await freezePaper(context, agreed, source)))
        : undefined;
    const onPaper = { about, shown: shownAs(frozen?.document ?? null), words: ON_PAPER, at, actor };
    const scan = attached.file;
    const signature = await signedOnPaper(tx, { ...onPaper, what: signedAs(source, "payer"), name: by, scan });
    const { concluded = "premises" } = input;
    const details: DetailsOf["signed"] = {
      ...covers(agreed, source),
      ...forCohort(agreed),
      how: "paper",
      concluded,
      startRequested,
      stated,
      by,
      signature,
    };
    const school =
      forSchool !== "" &&
      (await signedOnPaper(tx, { ...onPaper, what: signedAs(source, "school"), name: forSchool, scan }));
    const settled = await settle(context, agreed, [
      { kind: "signed", on, details },
      ...(school
        ? [{ kind: "countersigned", on, details: { source, by: forSchool, signature: school } } as const]
        : []),
    ]);
    if ("issues" in settled) return invalid(settled.issues);
    if (school) await tellConcluded(context, settled.agreed, settled.answered?.fr);
    else if (source === personal(agreed.money)) await tellSigned(context, settled.agreed);
    const payer = paper.paper === "convention" ? shareOf(agreed, source).payer : null;
    if (payer !== null) await tellPayerNoted(context, { payer, dossier, person: agreed.person.name, by });
    return done({ state: settled.state }, about);
  },
});

export const countersignContract = defineAct({
  name: "countersignContract",
  label: { fr: "Signer un contrat ou une convention pour l’école", en: "Sign a contract or convention for the school" },
  who: "sign the contracts",
  form: Type.Object({ dossier: Id, source: KeySchema, words: Words }, closed),
  from: leaves(CONTRACT, "countersigned"),
  output: output.contractState,
  shows: { lines: true },
  writes: [...SETTLING_TABLES, "signature", "mail", "guest_link"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { dossier, source, words } = input;
    const agreed = await lockOthers(context, dossier);
    if (!agreed) return FORBIDDEN;
    const no = barredHere(context, agreed, "countersigned");
    if (no.length > 0) return invalid(no);
    const share = agreed.read.contract?.shares.find((one) => one.source === source);
    if (!share?.signed || share.signed.countersigned) return invalid([refusals.notSigned]);
    const { price, shares } = agreed.read.contract!;
    const labels = new Map(agreed.money.payers.map(({ payer, label }) => [payer, label]));
    const labelled = shares.map((one) => ({ ...one, label: labels.get(one.source)! }));
    const changed = context.changed(countersignedLines(source, price, labelled));
    if (changed) return changed;
    const by = actorName(actor);
    const name = (await namesOf(tx, [by]))[by] ?? "–";
    // What the other party signed, however much has changed since.
    const frozen = await frozenPaper(tx, agreed, source);
    const shown = shownAs(frozen?.document ?? shownPaper(agreed, source));
    const about = contractChain(dossier);
    const signature = await sign(tx, { about, what: signedAs(source, "school"), shown, words, name, at, actor });
    const details = { source, by: name, signature };
    const settled = await settle(context, agreed, [{ kind: "countersigned", on: today, details }]);
    if ("issues" in settled) return invalid(settled.issues);
    if (source === personal(agreed.money)) await tellConcluded(context, settled.agreed, settled.answered?.fr);
    else if (share.payer !== null)
      await tellPayerSigned(context, { payer: share.payer, dossier, person: agreed.person.name });
    return done({ state: settled.state }, about);
  },
});

/** As soon as the person has signed their own contract, and the school has not. */
async function tellSigned(context: Performing<unknown>, agreed: Agreed) {
  const { person, read, money } = agreed;
  const { amount, signed } = read.contract!.shares.find(({ source }) => source === personal(money))!;
  if (!signed) return;
  const { lastDay = null } = ifSignedToday(context, agreed) ?? {};
  const told = { number: person.number, on: signed.on, how: signed.how, amount, lastDay };
  await tellPerson(context, agreed, (lang) => signedMail(lang, told));
}

async function tellConcluded(context: Performing<unknown>, agreed: Agreed, decided: Decided | undefined) {
  const { withdrawal = null, money = null } = decided ?? {};
  const own = personal(agreed.money);
  const { signed } = agreed.read.contract!.shares.find((one) => one.source === own) ?? {};
  if (!withdrawal || !signed?.countersigned) return;
  const days = { signedOn: signed.on, schoolSignedOn: signed.countersigned.on };
  const told = { ...days, lastDay: withdrawal.lastDay, from: money?.from ?? null };
  await tellPerson(context, agreed, (lang) => concludedMail(lang, told));
}

/** The paper of a source, if it is not signed. */
export function paperToSign(
  context: Performing<unknown>,
  agreed: Agreed,
  source: string,
): Decided["papers"][number] | undefined {
  const answered = decidedOn(context, agreed);
  const papers = answered && "fr" in answered ? answered.fr.papers : [];
  const share = agreed.read.contract?.shares.find((one) => one.source === source);
  return share?.signed ? undefined : papers.find((one) => one.source === source);
}

/** What this paper is for: it holds for no other amounts. */
export function covers(
  { read, money }: Agreed,
  source: string,
): Pick<DetailsOf["signed"], "source" | "share" | "grants"> {
  const shares = read.contract!.shares;
  const share = shares.find((one) => one.source === source)!;
  return { source, share: share.amount, grants: grantsWithin(source, { shares, payers: money.payers }) };
}

const shareOf = ({ read }: Agreed, source: string) => read.contract!.shares.find((one) => one.source === source)!;

/** Whose dates and hours a paper says, where it is known. */
export function forCohort({ cohort }: Pick<Agreed, "cohort">): Pick<DetailsOf["signed"], "cohort"> {
  return cohort ? { cohort: cohort.id } : {};
}

/** What the draft lacks, parties included; else the particulars of the law. */
export function labelled({ source, paper, missing }: Decided["papers"][number], { money, papers }: Agreed) {
  const lacking = papers.find((one) => one.source === source)?.missing ?? [];
  if (lacking.length > 0) return lacking.map(({ label }) => label);
  const list = paper === "contract" || paper === "convention" ? money.agreement.particulars[paper] : [];
  return list.filter(({ particular }) => missing.includes(particular)).map(({ label }) => label);
}

function handedLabels(keys: readonly string[], { money }: Agreed) {
  return money.agreement.particulars.before
    .filter(({ particular }) => keys.includes(particular))
    .map(({ label }) => label);
}

const ON_PAPER = "Signé sur papier ; le scan est celui du papier signé.";
