/**
 * Eligibility and relief, decided by the course's manager: the rules' answer is stored with the decision. Departing from it needs a written
 * ground; a decision is replaced, never changed.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../act/act.ts";
import { lockChains } from "../act/chain.ts";
import { actorName } from "../act/permissions.ts";
import { checkMove, type Stands } from "../act/standing.ts";
import type { Tx } from "../db/school.ts";
import { leaves } from "../kit/machine.ts";
import type { Label } from "../kit/lang.ts";
import { issue } from "../kit/schema.ts";
import { schoolPath } from "../kit/school-path.ts";
import { closed, Id } from "../kit/shapes.ts";
import { DaySchema, KeySchema, oneOf } from "../law/entry.ts";
import { lastDayToContest } from "../law/remedies.ts";
import { intakeChain } from "../intake/rules/states.ts";
import { doersWithin, isLetInto } from "../people/guests/things.ts";
import { tellWhoGoesOn } from "../people/going-on.ts";
import { postMail } from "../mail/post.ts";
import { isSettled } from "../inquiry/rules/ends.ts";
import { officeReads } from "../dossier/hands.ts";
import { noteOpened } from "../dossier/opened.ts";
import { type Dossier, dossierChain } from "../dossier/rules/dossier.ts";
import { tell } from "../dossier/standing.ts";
import { leavesNothingToPay } from "./accepted.ts";
import {
  askedRelief,
  type AuthorityDetails,
  computeEligibility,
  computeRelief,
  confirmationsOf,
  declaredIn,
  givenRelief,
  type EligibilityDetails,
  lastOf,
  lessThan,
  NO_RELIEF,
  pendingAppeal,
  type Opinion,
  type ReliefDetails,
  type ReliefFacts,
  withRecognised,
} from "./facts.ts";
import { PENDING } from "./appeal-acts.ts";
import {
  CANDIDACY,
  candidacyChain,
  type CandidacyState,
  commissionChain,
  type Decided,
  decidingMove,
  type Fact,
} from "./rules/candidacy.ts";
import { type Reason } from "./sentences.ts";
import {
  authorityMail,
  contestedBy,
  correctedMail,
  disputeMail,
  eligibleMail,
  notEligibleMail,
  reliefMail,
} from "./mails.ts";
import { addFact, commissionsOf, conforms, factsOf, keepStanding, type Standing, standingOf } from "./store.ts";
import * as output from "./output.ts";

const Text = Type.String({ maxLength: 4000 });
/** The last decision that was read, if any: refuses to replace one a colleague took since. */
const Seen = Type.Optional(Id);

