/** Whether an agreement, a schedule or an invoice is free of the `invalid` error (§§ 10, 11 and the first of 12). */
import { BEFORE, BEFORE_A_CONTRACT, FORM, IN_CONTRACT, IN_CONVENTION, type Share } from "./agreement.ts";
import { CODES, type Category, type InvoiceInput } from "./invoice.ts";
import { add, PAYERS, payerOf, SOURCES } from "./payers.ts";
import { type Issued, relayOf, type ScheduleInput, type SchedulePayer } from "./schedule.ts";
import {
  among,
  type Check,
  COMMON,
  COMMON_OPTIONAL,
  day,
  distinct,
  type Fields,
  flag,
  has,
  list,
  number,
  text,
} from "./valid.ts";

const cents = number(0, 1_000_000_000, 0);
const aCentAtLeast = number(1, 1_000_000_000, 0);
const minutes = number(0, 1_000_000, 0);
const someMinutes = number(1, 1_000_000, 0);
const percent = number(0, 100, 0);
const terms = number(0, 90, 0);
const source = among(SOURCES);
const filled =
  (check: Check, most: number): Check =>
  (value) =>
    list(check, most)(value) && (value as unknown[]).length > 0;
/** All of them, or those of whom something holds. */
const those = (is: (payer: { fund: boolean; employer: boolean; paper: string }) => boolean) =>
  SOURCES.filter((name) => is(payerOf(name)));
const FUNDS = those(({ fund }) => fund);
const EMPLOYERS = those(({ employer }) => employer);
const GRANTS = those(({ paper }) => paper === "grant");
const others = (...names: string[]) => among(SOURCES.filter((name) => !names.includes(name)));

// ---- § 10

const share: Check = (value) =>
  has(value, { source: among(["personal"]), amount: cents }, { signedOn: day, platform: flag }) ||
  has(value, { source: among(GRANTS), amount: cents }, { grantedOn: day, platform: among([false]) }) ||
  has(value, { source: others("personal", ...GRANTS), amount: cents }, { signedOn: day, platform: among([false]) });
const stated: Check = (value) =>
  has(
    value,
    {},
    {
      contract: list(among([...IN_CONTRACT, FORM])),
      convention: list(among(IN_CONVENTION)),
      before: list(among([...BEFORE, ...BEFORE_A_CONTRACT])),
    },
  );

export function isAgreement(value: unknown): boolean {
  const required = { ...COMMON, startsOn: day, shares: filled(share, 20) };
  const optional = {
    ...COMMON_OPTIONAL,
    concluded: among(["premises", "distance", "away"]),
    startRequested: flag,
    letterOn: day,
    stated,
  };
  if (!has(value, required, optional)) return false;
  const { on, shares, concluded, letterOn } = value as unknown as {
    on: string;
    shares: Share[];
    concluded?: string;
    letterOn?: string;
  };
  const above = (names: string[]) => shares.some((each) => names.includes(each.source) && each.amount > 0);
  const personal = shares.find((each) => each.source === "personal");
  const onPlatform = personal?.platform === true;
  const contract = personal !== undefined && personal.amount > 0 && !onPlatform;
  const signedOn = contract ? personal.signedOn : undefined;
  return (
    distinct(shares.map((each) => each.source)) &&
    shares.every(({ signedOn: signed = on, grantedOn: granted = on }) => signed <= on && granted <= on) &&
    !(onPlatform && !above(["cpf"])) &&
    !(contract && above(["cpf"])) &&
    !(above(GRANTS) && !shares.some((each) => EMPLOYERS.includes(each.source))) &&
    !(signedOn !== undefined && concluded === undefined) &&
    (letterOn === undefined || (signedOn !== undefined && signedOn <= letterOn && letterOn <= on))
  );
}

// ---- § 11

const nature = among(["training", "third", "indemnity"]);
const range: Check = (value) =>
  has(value, { from: day, to: day }) && (value["from"] as string) <= (value["to"] as string);
