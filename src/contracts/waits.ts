/** What waits of a contract: to say who pays, to hand over, to sign, to countersign, to note a fund's answer. */
import { sql } from "kysely";
import { type WaitingKey, type WaitingRow, type Waits, waits } from "../act/waiting.ts";
import { personChain } from "../dossier/rules/dossier.ts";
import { addYears, type Day } from "../kit/day.ts";
import { dayIn } from "../kit/zone.ts";
import { places } from "./pages/places.ts";
import { isSigned, type KeptPaper } from "./rules/contract.ts";
import type { ContractState } from "./rules/facts.ts";

const toOffice = (dossier: string) => places.contract.to({ dossier });
const toOwn: WaitingKey["to"] = (dossier, { diploma }) => places.own.to({ diploma: String(diploma), dossier });

const KEYS = {
  sayWhoPays: {
    answeredBy: ["sayWhoPays", "noteWhoPays"],
    words: () => ({
      verb: { fr: "Dites qui paie votre formation", en: "Say who pays for your training" },
      why: {
        fr: "L’école prépare ensuite le contrat, et une convention pour qui paie avec vous.",
        en: "The school then prepares the contract, and an agreement for whoever pays with you.",
      },
    }),
    to: toOwn,
    mails: [7],
  },
  noteWhoPays: {
    answeredBy: ["noteWhoPays"],
    words: () => ({ verb: { fr: "Noter qui paie la formation", en: "Note who pays for the training" } }),
    to: toOffice,
    takenBy: ["prepare the contracts"],
  },
  handOver: {
    answeredBy: ["handOver", "signContract"],
    words: () => ({
      verb: {
        fr: "Remettre ce qui est dû avant l’inscription",
        en: "Hand over what is owed before the enrolment",
      },
    }),
    to: toOffice,
    takenBy: ["prepare the contracts"],
  },
  signContract: {
    answeredBy: ["signContract", "noteSigned"],
    words: () => ({
      verb: { fr: "Lisez votre contrat, puis signez", en: "Read your contract, then sign" },
      why: {
        fr: "Vous pourrez encore y renoncer après l’avoir signé.",
        en: "You may still withdraw from it after signing.",
      },
    }),
    to: toOwn,
    mails: [-7, -2, 0],
  },
  noteSigned: {
    answeredBy: ["noteSigned"],
    words: () => ({
      verb: { fr: "Faire signer un contrat ou une convention", en: "Have a contract or convention signed" },
    }),
    to: toOffice,
    says: {
      fr: "L’école fait signer sa convention à qui paie avec vous.",
      en: "The school has its agreement signed by whoever pays with you.",
    },
    takenBy: ["prepare the contracts"],
  },
  countersignContract: {
    answeredBy: ["countersignContract"],
    words: () => ({
      verb: {
        fr: "Signer un contrat ou une convention pour l’école",
        en: "Sign a contract or convention for the school",
      },
    }),
    to: (dossier, _, source) => places.countersign.to({ dossier, source }),
    says: { fr: "La direction signe votre contrat.", en: "The director signs your contract." },
    takenBy: ["sign the contracts"],
    mails: [7],
    many: (count) => ({
      fr: `${count} contrats et conventions à signer pour l’école`,
      en: `${count} contracts and conventions to sign for the school`,
    }),
  },
  enrol: {
    answeredBy: ["enrol", "enrolAnyway"],
    words: () => ({ verb: { fr: "Inscrire en formation", en: "Enrol in the training" } }),
    to: (dossier) => places.enrol.to({ dossier }),
    says: {
      fr: "Votre contrat est conclu. L’école vous inscrit en formation.",
      en: "Your contract is concluded. The school enrols you in the training.",
    },
    takenBy: ["run the training"],
    mails: [7],
    many: (count) => ({
      fr: `${count} personnes admises à inscrire en formation`,
      en: `${count} people admitted to enrol in the training`,
    }),
  },
  enrolAnyway: {
    answeredBy: ["enrolAnyway"],
    words: () => ({ verb: { fr: "Inscrire en formation", en: "Enrol in the training" } }),
    to: (dossier) => places.enrolAnyway.to({ dossier }),
    says: { fr: "L’école vous inscrit en formation.", en: "The school enrols you in the training." },
    takenBy: ["enrol all the same"],
    mails: [7],
  },
  noteGrant: {
    answeredBy: ["noteGrant"],
    words: () => ({ verb: { fr: "Noter la réponse d’un financeur", en: "Note the answer of a fund" } }),
    to: toOffice,
    says: { fr: "Votre financeur doit encore répondre.", en: "Your funder still has to answer." },
    takenBy: ["prepare the contracts"],
  },
} satisfies Record<string, WaitingKey>;

