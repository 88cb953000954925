/**
 * Whether a contract, a convention or a quote with a code still says what holds, by the facts that came after it: a withdrawal, other
 * amounts, another cohort. What an act did not withdraw under its code, such as before acts did so, is told all the same.
 */
import type { FindsPaperEnded } from "../../act/act.ts";
import { addDays } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { grantsWithin, paperEndedOn, readContract } from "../rules/contract.ts";
import { contractChain } from "../rules/facts.ts";
import { factsOf, personOf } from "../store.ts";
import type { Covers } from "./frozen.ts";

const PREFIX = contractChain("");

export const contractPaperEnded: FindsPaperEnded = async (context, { about, what, data, at }) => {
  const { tx, law: lawOf, zone, today } = context;
  const dossier = about.slice(PREFIX.length);
  const person = await personOf(tx, dossier);
  const money = person && lawOf(person.diploma, { version: person.lawVersion })?.establishment.money;
  if (!person || !money) return undefined;
  const { payers } = money;
  const facts = await factsOf(tx, [dossier]);
  const read = readContract(facts, payers);
  const [kind = "", source = ""] = what.split(":");
  const own = kind === "contract";
  // A contract signed after a withdrawal is another one: only what was issued before the letter ends with it.
  const left = facts.findLast((fact) => fact.kind === "renounced" && !fact.details.late);
  const before = left !== undefined && at < left.at;
  if (before && (own || paperEndedOn(read, false) !== null)) return "withdrawn";
  const shares = read.contract?.shares ?? [];
  const share = shares.find((one) => one.source === source);
  // Who has no place any more, and never entered, has nothing left to sign.
  const gone = !person.accepted && person.enrolment === null;
  if (!share || (gone && share.signed === null)) return "outdated";
  const covers = data as Partial<Covers>;
  if (kind === "quote") {
    const { days } = money.papers?.quote ?? {};
    if (days !== undefined && today > addDays(dayIn(at, zone), days)) return "outdated";
    // Those issued before their amounts were kept: said anew since, they may be others.
    if (covers.share === undefined)
      return facts.some((fact) => fact.kind === "shares" && fact.at > at) ? "outdated" : undefined;
  }
  const sums = { share: share.amount, grants: grantsWithin(source, { shares, payers }) };
  if (covers.share !== sums.share || covers.grants !== sums.grants) return "outdated";
  // Who is enrolled may go on in a later cohort by what they signed for the first.
  const moved = person.enrolledIn === null && read.cohort !== null && covers.cohort !== undefined;
  return moved && covers.cohort !== read.cohort ? "outdated" : undefined;
};