export const decideEligibility = defineAct({
  name: "decideEligibility",
  from: [leaves(CANDIDACY, "eligibility"), leaves(CANDIDACY, "eligibility-corrected")],
  label: { fr: "Décider de la recevabilité d’une candidature", en: "Decide whether a candidacy is eligible" },
  who: "decide on admissions",
  form: Type.Object(
    {
      dossier: Id,
      outcome: oneOf("eligible", "not-eligible"),
      /** Required if the rules answer otherwise, or cannot conclude. */
      ground: Type.Optional(Text),
      /** Declared titles that the school recognises or rejects, by their index from 0. */
      titles: Type.Optional(
        Type.Array(
          Type.Object(
            { title: Type.Integer({ minimum: 0, maximum: 99 }), recognised: Type.Boolean(), ground: Text },
            closed,
          ),
          { maxItems: 100 },
        ),
      ),
      seen: Seen,
    },
    closed,
  ),
  output: output.decideEligibility,
  writes: ["admission_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const candidacy = await candidacyIn(context, "eligibility");
    if ("kind" in candidacy) return candidacy;
    const { dossier, facts, dependents } = candidacy;
    if (candidacy.state === "not-eligible" && pendingAppeal(facts)) return invalid([PENDING]);
    const recognitions = input.titles ?? [];
    const declared = await declaredIn(context, dossier);
    if (!isSettled(declared.draft, declared.law.diploma)) return invalid([DAYS_UNKNOWN]);
    const ground = (input.ground ?? "").trim();
    if (recognitions.some(({ title }) => title >= declared.titles.length)) return invalid([NO_TITLE]);
    if (recognitions.some((one) => one.ground.trim() === "")) return invalid([NO_TITLE_GROUND]);
    const before = lastOf(facts, "eligibility");
    if (before?.id !== input.seen) return stale({ decision: before?.id ?? null });
    const {
      outcome: answered,
      input: asked,
      answer,
    } = computeEligibility(context, declared, { on: today, said: recognitions });
    const settledByTitles = () =>
      computeEligibility(context, withRecognised(declared, recognitions), { on: today, said: recognitions }).outcome ===
      "eligible";
    // If the rules only await recognition of a title, its own ground is enough.
    const settled = answered === "needs-decision" && input.outcome === "eligible" && settledByTitles();
    if (answered !== input.outcome && !settled && ground === "") return invalid([DEPARTS]);
    const details: EligibilityDetails = {
      outcome: input.outcome,
      ground,
      titles: recognitions.map((one) => ({ ...one, ground: one.ground.trim() })),
      input: asked,
      answer,
      ...(before && { replaces: before.id }),
    };
    const decision = await addFact(tx, { dossier: dossier.id, kind: "eligibility", at, by: actorName(actor), details });
    const standing: Standing = { ...NOWHERE, id: dossier.id, intake: dossier.intake, state: input.outcome };
    await keepStanding(tx, standing, at);
    await noteOpened(context, dossier, "whole");
    const eligible = input.outcome === "eligible";
    const about = {
      number: dossier.number,
      intake: declared.intake.label,
      ground: [ground, ...details.titles.map((one) => one.ground)].filter(Boolean).join(" "),
      reasons: answered === input.outcome ? reasonsIn(answer, eligible) : [],
      corrects: before !== undefined,
    };
    const appeal = contestedBy(declared.intake.appeal, lastDayToContest(declared.law, today));
    await tell(context, dossier, declared.intake, (lang) =>
      eligible ? eligibleMail(lang, about) : notEligibleMail(lang, { ...about, appeal }),
    );
    await tellCorrected(context, dossier, dependents);
    return done({ decision, computed: answered ?? null }, candidacyChain(dossier.id));
  },
});

const Half = Type.Number({ minimum: 0, maximum: 2000, multipleOf: 0.5 });

