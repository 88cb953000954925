/**
 * A contract read from its facts: who pays what today, which signatures and answers still hold, what was handed over. Pure.
 *
 * A signature holds for the amounts and the cohort that its paper was for: where a fund fails and another pays its part, or another cohort
 * is chosen, the papers that change are signed anew. A fund's answer holds for a share that it covers, or of which another owes the rest.
 */
import type { SignedFrom } from "../../billing/rules/signed-from.ts";
import type { Day } from "../../kit/day.ts";
import type { AgreementInput } from "../../decisions/agreement/rule.ts";
import type { Money, Paper, PayerEntry } from "../../law/money.ts";
import type {
  Answer,
  CarriedBill,
  ContractFact,
  ContractState,
  DetailsOf,
  FactKind,
  FactOf,
  Place,
  Plan,
  SharedAs,
  ThirdFee,
} from "./facts.ts";

/** The other party's signature, and the school's. */
type Signed = {
  readonly on: Day;
  readonly how: "page" | "paper";
  readonly concluded: Place;
  readonly startRequested: boolean;
  readonly stated: readonly string[];
  readonly by: string;
  readonly signature: string;
  /** By who pays, on the page; null of a paper, and of what was signed before it was kept. */
  readonly from: SignedFrom | null;
  readonly countersigned: { readonly on: Day; readonly by: string } | null;
};
type Granted = {
  readonly on: Day;
  readonly answer: Answer;
  readonly amount: number;
  readonly number: string | null;
  readonly file: string | null;
};
/** By its link, where it was sent last for today's amounts; and why it was not signed. */
type Sent = {
  readonly on: Day;
  readonly guest: string;
  readonly declined: { readonly on: Day; readonly words: string; readonly by: string } | null;
};
type ContractShare = SharedAs & {
  readonly signed: Signed | null;
  readonly sent: Sent | null;
  /** The last request to the fund or the platform, as long as it has no answer. */
  readonly asked: { readonly on: Day; readonly number: string | null } | null;
  /** The fund's last answer on this share. */
  readonly answer: Granted | null;
  /** By all parties. */
  readonly signedOn: Day | null;
  readonly grantedOn: Day | null;
  /** What a fund agreed to pay; null as long as it has not. */
  readonly granted: number | null;
  readonly number: string | null;
  /** The person withdrew from this contract in time, and no other is signed by all parties since: nothing is owed of it. */
  readonly undone: boolean;
};

export type Contract = {
  readonly price: number;
  /** The decision on hours that gave the price. */
  readonly relief: string;
  readonly shares: readonly ContractShare[];
  readonly plan: Plan | null;
  /** Within the person's share. */
  readonly thirds?: readonly ThirdFee[];
  /** Sources whose answer leaves a part of the price unpaid: the shares are to be said again. */
  readonly short: readonly string[];
  /** The person withdrew from it in time: who pays is to be said again, if they keep their place. */
  readonly undone: boolean;
  /** Concluded before the school used this service: no paper of ours is signed for it. */
  readonly carried: boolean;
};
export type Read = {
  readonly cohort: string | null;
  /** Of the yearly declaration. */
  readonly status: string | null;
  readonly handed: readonly string[];
  /** On which each was handed over first. */
  readonly handedOn: Readonly<Record<string, Day>>;
  /** Null as long as nobody said who pays. */
  readonly contract: Contract | null;
  /** What was asked and paid before the school used this service. */
  readonly billedBefore: readonly CarriedBill[];
  readonly renounced: (DetailsOf["renounced"] & { readonly on: Day }) | null;
  /** What the school answered to the last withdrawal, which came too late; null as long as it has not. */
  readonly lateAnswer: (DetailsOf["late-answered"] & { readonly on: Day }) | null;
  /** Payers who know that the person does not come. */
  readonly payersTold: readonly string[];
  readonly anyway: (DetailsOf["enrolled-anyway"] & { readonly on: Day }) | null;
};

type Payers = readonly PayerEntry[];

/**
 * Since when a paper holds no more: `own`, the person's, from their withdrawal in time until they say anew who pays; the papers of the others
 * where they gave their place up, since these then have no object.
 */
export function paperEndedOn({ contract, renounced }: Pick<Read, "contract" | "renounced">, own: boolean): Day | null {
  if (!renounced || renounced.late) return null;
  return renounced.place !== "kept" || (own && contract?.undone) ? renounced.on : null;
}