const document: Check = (value) =>
  has(value, { number: text, kind: among(["invoice"]), on: day, amount: aCentAtLeast }, { nature }) ||
  has(
    value,
    { number: text, kind: among(["invoice"]), on: day, amount: aCentAtLeast, covers: range },
    { nature: among(["training"]) },
  ) ||
  has(value, { number: text, kind: among(["credit"]), on: day, amount: aCentAtLeast, of: text });
const fixed: Check = (value) => has(value, { on: day, amount: aCentAtLeast }, { third: flag });
const OF_ALL: Fields = {
  id: text,
  fixed: list(fixed),
  terms,
  issued: list(document),
  paid: cents,
  takesOver: text,
  since: day,
  given: minutes,
  attended: minutes,
};
const payer: Check = (value) =>
  has(value, { source: among(["personal"]), amount: cents }, { ...OF_ALL, earlyEnd: percent }) ||
  has(
    value,
    { source: among(["personal"]), amount: cents, first: number(1, 100, 0), firstOn: day },
    { ...OF_ALL, earlyEnd: percent },
  ) ||
  has(value, { source: among(EMPLOYERS), amount: cents }, { ...OF_ALL, absence: percent }) ||
  has(value, { source: among(FUNDS), amount: cents }, { ...OF_ALL, granted: cents, behind: text }) ||
  has(value, { source: others("personal", ...EMPLOYERS, ...FUNDS), amount: cents }, OF_ALL);
const period: Check = (value) => has(value, { from: day, to: day, minutes });
const stop: Check = (value) =>
  has(
    value,
    {
      on: day,
      kind: among(["withdrawn", "force-majeure", "abandoned", "excluded", "school"]),
      planned: someMinutes,
      given: minutes,
      attended: minutes,
    },
    { followed: (followed) => followed === null || day(followed) },
  );

export function isSchedule(value: unknown): boolean {
  const required = { ...COMMON, periods: filled(period, 60), payers: filled(payer, 20) };
  if (!has(value, required, { ...COMMON_OPTIONAL, stop })) return false;
  const { on, periods, payers, stop: stopped } = value as unknown as ScheduleInput;
  const sources = payers.map((each) => each.source);
  const days = periods.map(({ from, to }) => [from, to]);
  const backers = payers.filter((each) => [...EMPLOYERS, "personal"].includes(each.source)).map(nameOf);
  const cpf = payers.some((each) => each.source === "cpf" && each.amount > 0);
  return (
    days.every(([from, to], at) => from! <= to! && (at === 0 || days[at - 1]![1]! < from!)) &&
    distinct(payers.map(nameOf)) &&
    relaysHold(value as unknown as ScheduleInput) &&
    !(cpf && sources.includes("personal")) &&
    payers.every(({ amount, granted = amount, behind }) => {
      if (behind !== undefined && !backers.includes(behind)) return false;
      return granted <= amount && !(granted < amount && behind === undefined);
    }) &&
    payers.every((each) => documentsHold(on, EMPLOYERS.includes(each.source), each.issued ?? [])) &&
    (stopped === undefined ||
      (stopped.on <= on &&
        (stopped.followed ?? stopped.on) <= stopped.on &&
        stopped.attended <= stopped.given &&
        stopped.given <= stopped.planned))
  );
}

const nameOf = ({ id, source: kind }: SchedulePayer) => id ?? kind;

