/** A contract as it stands, for the person and for the office. */
import { Type } from "typebox";
import { defineView, type Performing } from "../act/act.ts";
import { decidedPrice } from "../admission/accepted.ts";
import { shownAs } from "../issued-documents/sign.ts";
import { toldApart } from "../kit/apart.ts";
import type { Label } from "../kit/lang.ts";
import { closed, Id, Language } from "../kit/shapes.ts";
import { type Cohort, cohortOf, cohortsOf } from "../training/cohorts/cohorts.ts";
import { personal } from "./acts.ts";
import * as output from "./output.ts";
import { ownSource, pricedAs, sharedIn } from "./pricing.ts";
import { keptOf, toHand } from "./rules/contract.ts";
import { silentOn } from "../law/silent.ts";
import { payersToTell } from "./renouncing-acts.ts";
import { doerNamed } from "../people/contact.ts";
import { cohortLine, personLine, wantingLine } from "./enrol-lines.ts";
import { type Agreed, agreedOn, decidedOn, isOwn, wanting } from "./settling.ts";
import { shownPaper } from "./shown.ts";
import { countToEnrol, payerNames, registeredPayers, toEnrol } from "./store.ts";
import { wantsOf } from "./wanting.ts";

const Form = Type.Object({ dossier: Id, language: Language }, closed);
type Asking = Performing<{ readonly dossier: string; readonly language: "fr" | "en" }>;

export const seeContract = defineView({
  name: "seeContract",
  label: { fr: "Voir le contrat d’une personne", en: "See somebody’s contract" },
  who: "see the contracts",
  form: Form,
  output: output.seeContract,
  async read(context) {
    const agreed = await agreedOn(context, context.input.dossier);
    return agreed && shownContract(context, agreed, await registeredPayers(context.tx));
  },
});

export const seeOwnContract = defineView({
  name: "seeOwnContract",
  label: { fr: "Voir son contrat", en: "See one’s contract" },
  who: "agree on one’s training",
  form: Form,
  output: output.seeOwnContract,
  async read(context) {
    const agreed = await agreedOn(context, context.input.dossier);
    return agreed && isOwn(context.actor, agreed) ? shownContract(context, agreed, []) : undefined;
  },
});

/** By name; told apart by the number of the application. */
export const seeToEnrol = defineView({
  name: "seeToEnrol",
  label: { fr: "Voir qui est à inscrire dans une promotion", en: "See who is to be enrolled in a cohort" },
  who: "see the training",
  form: Type.Object({ cohort: Id }, closed),
  output: output.seeToEnrol,
  async read(context) {
    const { tx, input, actor } = context;
    const cohort = await cohortOf(tx, input.cohort);
    if (!cohort) return undefined;
    const found = await toEnrol(tx, { diploma: cohort.diploma, limit: MOST });
    const cohorts = await cohortsOf(tx, cohort.diploma);
    const people = toldApart(found, ({ number }) => number);
    return {
      cohort: shownCohort(cohort),
      people: people.map(({ dossier, name, state, account, cohort: chosen }) => ({
        dossier,
        name,
        // A colleague enrols oneself.
        ready: state === "concluded" && !isOwn(actor, { person: { account } }),
        meant: chosen === null || chosen === cohort.id,
      })),
      enrolling: [cohortLine(cohort), ...found.map((one) => personLine({ ...one, chosen: one.cohort }, cohorts))],
    };
  },
});

/** As many as one act enrols, or one list shows. */
const MOST = 100;
/** Each is drafted to say what its papers lack. */
const PAGE = 20;

