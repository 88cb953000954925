/**
 * What waits of a contract: to say who pays, to hand over, to sign, to countersign, to note a fund's answer; and once somebody withdrew from
 * it, what is left to do of it.
 */
import { sql } from "kysely";
import { leavesNothingToPay } from "../admission/accepted.ts";
import { type WaitingKey, type WaitingRow, type Waits, waits } from "../act/waiting.ts";
import { personChain } from "../dossier/rules/dossier.ts";
import { addDays, addYears, type Day } from "../kit/day.ts";
import { type Label, sayDay, sayMoney } from "../kit/lang.ts";
import { dayIn } from "../kit/zone.ts";
import { type EnrolmentState, isOver } from "../training/rules/enrolment.ts";
import { payerChain } from "../billing/payers/acts.ts";
import { paying } from "./by-link/pages/places.ts";
import type { Law } from "../law/law.ts";
import type { Teaching } from "../law/teaching.ts";
import { places } from "./pages/places.ts";
import { handedByOffice } from "./papers/beside.ts";
import { aboutOne } from "../page/about-one.ts";
import { isSigned, type KeptPaper, toHand } from "./rules/contract.ts";
import type { ContractState } from "./rules/facts.ts";

const toOffice = (dossier: string) => places.contract.to({ dossier });
const toOwn: WaitingKey["to"] = (dossier, { diploma }) => places.own.to({ diploma: String(diploma), dossier });