/** Facts in the order in which they were noted. */
export function readContract(facts: readonly ContractFact[], payers: Payers): Read {
  const handedOn: Record<string, Day> = {};
  for (const { on, details } of ofKind(facts, "handed"))
    for (const key of details.keys) if (!(key in handedOn) || on < handedOn[key]!) handedOn[key] = on;
  const renounced = ofKind(facts, "renounced").at(-1);
  const anyway = ofKind(facts, "enrolled-anyway").at(-1);
  const answers = facts.slice(facts.findLastIndex(({ kind }) => kind === "renounced") + 1);
  const lateAnswer = renounced?.details.late ? ofKind(answers, "late-answered").at(-1) : undefined;
  const before = ofKind(facts, "carried").at(-1);
  const said = facts.findLast(({ kind }) => kind === "shares" || kind === "carried");
  return {
    cohort: chosenIn(facts),
    status: ofKind(facts, "status").at(-1)?.details.status ?? null,
    handed: Object.keys(handedOn),
    handedOn,
    contract:
      said?.kind === "carried"
        ? carriedContract(said, payers)
        : said?.kind === "shares"
          ? contractIn(facts, said.details, payers)
          : null,
    billedBefore: before?.details.billed ?? [],
    renounced: renounced ? { on: renounced.on, ...renounced.details } : null,
    lateAnswer: lateAnswer ? { on: lateAnswer.on, ...lateAnswer.details } : null,
    payersTold: ofKind(facts, "payer-told").map(({ details }) => details.source),
    anyway: anyway ? { on: anyway.on, ...anyway.details } : null,
  };
}

function ofKind<K extends FactKind>(facts: readonly ContractFact[], kind: K) {
  return facts.filter((fact) => fact.kind === kind) as unknown as readonly FactOf<K>[];
}

/** Everybody signed, or answered, where it was concluded. */
function carriedContract({ on, details }: FactOf<"carried">, payers: Payers): Contract {
  const { price, relief, shares } = details;
  const read = shares.map((share): ContractShare => {
    const { paper, fund = false } = payers.find(({ payer }) => payer === share.source) ?? {};
    const accord = paper === "grant";
    const agreed = { signedOn: accord ? null : on, grantedOn: accord ? on : null, granted: fund ? share.amount : null };
    return { ...share, signed: null, sent: null, asked: null, answer: null, ...agreed, number: null, undone: false };
  });
  return { price, relief, shares: read, plan: null, short: [], undone: false, carried: true };
}

function contractIn(facts: readonly ContractFact[], said: DetailsOf["shares"], payers: Payers): Contract {
  const { price, relief, shares, plan, thirds } = said;
  const paperOf = (source: string) => payers.find(({ payer }) => payer === source)?.paper;
  const answers = new Map(shares.map((share) => [share.source, answerOn(facts, share)]));
  const platform = shares.find(({ source, amount }) => amount > 0 && paperOf(source) === "platform");
  const left = leftAt(facts);
  const saidAt = facts.findLastIndex(({ kind }) => kind === "shares");
  const read = shares.map((share): ContractShare => {
    const own = paperOf(share.source) === "contract";
    // What the person withdrew from and said anew is signed anew, whatever its amount.
    const since = own && left < saidAt ? left + 1 : 0;
    const signed = share.platform ? null : signatureFor(facts, share, { shares, payers, since });
    const answer = answers.get(share.source) ?? null;
    const granted = answer && holds(answer, share) ? answer.amount : null;
    const accord = paperOf(share.source) === "grant";
    const byAll = signed?.countersigned ? later(signed.on, signed.countersigned.on) : null;
    const agreed = granted === null ? null : answer!.on;
    // A person's rest beside a platform is agreed on there, with the platform's own part.
    const there = share.platform && platform ? answers.get(platform.source) : undefined;
    const onPlatform = there && holds(there, platform!) ? there.on : null;
    return {
      ...share,
      signed,
      sent: signed || share.platform ? null : sentFor(facts, share, { shares, payers }),
      asked: askedOf(facts, share),
      answer,
      signedOn: byAll ?? onPlatform ?? (accord ? null : agreed),
      grantedOn: accord ? agreed : null,
      granted,
      number: answer?.number ?? askedNumber(facts, share.source),
      undone: own && left >= 0 && !(left < saidAt && byAll !== null),
    };
  });
  const short = read.filter((share) => share.answer && share.granted === null).map(({ source }) => source);
  const apart = thirds && { thirds };
  return { price, relief, shares: read, plan, ...apart, short, undone: left > saidAt, carried: false };
}

/** Where among the facts the person last withdrew in time; -1 where they did not. */
function leftAt(facts: readonly ContractFact[]): number {
  return facts.findLastIndex((fact) => fact.kind === "renounced" && !fact.details.late);
}

/** An answer counts until the fund gives another. */
function answerOn(facts: readonly ContractFact[], { source, amount }: SharedAs): Granted | undefined {
  if (amount === 0) return undefined;
  const last = ofKind(facts, "granted").findLast(({ details }) => details.source === source);
  return last && { on: last.on, ...last.details };
}