export const decideRelief = defineAct({
  name: "decideRelief",
  from: [leaves(CANDIDACY, "relief"), leaves(CANDIDACY, "relief-corrected")],
  label: { fr: "Décider des allègements et dispenses", en: "Decide on reliefs and dispenses" },
  who: "decide on admissions",
  form: Type.Object(
    {
      dossier: Id,
      /** Hours the school grants by unit, none by default. Relief as of right needs no grant. */
      grants: Type.Optional(Type.Array(Type.Object({ unit: KeySchema, hours: Half }, closed), { maxItems: 100 })),
      /** Domains taken as proven; those declared, by default. */
      held: Type.Optional(
        Type.Array(Type.Object({ domain: KeySchema, validatedOn: DaySchema, by: KeySchema }, closed), { maxItems: 20 }),
      ),
      /** Relieved units that the person attends all the same; those they named, by default. */
      declined: Type.Optional(Type.Array(KeySchema, { maxItems: 100 })),
      ground: Type.Optional(Text),
      /** The opinion of the body named by the référentiel, required before any hours are granted. */
      opinion: Type.Optional(
        Type.Object(
          {
            on: DaySchema,
            members: Type.Array(
              Type.Object({ name: Type.String({ maxLength: 200 }), quality: Type.String({ maxLength: 200 }) }, closed),
              { minItems: 1, maxItems: 50 },
            ),
            favourable: Type.Boolean(),
            text: Text,
          },
          closed,
        ),
      ),
      seen: Seen,
    },
    closed,
  ),
  output: output.decideRelief,
  writes: ["admission_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const candidacy = await candidacyIn(context, "relief");
    if ("kind" in candidacy) return candidacy;
    const { dossier, facts, state, dependents } = candidacy;
    const before = lastOf(facts, "relief");
    if (before?.id !== input.seen) return stale({ decision: before?.id ?? null });
    const declared = await declaredIn(context, dossier);
    const recognised = lastOf(facts, "eligibility")?.details.titles ?? [];
    const asked = askedRelief(declared, recognised);
    const protocol = `P-${dossier.number}`;
    const granted = (input.grants ?? []).filter(({ hours }) => hours > 0);
    const decided = givenRelief(declared, asked, input);
    const { opinion } = input;
    const ground = (input.ground ?? "").trim();
    if (granted.length > 0 && !decided.grants) return invalid([NO_GRANTS]);
    if (granted.length > 0 && !opinion) return invalid([NO_OPINION]);
    if (opinion && opinion.on > today) return invalid([OPINION_LATER]);
    if (opinion && opinion.members.some(({ name }) => name.trim() === "")) return invalid([NO_MEMBER]);
    if (ground === "" && departs(asked, decided, opinion)) return invalid([RELIEF_DEPARTS]);
    const on = today;
    const confirmations = confirmationsOf(facts);
    const { pathway, quote, issues } = computeRelief(context, declared, { on, facts: decided, confirmations });
    if (issues.length > 0) return invalid(issues);
    const without = computeRelief(context, declared, { on, facts: NO_RELIEF, confirmations: [] });
    const details: ReliefDetails = {
      on,
      facts: decided,
      ground,
      ...(opinion && { opinion }),
      pathway,
      without: without.pathway,
      quote,
      quoteWithout: without.quote,
      ...(before && { replaces: before.id }),
    };
    const decision = await addFact(tx, { dossier: dossier.id, kind: "relief", at, by: actorName(actor), details });
    await noteOpened(context, dossier, "whole");
    const { diploma, lawVersion } = declared.intake;
    const law = context.law(diploma, { version: lawVersion });
    const concludes = state === "accepted" && law?.establishment.money !== undefined;
    const toContract = concludes ? (quote.answer && leavesNothingToPay(quote.answer, law) ? "free" : "priced") : null;
    await tell(context, dossier, declared.intake, (lang) =>
      reliefMail(lang, {
        number: dossier.number,
        intake: declared.intake.label,
        ground,
        hours: hoursIn(pathway.answer),
        before: hoursIn(without.pathway.answer),
        reasons: domainReasons(pathway.answer),
        protocol: granted.length > 0 ? protocol : undefined,
        corrects: before !== undefined,
        toContract,
      }),
    );
    await tellCorrected(context, dossier, dependents);
    if (isContested(pathway.answer)) await askAuthority(context, dossier, declared.intake.label);
    return done({ decision, protocol: granted.length > 0 ? protocol : null }, candidacyChain(dossier.id));
  },
});

/**
 * The authority’s answer on a dispense the texts contradict each other about: given in its own role, or recorded by the school from its
 * paper.
 */
export const recordAuthorityAnswer = defineAct({
  name: "recordAuthorityAnswer",
  from: [leaves(CANDIDACY, "authority"), leaves(CANDIDACY, "authority-corrected")],
  label: {
    fr: "Enregistrer la réponse de l’autorité sur une dispense contestée",
    en: "Record the authority’s answer on a contested dispense",
  },
  who: "answer for the authority",
  form: Type.Object(
    {
      dossier: Id,
      title: KeySchema,
      domain: KeySchema,
      granted: Type.Boolean(),
      on: DaySchema,
      /** The person who answered, as named in the paper. */
      by: Type.String({ minLength: 1, maxLength: 200 }),
      ground: Type.Optional(Text),
      /** The letter, its reference, its day; the authority itself need not name one. */
      paper: Type.Optional(Type.String({ maxLength: 500 })),
    },
    closed,
  ),
  output: output.recordAuthorityAnswer,
  writes: ["admission_fact", "mail"],
  async perform(context) {
    const { tx, input, actor, at, today } = context;
    const { title, domain, granted, on, by, ground = "", paper = "" } = input;
    const asked = await officeReads(tx, actor, input.dossier);
    if (!asked || !(await isLetInto(tx, actor, intakeChain(await standsIn(tx, asked))))) return FORBIDDEN;
    const candidacy = await candidacyIn(context, "authority", ({ details }) => {
      const before = details as Partial<AuthorityDetails>;
      return before.title === title && before.domain === domain;
    });
    if ("kind" in candidacy) return candidacy;
    const { dossier, facts, dependents } = candidacy;
    const speaks = "roles" in actor && (actor.roles as readonly string[] | undefined)?.includes("authority") === true;
    if (!speaks && paper.trim() === "") return invalid([NO_PAPER]);
    if (on > today) return invalid([ANSWER_LATER]);
    const declared = await declaredIn(context, dossier);
    const details: AuthorityDetails = { title, domain, granted, by, on, ground: ground.trim(), paper: paper.trim() };
    const relief = lastOf(facts, "relief")?.details.facts ?? askedRelief(declared, []);
    const confirmations = [...confirmationsOf(facts), { title, domain, granted, by, on }];
    const { issues } = computeRelief(context, declared, { on: today, facts: relief, confirmations });
    if (issues.length > 0) return invalid(issues);
    const answer = await addFact(tx, { dossier: dossier.id, kind: "authority", at, by: actorName(actor), details });
    await tell(context, dossier, declared.intake, (lang) =>
      authorityMail(lang, { number: dossier.number, intake: declared.intake.label, title, domain, granted, by, on }),
    );
    await tellCorrected(context, dossier, dependents);
    return done({ answer }, candidacyChain(dossier.id));
  },
});