/** Of all diplomas, a page at a time: who may be enrolled, and what keeps each of the others from it. */
export const seeWhoIsToEnrol = defineView({
  name: "seeWhoIsToEnrol",
  label: {
    fr: "Voir qui est à inscrire, et ce qui manque à chacun",
    en: "See who is to be enrolled, and what each of them lacks",
  },
  who: "see the contracts",
  form: Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })) }, closed),
  output: output.seeWhoIsToEnrol,
  async read(context) {
    const { tx, input, actor, decide, today } = context;
    const { page = 1 } = input;
    const rows = await toEnrol(tx, { limit: PAGE + 1, after: (page - 1) * PAGE });
    const people = [];
    for (const { dossier, name, state, account, diploma } of toldApart(rows.slice(0, PAGE), ({ number }) => number)) {
      const agreed = await agreedOn(context, dossier);
      const answered = agreed && decidedOn({ decide, today }, agreed);
      const decided = answered && "fr" in answered ? answered.fr : undefined;
      const priced = (await decidedPrice(tx, dossier)) !== undefined;
      const own = isOwn(actor, { person: { account } });
      people.push({
        dossier,
        diploma,
        name,
        cohort: agreed?.cohort ? shownCohort(agreed.cohort) : null,
        ready: state === "concluded" && !own,
        own,
        wants: agreed && state !== "concluded" ? [...wantsOf(agreed, decided, priced)] : [],
      });
    }
    const diplomas = [...new Set(people.map(({ diploma }) => diploma))];
    const cohorts = (await Promise.all(diplomas.map((diploma) => cohortsOf(tx, diploma)))).flat();
    return {
      ...(await countToEnrol(tx)),
      page,
      more: rows.length > PAGE,
      people,
      cohorts: cohorts.filter(({ endsOn }) => endsOn >= today).map(shownCohort),
      enrolling: [
        ...cohorts.map(cohortLine),
        ...rows.map((one) => personLine({ ...one, chosen: one.cohort }, cohorts)),
      ],
    };
  },
});

type Registered = readonly { readonly id: string; readonly name: string }[];

async function shownContract(context: Asking, agreed: Agreed, registered: Registered) {
  const { person, money, read, cohort, cohorts, startsOn } = agreed;
  const { agreement, declaration } = money;
  const price = await decidedPrice(context.tx, person.dossier);
  const answered = decidedOn(context, agreed);
  const decided = read.contract?.carried ? CARRIED : answered && "fr" in answered ? answered : undefined;
  const before = new Map(agreement.particulars.before.map(({ particular, label }) => [particular, label]));
  const keyed = (key: string) => ({ key, label: before.get(key)! });
  const { dossier, diploma, name, number, account, accepted, enrolment } = person;
  return {
    dossier,
    diploma,
    name,
    number,
    account: account !== null,
    accepted,
    enrolment,
    state: keptOf(read, decided?.fr, money).state,
    startsOn,
    cohort: cohort && shownCohort(cohort),
    cohorts: cohorts.map(shownCohort),
    enrolling: [
      ...cohorts.map(cohortLine),
      personLine({ name, number, chosen: read.cohort }, cohorts),
      wantingLine(answered && "fr" in answered ? wanting(answered) : []),
    ],
    priced: price ? pricedIn(agreed, price) : null,
    contract: decided ? await contractShown(context, agreed, decided[context.input.language], price?.relief) : null,
    toHand: toHand(read, money).map(keyed),
    handed: read.handed.filter((key) => before.has(key)).map((key) => ({ ...keyed(key), on: read.handedOn[key]! })),
    status: read.status,
    statuses: declaration.statuses.map(({ status, label }) => ({ status, label })),
    payers: money.payers
      .filter(({ paper }) => paper !== "contract")
      .map(({ payer, label, paper, employer = false, fund = false }) => ({ payer, label, paper, employer, fund })),
    registered: [...registered],
    billedBefore: read.billedBefore.map((one) => ({
      ...one,
      label: money.payers.find(({ payer }) => payer === one.source)!.label,
    })),
    renounced: read.renounced && {
      ...read.renounced,
      place: read.renounced.place ?? null,
      fee: silentOn(agreed.law, "fee-refund") ?? null,
      answer: read.lateAnswer,
    },
    feeAfter: silentOn(agreed.law, "fee-refund") ?? null,
    toTell: payersToTell(agreed),
    wants: enrolment === null && accepted ? [...wantsOf(agreed, decided?.fr, price !== undefined)] : [],
    anyway: read.anyway,
  };
}