const KEYS = {
  sayWhoPays: {
    answeredBy: ["sayWhoPays", "noteWhoPays"],
    words: ({ anew = null, ahead = null }) => (anew === null ? firstSaid(ahead) : ANEW[anew as Anew]),
    to: toOwn,
    // Within the days of the school’s file, and until the intake begins: well before, since funds are asked ahead, and after. In training: a week after it waits.
    mails: [-60, -30, -7, 7, 21],
  },
  noteWhoPays: {
    answeredBy: ["noteWhoPays", "sayWhoPays"],
    words: ({ anew = null, training = null }) =>
      anew === null
        ? {
            verb: { fr: "Noter qui paie la formation", en: "Note who pays for the training" },
            ...(training !== null && { why: UNBILLED }),
          }
        : {
            verb: { fr: "Redire qui paie, avec la personne", en: "Say again who pays, with the person" },
            why: OFFICE[anew as Anew],
          },
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
  completeContract: {
    answeredBy: ["signContract", "noteSigned"],
    words: () => ({
      verb: {
        fr: "Compléter un contrat, et le faire signer par la personne",
        en: "Complete a contract, and have the person sign it",
      },
      why: {
        fr: "Sa page dit ce qui manque, et qui le donne. Si rien ne manque, il attend la personne.",
        en: "Its page says what is missing, and who gives it. Where nothing is, it waits for the person.",
      },
    }),
    to: toOffice,
    says: {
      fr: "L’école complète votre contrat, puis vous le signez ici.",
      en: "The school completes your contract; then you sign it here.",
    },
    takenBy: ["prepare the contracts"],
    many: (count) => ({
      fr: `${count} contrats à compléter, et à faire signer par la personne`,
      en: `${count} contracts to complete, and to have signed by the person`,
    }),
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
    answeredBy: ["noteSigned", "sendConvention", "signConvention", "declineConvention"],
    words: ({ sent = null, declined = null }) => ({
      verb: signedVerb(sent, declined),
      ...(sent === null && {
        why: {
          fr: "Sa page dit d’abord ce qui manque au papier, et qui le donne.",
          en: "Its page says first what the paper lacks, and who gives it.",
        },
      }),
    }),
    to: toOffice,
    says: {
      fr: "L’école fait signer sa convention à qui paie avec vous.",
      en: "The school has its agreement signed by whoever pays with you.",
    },
    takenBy: ["prepare the contracts"],
  },
  signConvention: {
    answeredBy: ["signConvention", "declineConvention", "noteSigned"],
    words: () => ({
      verb: { fr: "Lisez la convention, puis signez", en: "Read the convention, then sign" },
      why: {
        fr: "L’école signe ensuite, et la convention est à télécharger ici.",
        en: "The school then signs, and the convention is here to download.",
      },
      go: { fr: "Lire la convention", en: "Read the convention" },
    }),
    to: (dossier, { payer }, source) => paying.convention.to({ payer: String(payer), dossier, source }),
    takenBy: ["pay for others"],
    mails: [-7, -2, 0],
  },
  countersignContract: {
    answeredBy: ["countersignContract"],
    words: ({ paper }) => ({
      verb:
        paper === "contract"
          ? { fr: "Signer le contrat de formation pour l’école", en: "Sign the training contract for the school" }
          : { fr: "Signer la convention d’un payeur pour l’école", en: "Sign a payer’s convention for the school" },
    }),
    to: (dossier, _, source) => places.countersign.to({ dossier, source }),
    says: {
      fr: "La direction signe un contrat ou une convention de votre formation.",
      en: "The director signs a contract or an agreement of your training.",
    },
    takenBy: ["sign the contracts"],
    signs: true,
    mails: [-2, 0, 7],
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
    words: ({ asked = null }) => ({
      verb:
        asked === null
          ? { fr: "Noter la demande à un financeur, puis sa réponse", en: "Note what a fund is asked, then its answer" }
          : {
              fr: `Noter la réponse d’un financeur, demandée le ${sayDay(String(asked), "fr")}`,
              en: `Note the answer of a fund, asked on ${sayDay(String(asked), "en")}`,
            },
    }),
    to: toOffice,
    says: { fr: "Votre financeur doit encore répondre.", en: "Your funder still has to answer." },
    takenBy: ["prepare the contracts"],
  },
  tellPayer: {
    answeredBy: ["notePayerTold"],
    words: () => ({
      verb: {
        fr: "Prévenir un payeur que la personne ne vient pas",
        en: "Tell a payer that the person does not come",
      },
      why: {
        fr: "La personne a renoncé à son contrat et rendu sa place. Ce payeur a signé, ou accordé une prise en charge.",
        en: "The person withdrew from their contract and gave their place back. This payer signed, or granted to pay.",
      },
    }),
    to: (dossier, _, source) => places.payerTold.to({ dossier, source }),
    takenBy: ["prepare the contracts"],
  },
  answerLateWithdrawal: {
    answeredBy: ["answerLateWithdrawal"],
    words: () => ({
      verb: { fr: "Répondre à une rétractation venue trop tard", en: "Answer a withdrawal that came too late" },
      why: {
        fr: "Le contrat tient. La personne attend de savoir ce qu’elle peut faire.",
        en: "The contract stands. The person waits to know what they may do.",
      },
    }),
    to: (dossier) => places.lateAnswer.to({ dossier }),
    says: {
      fr: "L’école répond à votre rétractation, venue après le dernier jour.",
      en: "The school answers your withdrawal, which came after the last day.",
    },
    takenBy: ["prepare the contracts"],
    mails: [7],
  },
  toInvoice: {
    answeredBy: ["issueProposed", "issueTogether"],
    words: ({ asks, credits }) => {
      const [sums, amounts] = [Number(asks), Number(credits)];
      const [fr, en] = [sayMoney(sums > 0 ? sums : amounts, "fr"), sayMoney(sums > 0 ? sums : amounts, "en")];
      return {
        verb: sums > 0 ? { fr: `Facturer ${fr}`, en: `Invoice ${en}` } : { fr: `Créditer ${fr}`, en: `Credit ${en}` },
      };
    },
    to: (dossier) => places.proposed.to(undefined, aboutOne(dossier)),
    takenBy: ["keep the accounts"],
    many: (count) => ({
      fr: `${count} personnes pour qui facturer ou créditer`,
      en: `${count} people for whom to invoice or credit`,
    }),
  },
} satisfies Record<string, WaitingKey>;

/** Why who pays is to be said again. */
type Anew = "fund" | "withdrawn" | "hours";

const FIRST = {
  verb: { fr: "Dites qui paie votre formation", en: "Say who pays for your training" },
  why: {
    fr: "L’école prépare ensuite le contrat, et une convention pour qui paie avec vous.",
    en: "The school then prepares the contract, and an agreement for whoever pays with you.",
  },
};
/** `ahead`: the day until which the slowest of those who may pay is asked. */
function firstSaid(ahead: number | string | null): typeof FIRST {
  if (ahead === null) return FIRST;
  return {
    ...FIRST,
    why: {
      fr: `Un financeur se demande parfois longtemps avant : pour le plus lent, le dernier jour est le ${sayDay(String(ahead), "fr")}. L’école prépare ensuite le contrat.`,
      en: `A fund is sometimes asked long before: the last day for the slowest is ${sayDay(String(ahead), "en")}. The school then prepares the contract.`,
    },
  };
}
const ANEW: Readonly<Record<Anew, typeof FIRST>> = {
  fund: {
    verb: { fr: "Dites qui paie le reste de votre formation", en: "Say who pays the rest of your training" },
    why: {
      fr: "Un financeur paie moins que prévu. Un papier dont le montant change est à signer de nouveau.",
      en: "A fund pays less than was meant. A paper whose amount changes is to be signed anew.",
    },
  },
  withdrawn: {
    verb: { fr: "Dites qui paie maintenant votre formation", en: "Say who pays for your training now" },
    why: {
      fr: "Vous avez renoncé à votre contrat et gardé votre place : il en faut un autre, signé avant la rentrée.",
      en: "You withdrew from your contract and kept your place: another one is to be signed before the intake begins.",
    },
  },
  hours: {
    verb: { fr: "Votre prix a changé : dites qui paie", en: "Your price has changed: say who pays" },
    why: {
      fr: "Vos allègements ont été décidés à nouveau. Un papier dont le montant change est à signer de nouveau.",
      en: "Your reliefs were decided anew. A paper whose amount changes is to be signed anew.",
    },
  },
};
const OFFICE: Readonly<Record<Anew, { readonly fr: string; readonly en: string }>> = {
  fund: { fr: "Un financeur paie moins que prévu.", en: "A fund pays less than was meant." },
  withdrawn: {
    fr: "La personne a renoncé à son contrat et garde sa place : il en faut un autre, signé avant la rentrée.",
    en: "The person withdrew from their contract and keeps their place: another one is to be signed before the intake begins.",
  },
  hours: { fr: "Les allègements ont été décidés à nouveau.", en: "Reliefs were decided anew." },
};

const UNBILLED = {
  fr: "En formation ou sortie : rien ne se facture avant.",
  en: "In training or through with it: nothing is invoiced before.",
};

/** Sent by its link it waits for the payer; refused, for the office again. */
function signedVerb(sent: number | string | null, declined: number | string | null): Label {
  if (declined !== null)
    return {
      fr: `Répondre à un payeur qui refuse de signer depuis le ${sayDay(String(declined), "fr")}`,
      en: `Answer a payer who has refused to sign since ${sayDay(String(declined), "en")}`,
    };
  if (sent !== null)
    return {
      fr: `Obtenir une convention envoyée à signer le ${sayDay(String(sent), "fr")}`,
      en: `Obtain a convention sent to be signed on ${sayDay(String(sent), "en")}`,
    };
  return { fr: "Faire signer un contrat ou une convention", en: "Have a contract or convention signed" };
}

type Standing = {
  readonly id: string;
  readonly account: string | null;
  readonly diploma: string;
  readonly version: string;
  readonly entryOn: Day;
  readonly relief: string;
  readonly decidedAt: Date;
  readonly enrolled: boolean;
  readonly training: EnrolmentState | null;
  /** The last day of the cohort that the person is in. */
  readonly endsOn: Day | null;
  readonly state: ContractState | null;
  readonly pricedBy: string | null;
  /** The price by the last decision on hours; null where the rules gave none. */
  readonly quoted: Readonly<Record<string, unknown>> | null;
  readonly papers: readonly KeptPaper[] | null;
  readonly toHand: readonly string[] | null;
  readonly changedAt: Date | null;
  readonly accepted: boolean;
  /** Already in training when the school began to use this service: what they were given then is on its paper. */
  readonly carried: boolean;
  /** Withdrew in time after who pays was last said. */
  readonly undone: boolean;
  readonly givenUp: boolean;
  readonly told: readonly string[];
  /** The day of a withdrawal that came too late and has no answer. */
  readonly lateOn: Day | null;
  /** Since when something is to be invoiced, and how much. */
  readonly since: Day | null;
  readonly asks: number | null;
  readonly credits: number | null;
};

/** Once hours are decided, which give the price. Of somebody in training of whom nobody said who pays, the office says it: nothing is asked before. */
const contractWait = waits({
  readBy: "see the contracts",
  on: "candidacy",
  version: 10,
  after: ["dossier", "admission_fact", "contract_fact", "enrolment", "invoicing_look"],
  keys: KEYS,
  async rows({ tx, zone, law: lawOf }, ids) {
    const { rows } = await sql<Standing>`
      select a.id, d.account, i.diploma, i.law_version as version, i.settings ->> 'entryOn' as "entryOn", r.id as relief,
        r.at as "decidedAt", r.quoted, e.id is not null as enrolled, e.state as training, to_char(h.ends_on, 'YYYY-MM-DD') as "endsOn", s.state, s.relief as "pricedBy", s.papers, s.to_hand as "toHand",
        s.changed_at as "changedAt", a.state = 'accepted' as accepted,
        exists (select from admission_fact f where f.dossier = a.id and f.kind = 'carried') as carried,
        coalesce(l.details ->> 'late' = 'false' and not exists (
          select from contract_fact f where f.dossier = a.id and f.kind = 'shares' and f.place > l.place), false) as undone,
        coalesce(l.details ->> 'place' = 'given-up', false) as "givenUp",
        array(select f.details ->> 'source' from contract_fact f where f.dossier = a.id and f.kind = 'payer-told') as told,
        case when l.details ->> 'late' = 'true' and not exists (
          select from contract_fact f where f.dossier = a.id and f.kind = 'late-answered' and f.place > l.place)
          then to_char(l.on_day, 'YYYY-MM-DD') end as "lateOn", to_char(k.since, 'YYYY-MM-DD') as since, k.asks, k.credits
      from admission_state a join dossier d on d.id = a.id join intake i on i.id = a.intake
        left join contract_state s on s.id = a.id left join enrolment e on e.dossier = a.id
        left join cohort h on h.id = e.cohort
        left join invoicing_look k on k.id = a.id
        cross join lateral (
          select f.id, f.at, f.details -> 'quote' -> 'answer' as quoted from admission_fact f where f.dossier = a.id and f.kind = 'relief' order by f.place desc limit 1) r
        left join lateral (
          select f.place, f.on_day, f.details from contract_fact f where f.dossier = a.id and f.kind = 'renounced'
          order by f.place desc limit 1) l on true
      where a.id = any(${ids}::uuid[]) and (a.state = 'accepted' or s.state is not null)`.execute(tx);
    return rows.flatMap((one) => {
      const law = lawOf(one.diploma, { version: one.version });
      const { money } = law?.establishment ?? {};
      if (money) {
        const { countersigned, asked } = money.papers ?? {};
        const given = { zone, law: law!, teaching: law!.school.teaching, countersigned, asked };
        return [...ofContract(one, given), ...toInvoice(one)];
      }
      // A school whose file says nothing of money concludes its contracts elsewhere.
      return one.enrolled || !one.accepted
        ? []
        : [lineOf(one, dayIn(one.decidedAt, zone), "enrolAnyway", "may:enrol all the same")];
    });
  },
});

type Row = WaitingRow<keyof typeof KEYS>;

type Given = {
  readonly zone: string;
  readonly law: Law;
  readonly teaching: Teaching | undefined;
  /** By when the school signs after the other party. */
  readonly countersigned: { readonly days: number } | undefined;
  /** By when the person says who pays, and signs. */
  readonly asked: { readonly days: number } | undefined;
};

function ofContract(one: Standing, given: Given): Row[] {
  const { state, lateOn } = one;
  if (state === "withdrawn") return one.givenUp ? payersToTell(one, given.zone) : [];
  const late = lateOn === null ? [] : [lineOf(one, lateOn, "answerLateWithdrawal", "may:prepare the contracts")];
  if (!one.accepted) return late;
  return [...late, ...toConclude(one, given)];
}

/** As the calendar, or an act that issues, last looked at it. */
function toInvoice(one: Standing): Row[] {
  const { since, asks, credits } = one;
  if (since === null) return [];
  const line = lineOf(one, since, "toInvoice", "may:keep the accounts");
  return [{ ...line, due: since, until: addYears(since, CLAIMED), facts: { asks, credits } }];
}

function payersToTell(one: Standing, zone: string): Row[] {
  const from = dayIn(one.changedAt!, zone);
  return one
    .papers!.filter(({ paper, signed, answered }) => paper !== "contract" && (signed !== null || answered))
    .filter(({ source }) => !one.told.includes(source))
    .map(({ source }) => ({ ...lineOf(one, from, "tellPayer", "may:prepare the contracts"), part: source }));
}

function toConclude(one: Standing, given: Given): Row[] {
  const { zone, teaching, countersigned: within, asked: askedWithin } = given;
  const { account, diploma, entryOn, state, papers, toHand: owed, changedAt } = one;
  if (isFree(one, given)) return freeToEnrol(one, given);
  const said = changedAt !== null && state !== "unsaid" && one.pricedBy === one.relief;
  const decided = dayIn(one.decidedAt, zone);
  const changed = changedAt === null ? decided : dayIn(changedAt, zone);
  const from = said || changed > decided ? changed : decided;
  const line = (key: Row["key"], who: Row["who"], more: Partial<Row> = {}) => ({
    ...lineOf(one, from, key, who),
    ...more,
  });
  const own = account === null ? undefined : (`account:${account}` as const);
  if (!said) {
    // Who gave the training up before it began owes nothing; who left later owes what was given until then.
    if (one.training === "withdrawn") return [];
    const anew =
      changedAt === null
        ? null
        : one.undone
          ? "withdrawn"
          : one.pricedBy === null
            ? null
            : state === "unsaid"
              ? "fund"
              : "hours";
    const before = saidBy({ entryOn, from, anew, training: one.training, days: askedWithin?.days });
    const told = { ...(anew !== null && { anew }), ...(anew === null && one.training !== null && { training: 1 }) };
    const office = line("noteWhoPays", "may:prepare the contracts", { facts: told, ...before });
    const over = one.training !== null && isOver(one.training);
    const handing =
      one.training !== null && !over && !one.carried && leftToHand(one, given) ? [toHandOver(one, from)] : [];
    if (!own || (one.enrolled && state === null) || over) return [office, ...handing];
    // In training they are reminded a week after it waits, as before: the day is the office's.
    const days = one.training === null ? before : { until: before.until! };
    const ahead = anew === null && one.training === null ? lastAsked(given.law, entryOn, from) : null;
    const facts = { diploma, ...(anew !== null && { anew }), ...(ahead !== null && { ahead }) };
    // Once their cohort is over they are asked no more: the office settles it.
    const until = one.endsOn === null ? days.until : earlier(days.until ?? addYears(from, 1), addDays(one.endsOn, 1));
    if (until !== undefined && until <= from) return [office, ...handing];
    const theirs = line("sayWhoPays", own, { facts, ...days, ...(until !== undefined && { until }) });
    // Who is in training already is asked for nothing before it is said: the office sees to it too.
    return anew === null && one.training === null ? [theirs] : [theirs, office, ...handing];
  }
  const signsHere = own !== undefined && papers!.some(({ paper, signed }) => paper === "contract" && signed === null);
  const byOffice = handedByOffice(owed!, teaching, signsHere);
  const rows: Row[] = byOffice.length > 0 ? [toHandOver(one, from)] : [];
  const by = entryOn >= from ? { due: entryOn, until: addYears(entryOn, 1) } : {};
  for (const { source, paper, signed, countersigned, answered, asked, sent } of papers!) {
    const part = { part: source };
    if (!isSigned(paper)) {
      const facts = asked === undefined ? {} : { facts: { asked } };
      if (!answered) rows.push(line("noteGrant", "may:prepare the contracts", { ...part, ...by, ...facts }));
    } else if (signed === null) {
      if (own && paper === "contract") {
        const last = by.until ?? addYears(from, 1);
        const until = one.endsOn === null ? last : earlier(last, addDays(one.endsOn, 1));
        const due = by.due === undefined ? {} : { due: withinDays(from, askedWithin?.days, entryOn) };
        if (until > from) rows.push(line("signContract", own, { facts: { diploma }, ...due, until }));
        // What it lacks, such as a cohort or its lessons, changes under no lock of this chain: until it is signed, the office stands beside.
        rows.push(line("completeContract", "may:prepare the contracts", by));
      } else {
        const facts = sent ? { sent: sent.on, declined: sent.declined } : {};
        rows.push(line("noteSigned", "may:prepare the contracts", { ...part, ...by, facts }));
        if (sent?.declined === null) {
          const within = [payerChain(sent.to)];
          rows.push(
            line("signConvention", "may:pay for others", { ...part, ...by, within, facts: { payer: sent.to } }),
          );
        }
      }
    } else if (countersigned === null) {
      const due = schoolSignsBy(signed, { entryOn, from, days: within?.days });
      rows.push(line("countersignContract", "may:sign the contracts", { ...part, ...due, facts: { paper } }));
    }
  }
  if (state === "concluded" && !one.enrolled) rows.push(line("enrol", "may:run the training"));
  return rows;
}

type Unsaid = Pick<Standing, "entryOn" | "training"> & {
  readonly from: Day;
  readonly anew: Anew | null;
  readonly days: number | undefined;
};

/** The last day on which the slowest of those who may pay is asked, as the school's file says it; null where that is past. */
function lastAsked({ establishment: { money } }: Law, entryOn: Day, from: Day): Day | null {
  const ahead = Math.max(0, ...(money?.payers ?? []).map(({ steps }) => steps?.ahead ?? 0));
  const last = addDays(entryOn, -ahead);
  return ahead > 0 && last >= from ? last : null;
}

/**
 * Within the days of the school’s file, and before the intake begins. Of somebody in training nothing can be invoiced until it is said: it is
 * late from the first day on, and waits as long as what is owed may be claimed, the cohort over or not.
 */
function saidBy({ entryOn, from, anew, training, days }: Unsaid): Partial<Pick<Row, "due" | "until">> {
  const first = entryOn >= from ? entryOn : from;
  if (training !== null)
    return { ...((anew === null || isOver(training)) && { due: first }), until: addYears(first, CLAIMED) };
  return entryOn < from ? {} : { due: withinDays(from, days, entryOn), until: addYears(entryOn, 1) };
}
/** So many days after it is asked, where the school’s file says so, and until the intake begins. */
const withinDays = (from: Day, days: number | undefined, entryOn: Day): Day =>
  days === undefined ? entryOn : earlier(addDays(from, days), entryOn);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** Years for which a line about money stays. */
const CLAIMED = 5;

/** Nobody said who pays, and reliefs leave nothing to pay. */
function isFree({ pricedBy, quoted }: Standing, { law }: Given): boolean {
  return pricedBy === null && quoted !== null && leavesNothingToPay(quoted, law);
}

/** Nothing is to be said or signed: what is owed before is handed over, and the person enrolled. */
function freeToEnrol(one: Standing, given: Given): Row[] {
  if (one.enrolled) return [];
  const { zone } = given;
  const line = (key: Row["key"], who: Row["who"]) => lineOf(one, dayIn(one.decidedAt, zone), key, who);
  return leftToHand(one, given)
    ? [toHandOver(one, dayIn(one.decidedAt, zone))]
    : [line("enrol", "may:run the training")];
}

/** Of somebody who signs nothing yet. */
function leftToHand(one: Standing, { law, teaching }: Given): boolean {
  const owed = one.toHand ?? toHand(NOTHING, law.establishment.money!);
  return handedByOffice(owed, teaching, false).length > 0;
}

/** Owed before the enrolment, and so by the first day of the course; of who is in training already, late from the day that it waits. */
function toHandOver(one: Standing, from: Day): Row {
  const due = one.entryOn >= from ? one.entryOn : from;
  return { ...lineOf(one, from, "handOver", "may:prepare the contracts"), due, until: addYears(due, 1) };
}
const NOTHING = { contract: null, handed: [] };

/**
 * So many days after the other party, and before the course starts: a convention that is signed months ahead is not left for the eve of the
 * course, since the time to withdraw runs only once all have signed.
 */
function schoolSignsBy(
  signed: Day,
  { entryOn, from, days }: { readonly entryOn: Day; readonly from: Day; readonly days: number | undefined },
): Pick<Row, "due" | "until"> | undefined {
  const within = days === undefined ? undefined : addDays(signed, days);
  const coming = [within, entryOn].filter((day): day is Day => day !== undefined && day >= from);
  const [first] = coming.toSorted();
  return first === undefined ? undefined : { due: first, until: addYears(first > entryOn ? first : entryOn, 1) };
}

function lineOf({ id, account }: Pick<Standing, "id" | "account">, from: Day, key: Row["key"], who: Row["who"]): Row {
  return { id, key, who, person: personChain({ id, account }), from, due: null, until: addYears(from, 1) };
}

type Invoiced = {
  readonly id: string;
  readonly dossier: string;
  readonly account: string | null;
  readonly diploma: string;
  readonly version: string;
  readonly source: string;
  readonly number: string;
  readonly left: number;
  readonly on: Day;
};

/** What was asked of a person by a contract that they withdrew from since, and is not credited yet. */
const creditWait = waits({
  readBy: "see the contracts",
  on: "charge",
  after: ["charge", "waiver", "waiver_reversal", "contract_fact"],
  keys: {
    creditWithdrawn: {
      answeredBy: ["issueProposed", "creditInvoice"],
      words: ({ amount }) => ({
        verb: {
          fr: `Créditer ${sayMoney(Number(amount), "fr")} d’un contrat rétracté, et rendre ce qui en est payé`,
          en: `Credit ${sayMoney(Number(amount), "en")} of a contract withdrawn from, and give back what is paid of it`,
        },
      }),
      to: (_charge, _facts, number) => `/finances/factures/${number}`,
      says: { fr: "L’école annule ce qu’elle vous avait demandé.", en: "The school cancels what it had asked of you." },
      takenBy: ["keep the accounts"],
      mails: [-2, 0],
    },
  },
  async rows({ tx, law: lawOf }, ids) {
    const { rows } = await sql<Invoiced>`
      select c.id, d.id as dossier, d.account, i.diploma, i.law_version as version, v.source, v.number, s.total - s.waived as left,
        to_char(f.on_day, 'YYYY-MM-DD') as "on"
      from charge c join charge_state s on s.id = c.id join invoice v on v.charge = c.id and v.kind = 'invoice'
        join dossier d on d.id = case when c.about like 'contract:%' then substring(c.about from 10)::uuid end join intake i on i.id = d.intake
        cross join lateral (
          select f.on_day from contract_fact f where f.dossier = d.id and f.kind = 'renounced' and f.details ->> 'late' = 'false'
            and f.made_at >= v.issued_at order by f.place desc limit 1) f
      where c.id = any(${ids}::uuid[]) and s.total > s.waived`.execute(tx);
    return rows.flatMap(({ id, dossier, account, diploma, version, source, number, left, on }) => {
      const money = lawOf(diploma, { version })?.establishment.money;
      if (money?.payers.find(({ payer }) => payer === source)?.paper !== "contract") return [];
      const within = money.papers?.givenBack?.days;
      const due = within === undefined ? null : addDays(on, within);
      return [
        {
          id,
          key: "creditWithdrawn" as const,
          who: "may:keep the accounts" as const,
          person: personChain({ id: dossier, account }),
          from: on,
          due,
          until: addYears(due ?? on, CLAIMED),
          part: number,
          facts: { amount: left },
        },
      ];
    });
  },
});

export const contractWaits: readonly Waits[] = [contractWait, creditWait];