const NOWHERE = { answerBy: null, rank: null, list: null } as const;

type Candidacy = {
  readonly dossier: Dossier;
  readonly facts: readonly Fact[];
  readonly state: CandidacyState;
  /** What depends on the decision being corrected. */
  readonly dependents: readonly Stands[];
};

/** The person's current intake: a later one than their dossier’s if their place was deferred. */
async function standsIn(tx: Tx, { id, intake }: Dossier): Promise<string> {
  return (await standingOf(tx, id))?.intake ?? intake;
}

/** The candidacy of a conforming dossier, locked with that dossier, if this decision is allowed now. */
async function candidacyIn(
  context: Performing<{ readonly dossier: string; readonly ground?: string }>,
  kind: Decided,
  corrected: (fact: Fact) => boolean = () => true,
): Promise<typeof FORBIDDEN | ReturnType<typeof invalid> | Candidacy> {
  const { tx, actor, input } = context;
  const read = await officeReads(tx, actor, input.dossier);
  if (!read) return FORBIDDEN;
  const [commission] = await commissionsOf(tx, read.intake);
  // Also locks the commission: either closing or this decision comes first, and the other sees it.
  const sits = commission ? [commissionChain(commission.id)] : [];
  await lockChains(tx, [...sits, candidacyChain(input.dossier), dossierChain(input.dossier)]);
  const dossier = await officeReads(tx, actor, input.dossier);
  if (!dossier) return FORBIDDEN;
  const standing = await standingOf(tx, dossier.id);
  if (!standing && !(await conforms(tx, dossier.id))) return invalid([NOT_CONFORMING]);
  const state = standing?.state ?? "to-decide";
  const facts = await factsOf(tx, dossier.id);
  const move = decidingMove(kind, facts.filter(corrected));
  const { issues, dependents } = await checkMove(context, CANDIDACY, move, {
    id: dossier.id,
    state,
    ground: input.ground,
  });
  return issues.length > 0 ? invalid(issues) : { dossier, facts, state, dependents };
}

/** Tells the staff who own what rested on the previous decision that it was corrected. */
function tellCorrected(
  context: Performing<unknown>,
  { id, number }: Dossier,
  dependents: readonly Stands[],
): Promise<void> {
  const about = { chain: candidacyChain(id), page: `/admissions/candidatures/${id}` };
  return tellWhoGoesOn(context, dependents, { ...about, words: (lang, says) => correctedMail(lang, number, says) });
}

/** Less than was asked, or against the body's opinion: the person must be told why. */
function departs(asked: ReliefFacts, decided: ReliefFacts, opinion: Opinion | undefined): boolean {
  const { units, held } = lessThan(asked, decided);
  const against = opinion?.favourable === false && (decided.grants ?? []).length > 0;
  return units.length > 0 || held.length > 0 || against;
}

type SaidFinding = { readonly met: boolean | null } & Reason;
type SaidDoor = { readonly outcome: string; readonly findings: readonly SaidFinding[] };

/** If eligible, the conditions met by the open route; otherwise what each route lacks. */
function reasonsIn(answer: EligibilityDetails["answer"], eligible: boolean): Reason[] {
  const doors = (answer?.doors ?? []) as readonly SaidDoor[];
  const open = doors.find(({ outcome }) => outcome === "met" || outcome === "eligible");
  if (eligible) return open?.findings.filter(({ met }) => met === true) ?? [];
  const all = doors.flatMap(({ findings }) => findings.filter(({ met }) => met === false));
  return [...new Map(all.map((one) => [one.reason, one])).values()];
}