/** Whoever takes over does so from another of the same amount, once, on a later day of the periods; at a stop each has its minutes. */
function relaysHold({ periods, payers, stop: stopped }: ScheduleInput): boolean {
  for (const [at, payer] of payers.entries()) {
    const { takesOver, since, source: kind } = payer;
    if ((takesOver === undefined) !== (since === undefined)) return false;
    if (takesOver === undefined && payers.slice(0, at).some((each) => each.source === kind)) return false;
    if (takesOver === undefined || since === undefined) continue;
    const from = payers.find((each) => nameOf(each) === takesOver);
    if (from === undefined || from.amount !== payer.amount || since <= (from.since ?? "")) return false;
    if (since < periods[0]!.from || since > periods.at(-1)!.to) return false;
    if (kind === "personal" && from.source === "personal") return false;
    if (payers.some((each) => each !== payer && each.takesOver === takesOver)) return false;
  }
  return payers.every((payer) => {
    const { given, attended, amount, granted = amount } = payer;
    const relay = relayOf(payer, payers);
    if (relay.length === 1) return given === undefined && attended === undefined;
    if (granted !== amount) return false;
    if (stopped === undefined) return given === undefined && attended === undefined;
    return (
      given !== undefined &&
      attended !== undefined &&
      attended <= given &&
      add(relay.map((each) => each.given ?? 0)) <= stopped.given &&
      add(relay.map((each) => each.attended ?? 0)) <= stopped.attended
    );
  });
}

function documentsHold(on: string, ofEmployer: boolean, documents: Issued[]): boolean {
  const invoices = documents.filter(({ kind }) => kind === "invoice");
  const credits = documents.filter(({ kind }) => kind === "credit");
  const mayBe = (credit: Issued) => invoices.some((each) => each.number === credit.of && each.on <= credit.on);
  const within = ({ number, amount }: Issued) => {
    const its = credits.filter(({ of }) => of === number);
    return add(its.map((each) => each.amount)) <= amount;
  };
  return (
    invoices.length <= 500 &&
    credits.length <= 500 &&
    distinct(documents.map((each) => each.number)) &&
    documents.every((each) => each.on <= on && (ofEmployer || each.nature !== "indemnity")) &&
    credits.every(mayBe) &&
    invoices.every(within)
  );
}

// ---- § 12, the first half

const basis: Check = (value) =>
  has(value, { by: among(["agreed"]), amount: aCentAtLeast }) ||
  has(value, { by: among(["hours"]), minutes, rate: cents, before: cents }, { cap: cents }) ||
  (has(value, { by: among(["completion"]), agreed: cents, planned: someMinutes, done: minutes, before: cents }) &&
    (value["done"] as number) <= (value["planned"] as number));
const credited: Check = (value) =>
  has(
    value,
    { number: text, on: day, amount: cents, credited: cents, vat: among(["E", "O", "S"]), type: among([380, 386]) },
    { code: text },
  ) &&
  (value["credited"] as number) <= (value["amount"] as number) &&
  (!("code" in value) || CODES[value["vat"] as Category].includes(value["code"] as string));
/** An attestation that ends before it begins never holds, and may be given. */
const attestation: Check = (value) => has(value, { number: text, from: day }, { to: day });

export function isInvoice(value: unknown): boolean {
  const required: Fields = {
    ...COMMON,
    kind: among(["invoice", "credit"]),
    series: (series) => typeof series === "string" && isSeries(series),
    regime: among(["attested", "nonprofit", "outside", "franchise", "taxed"]),
    source,
    period: (range) => has(range, { from: day, to: day }) && (range["from"] as string) <= (range["to"] as string),
    basis,
  };
  const optional: Fields = {
    ...COMMON_OPTIONAL,
    last: (last) => has(last, { number: number(1, 99_998, 0), on: day }),
    nature,
    terms,
    of: credited,
    attestation,
  };
  if (!has(value, required, optional)) return false;
  const input = value as unknown as InvoiceInput;
  const { on, kind, of } = input;
  const special = (input.nature ?? "training") !== "training";
  const indemnity = input.nature === "indemnity";
  return (
    (kind === "credit") === "of" in value &&
    (of === undefined || of.on <= on) &&
    !((special || kind === "credit") && input.basis.by !== "agreed") &&
    !(indemnity && PAYERS.get(input.source)?.employer !== true)
  );
}

/** One to ten capitals, looked at one by one. */
function isSeries(series: string): boolean {
  const letters = series.split("");
  return letters.length >= 1 && letters.length <= 10 && letters.every((one) => one >= "A" && one <= "Z");
}