function askedOf(facts: readonly ContractFact[], { source, amount }: SharedAs): ContractShare["asked"] {
  const last = facts.findLast(
    ({ kind, details }) =>
      (kind === "asked" || kind === "granted") && (details as { source: string }).source === source,
  );
  return last?.kind === "asked" && amount > 0 ? { on: last.on, number: last.details.number } : null;
}

/** Its number is known from the request on, and asked only once. */
function askedNumber(facts: readonly ContractFact[], source: string): string | null {
  const numbered = ofKind(facts, "asked").filter(({ details }) => details.source === source && details.number !== null);
  return numbered.at(-1)?.details.number ?? null;
}

function holds({ answer, amount }: Granted, share: SharedAs): boolean {
  if (answer !== "granted" && answer !== "in-part") return false;
  return amount >= share.amount || share.behind !== undefined;
}

type Among = { readonly shares: readonly SharedAs[]; readonly payers: Payers };

/** What all accords pay together: it stands in the convention of the first employer. */
function grantsOf({ shares, payers }: Among): number {
  const accords = payers.filter(({ paper }) => paper === "grant").map(({ payer }) => payer);
  return shares.reduce((sum, { source, amount }) => sum + (accords.includes(source) ? amount : 0), 0);
}

/** The accords' part of this source's paper: that of the first employer, 0 of any other. */
export function grantsWithin(source: string, among: Among): number {
  const employers = among.payers.filter(({ employer }) => employer).map(({ payer }) => payer);
  const first = among.shares.find((share) => employers.includes(share.source));
  return first?.source === source ? grantsOf(among) : 0;
}

function signatureFor(
  facts: readonly ContractFact[],
  { source, amount }: SharedAs,
  { since, ...among }: Among & { readonly since: number },
): Signed | null {
  const grants = grantsWithin(source, among);
  const at = facts.findLastIndex(
    ({ kind, details }, place) =>
      place >= since && kind === "signed" && "source" in details && details.source === source,
  );
  const fact = facts[at];
  if (fact?.kind !== "signed" || fact.details.share !== amount || fact.details.grants !== grants) return null;
  if (fact.details.cohort !== undefined && fact.details.cohort !== (chosenIn(facts) ?? fact.details.cohort))
    return null;
  const { how, concluded, startRequested, stated, by, signature, from = null } = fact.details;
  const school = ofKind(facts.slice(at), "countersigned").find(({ details }) => details.source === source);
  const countersigned = school ? { on: school.on, by: school.details.by } : null;
  return { on: fact.on, how, concluded, startRequested, stated, by, signature, from, countersigned };
}

/** The cohort that the office chose; null where the first day that was accepted says it. */
function chosenIn(facts: readonly ContractFact[]): string | null {
  return ofKind(facts, "cohort").at(-1)?.details.cohort ?? null;
}

