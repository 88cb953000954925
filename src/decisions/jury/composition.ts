/**
 * The composition of a jury: of the members appointed, and of those who sit. The law says to whom each rule applies.
 *
 * With a quota of a quarter for one college: 2 of 8 reach it, 2 of 9 do not; of none, nothing is missing. With parity, 3 members never
 * satisfy it.
 */
import type { Diploma } from "../../law/diploma.ts";
import { type Entry, weakest } from "../../law/entry.ts";
import { type Finding, finding, type Values } from "../../law/finding.ts";
import type { Member } from "./facts.ts";

type College = Diploma["jury"]["colleges"][number];
type Rule = NonNullable<Diploma["jury"]["composition"]>[number];
/** The members examined, and the candidate for whom they sit, if any. */
type Examined = { readonly members: readonly Member[]; readonly candidate?: string };

/** In the order of the report. */
const RULES = ["presides", "colleges", "share", "parity"] as const;

/** The rules on appointed members or, if a candidate is named, on those who sit for them. */
export function compositionFindings({ jury }: Diploma, looked: Examined): Finding[] {
  const other = looked.candidate === undefined ? "sitting" : "appointed";
  const rules = jury.composition?.filter((one) => one.of !== other) ?? [];
  return RULES.flatMap((name) =>
    rules.filter(({ rule }) => rule === name).flatMap((rule) => FINDINGS[name](jury, rule, looked)),
  );
}

const FINDINGS: Record<(typeof RULES)[number], (jury: Diploma["jury"], rule: Rule, looked: Examined) => Finding[]> = {
  presides: ({ colleges }, rule, { members, candidate }) => {
    const college = colleges.find(({ key }) => key === rule.college)!;
    const presiding = members.filter((one) => one.college === college.key).map(({ id }) => id);
    const met = presiding.length > 0;
    return [
      rested("presides", met, met ? "presides" : "nobody-presides", college, rule, {
        candidate,
        college,
        there: presiding,
      }),
    ];
  },
  colleges: ({ colleges }, rule, { members, candidate }) => {
    const represented = new Set(members.map(({ college }) => college));
    const missing = colleges.filter(({ key }) => !represented.has(key));
    const met = missing.length === 0;
    const sure = colleges.reduce((least, { source }) => weakest(least, source.confidence), rule.source.confidence);
    const values = { candidate, missing, restsOn: colleges };
    return [finding("colleges", met, met ? "colleges" : "colleges-missing", rule, values, sure)];
  },
  share: ({ colleges, quotas }, rule, { members, candidate }) =>
    quotas.flatMap((quota) => {
      const college = quota.share === undefined ? undefined : named(colleges, quota.share);
      if (college === undefined) return [];
      const count = members.filter((one) => one.college === college.key).length;
      const percent = quota.value as number;
      const met = count * 100 >= members.length * percent;
      const values = { candidate, college, count, total: members.length, percent };
      return [rested("share", met, met ? "share-reached" : "share-missed", quota, rule, values)];
    }),
  parity: ({ colleges, quotas }, rule, { members, candidate }) =>
    quotas.flatMap((quota) => {
      const college = quota.parity === undefined ? undefined : named(colleges, quota.parity);
      if (college === undefined) return [];
      const collegeMembers = members.filter((one) => one.college === college.key);
      const sides = college.sides!.map((entry) => ({
        entry,
        count: collegeMembers.filter(({ side }) => side === entry.side).length,
      }));
      const met = sides.every(({ count }) => count === sides[0]!.count);
      const values = { candidate, college, sides, odd: collegeMembers.length % sides.length !== 0 };
      return [rested("parity", met, met ? "parity" : "parity-broken", quota, rule, values)];
    }),
};

function named(colleges: readonly College[], name: string): College {
  return colleges.find(({ key }) => key === name)!;
}

/** The quota is in one entry, and whom it applies to in another: the finding is no surer than either. */
function rested(condition: string, met: boolean, says: string, entry: Entry, rule: Rule, values: Values): Finding {
  const sure = weakest(entry.source.confidence, rule.source.confidence);
  return finding(condition, met, says, entry, { ...values, restsOn: [rule] }, sure);
}

/** Each seat is represented by an appointed member; a diploma whose colleges have no seats requires none. */
export function seatsFindings({ jury }: Diploma, appointed: readonly Member[]): Finding[] {
  const colleges = jury.colleges.filter(({ seats }) => seats !== undefined);
  const [college] = colleges;
  if (college === undefined) return [];
  const seats = colleges.flatMap((college) => college.seats!);
  const missing = seats.filter(({ seat }) => !appointed.some(({ represents }) => represents === seat));
  const met = missing.length === 0;
  return [finding("seats", met, met ? "seats" : "seats-missing", college, { missing, seats })];
}