type Standing = {
  readonly id: string;
  readonly account: string | null;
  readonly diploma: string;
  readonly version: string;
  readonly entryOn: Day;
  readonly relief: string;
  readonly decidedAt: Date;
  readonly enrolled: boolean;
  readonly state: ContractState | null;
  readonly pricedBy: string | null;
  readonly papers: readonly KeptPaper[] | null;
  readonly toHand: readonly string[] | null;
  readonly changedAt: Date | null;
};

/** Once hours are decided, which give the price. Of somebody enrolled before contracts were made here, nothing waits. */
const contractWait = waits({
  on: "candidacy",
  after: ["dossier", "admission_fact", "contract_fact", "enrolment"],
  keys: KEYS,
  async rows({ tx, zone, law: lawOf }, ids) {
    const { rows } = await sql<Standing>`
      select a.id, d.account, i.diploma, i.law_version as version, i.settings ->> 'entryOn' as "entryOn", r.id as relief,
        r.at as "decidedAt", e.id is not null as enrolled, s.state, s.relief as "pricedBy", s.papers, s.to_hand as "toHand",
        s.changed_at as "changedAt"
      from admission_state a join dossier d on d.id = a.id join intake i on i.id = a.intake
        left join contract_state s on s.id = a.id left join enrolment e on e.dossier = a.id
        cross join lateral (
          select f.id, f.at from admission_fact f where f.dossier = a.id and f.kind = 'relief' order by f.place desc limit 1) r
      where a.id = any(${ids}::uuid[]) and a.state = 'accepted'`.execute(tx);
    return rows.flatMap((one) => {
      if (lawOf(one.diploma, { version: one.version })?.establishment.money) return ofContract(one, zone);
      // A school whose file says nothing of money concludes its contracts elsewhere.
      return one.enrolled ? [] : [lineOf(one, dayIn(one.decidedAt, zone), "enrolAnyway", "may:enrol all the same")];
    });
  },
});

type Row = WaitingRow<keyof typeof KEYS>;

function ofContract(one: Standing, zone: string): Row[] {
  const { account, diploma, entryOn, state, papers, toHand, changedAt } = one;
  if (state === "withdrawn" || (one.enrolled && state === null)) return [];
  const said = changedAt !== null && state !== "unsaid" && one.pricedBy === one.relief;
  const decided = dayIn(one.decidedAt, zone);
  const from = said ? dayIn(changedAt, zone) : decided;
  const line = (key: Row["key"], who: Row["who"], more: Partial<Row> = {}) => ({
    ...lineOf(one, from, key, who),
    ...more,
  });
  const own = account === null ? undefined : (`account:${account}` as const);
  if (!said)
    return [own ? line("sayWhoPays", own, { facts: { diploma } }) : line("noteWhoPays", "may:prepare the contracts")];
  const rows: Row[] = toHand!.length > 0 ? [line("handOver", "may:prepare the contracts")] : [];
  const by = entryOn >= from ? { due: entryOn, until: addYears(entryOn, 1) } : {};
  for (const { source, paper, signed, countersigned, answered } of papers!) {
    const part = { part: source };
    if (!isSigned(paper)) {
      if (!answered) rows.push(line("noteGrant", "may:prepare the contracts", { ...part, ...by }));
    } else if (signed === null) {
      if (own && paper === "contract") rows.push(line("signContract", own, { facts: { diploma }, ...by }));
      else rows.push(line("noteSigned", "may:prepare the contracts", { ...part, ...by }));
    } else if (countersigned === null)
      rows.push(line("countersignContract", "may:sign the contracts", { ...part, ...by }));
  }
  if (state === "concluded" && !one.enrolled) rows.push(line("enrol", "may:run the training"));
  return rows;
}

function lineOf({ id, account }: Pick<Standing, "id" | "account">, from: Day, key: Row["key"], who: Row["who"]): Row {
  return { id, key, who, person: personChain({ id, account }), from, due: null, until: addYears(from, 1) };
}

export const contractWaits: readonly Waits[] = [contractWait];