function shownCohort({ id, name, startsOn, endsOn }: Cohort) {
  return { id, name, startsOn, endsOn };
}

function pricedIn({ law }: Agreed, { answer, minutes }: NonNullable<Awaited<ReturnType<typeof decidedPrice>>>) {
  const personalFunder = ownSource(law);
  const labels = new Map(law.school.funders.map(({ funder, label }) => [funder, label]));
  return {
    ...pricedAs(answer, law),
    minutes,
    shares: sharedIn(answer, law).map(({ source, amount }) => ({
      source,
      label: labels.get(source)!,
      amount,
      own: source === personalFunder,
    })),
  };
}

type Decided = Extract<ReturnType<typeof decidedOn>, { readonly fr: unknown }>["fr"];

/** Nothing is asked of a contract that was concluded before the school used this service. */
const SETTLED: Decided = { papers: [], withdrawal: null, money: null, enrolment: "may", findings: [] };
const CARRIED = { fr: SETTLED, en: SETTLED };

async function contractShown({ tx }: Asking, agreed: Agreed, decided: Decided, relief: string | undefined) {
  const { money, read } = agreed;
  const contract = read.contract!;
  const own = personal(money);
  const payers = new Map(money.payers.map((one) => [one.payer, one]));
  const names = await payerNames(
    tx,
    contract.shares.flatMap(({ payer, takesOver }) => [payer ?? [], takesOver?.payer ?? []].flat()),
  );
  const calledBy = (payer: string | null) => (payer === null ? null : (names.get(payer) ?? null));
  const guests = contract.shares.flatMap(({ sent }) => (sent ? [sent.guest] : []));
  const sentTo = new Map<string, string | null>();
  for (const guest of guests) sentTo.set(guest, (await doerNamed(tx, `guest:${guest}`))?.name ?? null);
  const { withdrawal, money: asked, enrolment, findings } = decided;
  return {
    price: contract.price,
    plan: contract.plan,
    short: contract.short,
    undone: contract.undone,
    outdated: relief !== undefined && relief !== contract.relief,
    shares: contract.shares.map(({ source, amount, payer, named, behind, ...share }) => ({
      source,
      label: payers.get(source)!.label,
      amount,
      own: source === own,
      payer,
      called: calledBy(payer) ?? named,
      behind: behind ?? null,
      platform: share.platform === true,
      takesOver: share.takesOver
        ? {
            since: share.takesOver.since,
            label: payers.get(share.takesOver.source)!.label,
            called: calledBy(share.takesOver.payer),
          }
        : null,
      paper: share.platform ? ("platform" as const) : payers.get(source)!.paper,
      signed: share.signed,
      sent: share.sent && {
        on: share.sent.on,
        to: sentTo.get(share.sent.guest) ?? null,
        declined: share.sent.declined,
      },
      asked: share.asked,
      answer: share.answer,
    })),
    carried: contract.carried,
    papers: decided.papers.map(({ source, paper, amount, state, missing }) => ({
      source,
      label: payers.get(source)!.label,
      paper,
      amount,
      state,
      missing: lacksOf(agreed, { source, paper, missing }),
      shown: shownAs(shownPaper(agreed, source)),
    })),
    withdrawal,
    money: asked,
    enrolment,
    findings: findings.map(({ condition, met, reason }) => ({ condition, met, reason })),
  };
}

/** As the draft says it, so that a payer’s SIREN is not said as all that the law wants; else the particulars of the law. */
function lacksOf(
  agreed: Agreed,
  { source, paper, missing }: Pick<Decided["papers"][number], "source" | "paper" | "missing">,
) {
  const draft = agreed.papers.find((one) => one.source === source)?.missing ?? [];
  if (draft.length > 0) return draft.map(({ key, label, to }) => ({ key, label, to }));
  return missing.map((key) => ({ key, label: particularOf(agreed, paper, key), to: null }));
}

function particularOf({ money }: Agreed, paper: string, key: string): Label {
  const { contract, convention } = money.agreement.particulars;
  return (paper === "contract" ? contract : convention).find(({ particular }) => particular === key)!.label;
}