/** Sent again after a refusal, it waits again. */
function sentFor(facts: readonly ContractFact[], { source, amount, payer }: SharedAs, among: Among): Sent | null {
  const grants = grantsWithin(source, among);
  const ofThis = ({ details }: FactOf<"sent" | "declined">) =>
    details.source === source && details.share === amount && details.grants === grants;
  const at = facts.findLastIndex((one) => one.kind === "sent" && ofThis(one) && one.details.to === payer);
  const sent = facts[at];
  if (sent?.kind !== "sent") return null;
  const declined = ofKind(facts.slice(at), "declined").findLast(ofThis);
  const { words = "", by = "" } = declined?.details ?? {};
  return { on: sent.on, guest: sent.details.guest, declined: declined ? { on: declined.on, words, by } : null };
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/**
 * The days that an enrolment keeps: on which the person's contract was concluded, else the last paper of those who pay for them; and on which
 * the last of what is owed before was handed over.
 */
export function concludedOn({ contract, handedOn }: Pick<Read, "contract" | "handedOn">, payers: Payers) {
  const shares = contract?.shares ?? [];
  const own = shares.find(({ source }) => payers.some(({ payer, paper }) => payer === source && paper === "contract"));
  const days = shares.flatMap(({ signedOn, grantedOn }) => signedOn ?? grantedOn ?? []).toSorted();
  const contractOn = own?.signedOn ?? days.at(-1) ?? null;
  return { contractOn, givenOn: Object.values(handedOn).toSorted().at(-1) ?? null };
}

type Stated = { readonly contract: readonly string[]; readonly convention: readonly string[] };

/**
 * The question for the decision on the agreement, without what all decisions are asked. `stated`: what a paper says that nobody signed yet;
 * a signed one keeps saying what it said.
 */
export function agreementInput(
  { contract, handed, renounced }: Read & { readonly contract: Contract },
  { startsOn, stated, payers }: { readonly startsOn: Day; readonly stated: Stated; readonly payers: Payers },
): Omit<AgreementInput, "id" | "on" | "diploma" | "version" | "establishment"> {
  const { shares } = contract;
  const paperOf = (source: string) => payers.find(({ payer }) => payer === source)?.paper;
  const concluded = (paper: string) =>
    shares.find(({ source, signedOn, signed }) => signedOn !== null && signed && paperOf(source) === paper);
  const own = concluded("contract");
  const person = own?.signed;
  const employer = concluded("convention")?.signed;
  // A letter about a contract that another has since replaced says nothing of that one.
  const stands = own && renounced && (own.undone || renounced.late);
  const letterOn = stands && renounced.on >= own.signedOn! ? renounced.on : undefined;
  return {
    startsOn,
    shares: shares.map(({ source, amount, signedOn, grantedOn, platform }) => ({
      source,
      amount,
      ...(signedOn !== null && { signedOn }),
      ...(grantedOn !== null && { grantedOn }),
      ...(platform && { platform }),
    })),
    ...(person && { concluded: person.concluded, startRequested: person.startRequested }),
    ...(letterOn !== undefined && { letterOn }),
    stated: {
      contract: [...(person?.stated ?? stated.contract)],
      convention: [...(employer?.stated ?? stated.convention)],
      before: [...handed],
    },
  };
}

/** What is handed over before and is not yet, by its keys; some of it only to those who sign a contract. */
export function toHand(
  { contract, handed }: Pick<Read, "contract" | "handed">,
  { agreement, payers }: Pick<Money, "agreement" | "payers">,
): readonly string[] {
  if (contract?.carried) return [];
  const bound = (contract?.shares ?? []).some(
    ({ source, amount, platform }) =>
      amount > 0 && !platform && payers.find(({ payer }) => payer === source)?.paper === "contract",
  );
  return agreement.particulars.before
    .filter((one) => (!one.contract || bound) && !handed.includes(one.particular))
    .map((one) => one.particular);
}

export type KeptPaper = {
  readonly source: string;
  readonly paper: Paper;
  readonly amount: number;
  /** By the other party, where it signs; the day. */
  readonly signed: Day | null;
  readonly countersigned: Day | null;
  /** A fund's answer holds. */
  readonly answered: boolean;
  /** Since when its answer is awaited; left out where nobody noted that it was asked. */
  readonly asked?: Day;
  /** Of a convention that was sent by its link and is not signed: the payer of the register, the day, and that of a refusal. */
  readonly sent?: { readonly to: string; readonly on: Day; readonly declined: Day | null };
};

/** What is kept of a contract: nothing of it depends on today. */
export type Kept = {
  readonly state: ContractState;
  readonly relief: string | null;
  readonly papers: readonly KeptPaper[];
  readonly toHand: readonly string[];
};
type Decided = {
  readonly papers: readonly Pick<KeptPaper, "source" | "paper" | "amount">[];
  readonly enrolment: string;
};

/** `decided`: the answer on the agreement; none as long as nobody said who pays. */
export function keptOf(read: Read, decided: Decided | undefined, money: Pick<Money, "agreement" | "payers">): Kept {
  const { contract, renounced } = read;
  if (contract?.carried && !renounced) return { state: "concluded", relief: contract.relief, papers: [], toHand: [] };
  const papers = (decided?.papers ?? []).flatMap(({ source, paper, amount }): KeptPaper[] => {
    const share = contract!.shares.find((one) => one.source === source)!;
    const { signed, signedOn, grantedOn, platform, sent, payer } = share;
    // What the person pays on a platform is agreed on there, with the platform's own part.
    if (platform) return [];
    const [on, countersigned] = [signed?.on ?? null, signed?.countersigned?.on ?? null];
    const answered = !isSigned(paper) && (signedOn !== null || grantedOn !== null);
    const awaited = share.asked && !answered ? { asked: share.asked.on } : {};
    const kept = { source, paper, amount, signed: on, countersigned, answered, ...awaited };
    // Left out where it was not sent, as in what was kept before conventions were.
    if (!sent || payer === null) return [kept];
    return [{ ...kept, sent: { to: payer, on: sent.on, declined: sent.declined?.on ?? null } }];
  });
  const state = (): ContractState => {
    if (renounced && !renounced.late && renounced.place !== "kept") return "withdrawn";
    if (!contract || contract.short.length > 0 || contract.undone) return "unsaid";
    return decided?.enrolment === "may" ? "concluded" : "to-conclude";
  };
  return { state: state(), relief: contract?.relief ?? null, papers, toHand: toHand(read, money) };
}

/** Ours: the other party signs it, then the school. Any other is answered by who pays. */
export function isSigned(paper: Paper | undefined): paper is "contract" | "convention" {
  return paper === "contract" || paper === "convention";
}