function domainReasons(answer: ReliefDetails["pathway"]["answer"]): Reason[] {
  const domains = (answer?.domains ?? []) as readonly { readonly findings: readonly SaidFinding[] }[];
  return domains.flatMap(({ findings }) => findings);
}

function isContested(answer: ReliefDetails["pathway"]["answer"]): boolean {
  return ((answer?.domains ?? []) as readonly { readonly exam: string }[]).some(({ exam }) => exam === "contested");
}

/** Asks the authority by mail, without naming the person; the linked page does. */
async function askAuthority(
  { tx, at, establishment }: Pick<Performing<unknown>, "tx" | "at" | "establishment">,
  dossier: Dossier,
  intake: Label,
): Promise<void> {
  const { id, number } = dossier;
  const thing = intakeChain(await standsIn(tx, dossier));
  const asked = await doersWithin(tx, "be sent the lists of the admitted", thing);
  for (const { actor, address: to, language: lang } of asked) {
    const path = schoolPath(establishment, lang, `/admissions/candidatures/${id}/autorite`);
    const link = { path, label: { fr: "Lire et répondre", en: "Read and answer" }[lang] };
    const reader = actor.startsWith("account:") ? actor : null;
    await postMail(tx, {
      reader,
      to,
      lang,
      about: dossierChain(id),
      at,
      link,
      ...disputeMail(lang, { number, intake }),
    });
  }
}

function hoursIn(answer: ReliefDetails["pathway"]["answer"]): number {
  const { theory = 0, practice = 0 } = (answer?.totals ?? {}) as {
    readonly theory?: number;
    readonly practice?: number;
  };
  return theory + practice;
}

const NOT_CONFORMING = issue(
  "dossier",
  "Ce dossier n’est pas encore conforme : toutes ses parties doivent être vues et jugées conformes d’abord.",
  "This application does not conform yet: every part of it must be seen and found to conform first.",
);
const DAYS_UNKNOWN = issue(
  "dossier",
  "Des jours ne sont connus qu’à l’année ou au mois : fixez-les d’après les pièces, ou demandez-les par un complément, puis décidez.",
  "Some days are known only by their year or month: fix them from the documents, or ask for them as a complement, then decide.",
);
const NO_TITLE = issue("titles", "Ce titre n’a pas été déclaré.", "This title was not declared.");
const NO_TITLE_GROUND = issue(
  "titles",
  "Dites pourquoi ce titre est reconnu ou ne l’est pas.",
  "Say why this title is recognised or is not.",
);
const DEPARTS = issue(
  "ground",
  "Cette décision s’écarte de ce que répondent les règles, ou les règles ne concluent pas : dites pourquoi, la personne le lira.",
  "This decision departs from what the rules answer, or the rules do not conclude: say why, the person will read it.",
);
const NO_GRANTS = issue(
  "grants",
  "Ce diplôme ne connaît pas d’heures que l’école accorderait : seuls les allègements de droit valent.",
  "This diploma knows no hours that a school grants: only reliefs as of right hold.",
);
const NO_OPINION = issue(
  "opinion",
  "Des heures ne s’accordent qu’après l’avis d’une instance : donnez son jour, ses membres et son avis.",
  "Hours are granted only after the opinion of a body: give its day, its members and its opinion.",
);
const OPINION_LATER = issue(
  "opinion",
  "L’avis de l’instance précède la décision : son jour n’est pas encore venu.",
  "The opinion of the body comes before the decision: its day has not come yet.",
);
const NO_MEMBER = issue("opinion", "Nommez chaque membre de l’instance.", "Name each member of the body.");
const RELIEF_DEPARTS = issue(
  "ground",
  "Cette décision accorde moins que ce qui était demandé, ou s’écarte de l’avis de l’instance : dites pourquoi, la personne le lira.",
  "This decision grants less than was asked for, or departs from the opinion of the body: say why, the person will read it.",
);
const NO_PAPER = issue(
  "paper",
  "Nommez le document par lequel l’autorité a répondu : sa nature, sa référence, son jour.",
  "Name the paper by which the authority answered: what it is, its reference, its day.",
);
const ANSWER_LATER = issue("on", "Ce jour n’est pas encore venu.", "This day has not come yet.");
