/** From a dossier that conforms to a place accepted, over the real law and a real database: who decides, who is called, who may not. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, type Outcome, perform, view, type View } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { OUTLIVING, PROVEN_TABLES } from "../house/house.ts";
import { runDue } from "../worker/run-due.ts";
import { verifyAudit } from "../audit/verify.ts";
import {
  acting,
  type Conforming,
  conforming,
  eligible,
  sittingCommission,
  WHOLE_COMMISSION,
  WITH_A_CONTESTED_TITLE,
  WITH_A_MASTER,
  closed,
  closingGrounds,
} from "../test/admissions.ts";
import { aDossier, DECLARED_IN_FULL } from "../test/dossiers.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../test/intakes.ts";
import { deed, giveRoles, makeAccount, stateGuest } from "../test/people.ts";
import { actorName } from "../act/permissions.ts";
import { fixDay } from "../office/acts.ts";
import { submissionsOf } from "../dossier/history/store.ts";
import { withdrawDossier } from "../dossier/submit-acts.ts";
import type { Draft } from "../inquiry/rules/draft.ts";
import { testWorldOf } from "../test/server.ts";
import { acceptedPlaces, decidedPathway } from "./accepted.ts";
import { answerAppeal, lodgeAppeal, recordAppeal } from "./appeal-acts.ts";
import { closeCommission, openCommission, proposeDecision, saveCommission } from "./commission-acts.ts";
import { listAdmitted, seeAdmitted, seeCommission } from "./commission-views.ts";
import { admissionsCheck } from "./check.ts";
import { admissionRetained } from "./retention.ts";
import { decideEligibility, decideRelief, recordAuthorityAnswer } from "./decide-acts.ts";
import { letIntoIntake } from "./let-in.ts";
import { acceptPlace, declinePlace, deferPlace, recordAnswer, reofferPlace, withdrawCandidacy } from "./place-acts.ts";
import { myCandidacy, seeAdmissions, seeCandidacy, seeDispute } from "./views.ts";

const SCHOOL = "faire-ess";
const HEAD = HEAD_OF_TRAINING;

describe("admission", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date();
  beforeEach(async () => {
    now = new Date("2027-02-01T08:00:00Z");
    ({ world, close } = await testWorldOf({ now: () => now }));
  });
  afterEach(() => close());

  const year = async (settings: Parameters<typeof openedIntake>[1] = {}) =>
    (await openedIntake(world, { places: 1, answerWithin: 10, ...settings })).id;
  const fresh = (actor: Actor): Actor => ("authenticatedAt" in actor ? { ...actor, authenticatedAt: now } : actor);
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>, establishment = SCHOOL) =>
    perform(world, act, { actor: fresh(actor), establishment, attempt: randomUUID(), input });
  const closes = async (commission: string, version = 1) =>
    tried(closeCommission, HEAD, { commission, version, grounds: await closingGrounds(world, commission) });
  /** What it came to: done, or what was said against it. */
  const said = (outcome: Outcome<unknown>) =>
    outcome.kind === "invalid"
      ? outcome.issues.map(({ message }) => message("fr")).join(" ")
      : outcome.kind === "refused"
        ? outcome.findings.map(({ condition, says }) => `${condition}: ${says}`).join(", ")
        : outcome.kind;
  const seen = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const found = await view(world, what, { actor: fresh(actor), establishment: SCHOOL, input });
    ok(found.kind === "found", `${what.name}: ${found.kind}`);
    return found.value;
  };
  const mailsTo = ({ who }: Conforming) =>
    withSchool(world.db, SCHOOL, async (tx) =>
      (
        await tx
          .selectFrom("mail")
          .selectAll()
          .where("to_address", "=", who.address)
          .where("about", "like", "dossier:%")
          .orderBy("id")
          .execute()
      ).map(({ subject, paragraphs }) => `${subject} | ${(paragraphs as string[]).join(" ")}`.replaceAll(/\s/g, " ")),
    );
  const standing = async ({ dossier, actor }: Conforming) => {
    const { state, answerBy, rank } = await seen(myCandidacy, actor, { dossier });
    return [state, answerBy, rank];
  };
  const at = (moment: string) => {
    now = new Date(moment);
  };
  const sound = async () => {
    const check = await withSchool(world.db, SCHOOL, (tx) => admissionsCheck(world)(tx, SCHOOL));
    deepEqual([check?.ok, check?.name], [true, "admissions"]);
    const given = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES, outliving: OUTLIVING };
    deepEqual((await verifyAudit(world.db, given)).tampered, []);
  };

  it("leads one person from a dossier that conforms to a place accepted", async () => {
    const intake = await year();
    const ada = await conforming(world, "Ada Martin");
    const before = await seen(seeCandidacy, HEAD, { dossier: ada.dossier });
    deepEqual([before.state, before.eligibility.outcome], ["to-decide", "eligible"]);
    await deed(world, decideEligibility, HEAD, { dossier: ada.dossier, outcome: "eligible" });
    const commission = await sittingCommission(world, intake, [[ada.dossier, "admitted"]]);
    equal((await closes(commission)).kind, "done");
    deepEqual(await standing(ada), ["offered", "2027-02-11", null]);
    const taken = await tried(acceptPlace, ada.actor, { dossier: ada.dossier });
    deepEqual(taken.kind === "done" && taken.value, { state: "accepted", answerBy: null });
    const [accepted] = await withSchool(world.db, SCHOOL, (tx) => acceptedPlaces(tx, { dossier: ada.dossier }));
    deepEqual([accepted?.account, accepted?.intake, accepted?.name], [ada.who.account, intake, "Martin Ada"]);
    await sound();
  });

  it("is not decided while a day is known only by its year, which the seal keeps as typed with both ends, until it is fixed", async () => {
    await year();
    const [title] = DECLARED_IN_FULL.titles;
    const declared = { ...DECLARED_IN_FULL, titles: [{ ...title!, awardedOn: "2016" }] };
    const { dossier } = await conforming(world, "Ada Renaud", declared);
    const [sealed] = await withSchool(world.db, SCHOOL, (tx) => submissionsOf(tx, dossier));
    const ends = sealed!.decided as Record<"best" | "worst", { input: { titles: { awardedOn: string }[] } }>;
    deepEqual(
      [ends.best, ends.worst].map(({ input }) => input.titles[0]!.awardedOn),
      ["2016-01-01", "2016-12-31"],
    );
    equal((sealed!.contents.declared as { titles: { awardedOn: string }[] }).titles[0]!.awardedOn, "2016");
    const no = await tried(decideEligibility, HEAD, { dossier, outcome: "eligible" });
    match(said(no), /Des jours ne sont connus qu’à l’année/);
    // The officer reads the day on the diploma: only a day of that year will do.
    const fixed = { dossier, item: title!.item, of: "awardedOn", day: "2016-06-27" } as const;
    match(said(await tried(fixDay, HEAD, { ...fixed, day: "2017-06-27" })), /Ce jour ne va pas/);
    equal((await tried(fixDay, acting(world, ["finance"]), fixed)).kind, "forbidden");
    await deed(world, fixDay, HEAD, fixed);
    match(said(await tried(fixDay, HEAD, { ...fixed, item: 99 })), /Ce jour ne va pas/);
    const seen = await view(world, seeCandidacy, { actor: HEAD, establishment: SCHOOL, input: { dossier } });
    if (seen.kind !== "found") throw new Error(seen.kind);
    const [read] = (seen.value.eligibility.input as { titles: { awardedOn: string }[] }).titles;
    equal(read!.awardedOn, "2016-06-27");
    equal((await tried(decideEligibility, HEAD, { dossier, outcome: "eligible" })).kind, "done");
  });

  it("is decided only on a dossier that conforms, by whoever answers for the course, and never unseen", async () => {
    await year();
    const ada = await conforming(world, "Ada Bernard");
    const { dossier } = ada;
    for (const role of ["admission-officer", "finance", "authority", "partner-establishment"] as const)
      equal(
        (await tried(decideEligibility, acting(world, [role]), { dossier, outcome: "eligible" })).kind,
        "forbidden",
      );
    equal((await tried(decideEligibility, HEAD, { dossier, outcome: "eligible" }, "ponant")).kind, "forbidden");
    equal((await tried(decideEligibility, ada.actor, { dossier, outcome: "eligible" })).kind, "forbidden");
    const draft = await begun(world, "Bo Draft");
    match(said(await tried(decideEligibility, HEAD, { dossier: draft, outcome: "eligible" })), /pas encore conforme/);
    const { decision } = await deed(world, decideEligibility, HEAD, { dossier, outcome: "eligible" });
    equal((await tried(decideEligibility, HEAD, { dossier, outcome: "eligible" })).kind, "stale");
    const again = { dossier, outcome: "not-eligible", ground: "Le titre est un faux.", seen: decision } as const;
    equal((await tried(decideEligibility, HEAD, again)).kind, "done");
    deepEqual(await standing(ada), ["not-eligible", null, null]);
  });

  it("departs from what the rules answer only by a written ground, which the person reads with the articles", async () => {
    await year();
    const paul = await conforming(world, "Paul Nguyen", NO_DOOR);
    const { dossier } = paul;
    const { eligibility } = await seen(seeCandidacy, HEAD, { dossier });
    equal(eligibility.outcome, "not-eligible");
    match(
      said(await tried(decideEligibility, HEAD, { dossier, outcome: "eligible" })),
      /s’écarte de ce que répondent les règles/,
    );
    match(said(await tried(decideEligibility, HEAD, { dossier, outcome: "eligible", ground: "  " })), /dites pourquoi/);
    equal((await tried(decideEligibility, HEAD, { dossier, outcome: "not-eligible" })).kind, "done");
    const mail = (await mailsTo(paul)).at(-1) ?? "";
    match(mail, /n’est pas recevable/);
    match(mail, /arrêté du 2 août 2006, art\.\s2, /);
    match(mail, /On écrit à la direction de l’école/);
    const { decided } = await seen(myCandidacy, paul.actor, { dossier });
    deepEqual(
      [decided.eligibility?.details.outcome, typeof decided.eligibility?.details.answer?.basis],
      ["not-eligible", "object"],
    );
  });

  it("is computed without a title that the school does not recognise, and says why it does not", async () => {
    await year();
    const { dossier } = await conforming(world, "Lou Petit");
    const doubted = { title: 0, recognised: false };
    match(
      said(
        await tried(decideEligibility, HEAD, { dossier, outcome: "eligible", titles: [{ ...doubted, ground: "" }] }),
      ),
      /Dites pourquoi ce titre/,
    );
    const titles = [{ ...doubted, ground: "Le diplôme joint est celui d’une autre personne." }];
    match(said(await tried(decideEligibility, HEAD, { dossier, outcome: "eligible", titles })), /s’écarte/);
    const decided = await tried(decideEligibility, HEAD, { dossier, outcome: "not-eligible", titles });
    equal(decided.kind === "done" && decided.value.computed, "not-eligible");
  });

  it("asks for one ground of a title awarded abroad that the school recognises, and for another where that settles nothing", async () => {
    await year();
    const titles = [
      { item: 1, kind: "social-work-state", level: 6, country: "BE", attestation: null, awardedOn: "2012-07-05" },
    ];
    const { dossier } = await conforming(world, "Lea Wolf", { ...NO_DOOR, titles });
    const { eligibility } = await seen(seeCandidacy, HEAD, { dossier });
    equal(eligibility.outcome, "needs-decision");
    match(said(await tried(decideEligibility, HEAD, { dossier, outcome: "eligible" })), /ne concluent pas/);
    const recognised = [{ title: 0, recognised: true, ground: "Même niveau, mêmes matières." }];
    match(
      said(await tried(decideEligibility, HEAD, { dossier, outcome: "not-eligible", titles: recognised })),
      /ne concluent pas/,
    );
    const decided = await tried(decideEligibility, HEAD, { dossier, outcome: "eligible", titles: recognised });
    equal(decided.kind === "done" && decided.value.computed, "needs-decision");
  });

  it("grants hours only after the opinion of the instance, and says what they change", async () => {
    await year();
    const sam = await conforming(world, "Sam Faure", WITH_A_MASTER);
    const { dossier } = sam;
    await deed(world, decideEligibility, HEAD, { dossier, outcome: "eligible" });
    const { asked, relief } = await seen(seeCandidacy, HEAD, { dossier });
    const { unit, hours } = asked.grants![0]!;
    const grants = [{ unit, hours }];
    const whole = hoursOf(relief.without);
    match(said(await tried(decideRelief, HEAD, { dossier, grants })), /qu’après l’avis d’une instance/);
    match(said(await tried(decideRelief, HEAD, { dossier })), /accorde moins que ce qui était demandé/);
    const members = [{ name: "Ines Vidal", quality: "responsable de formation" }];
    const opinion = { on: "2027-01-20", members, favourable: true, text: "Avis favorable." };
    const given = await deed(world, decideRelief, HEAD, { dossier, grants, opinion });
    match(given.protocol ?? "", /^P-D-2027-/);
    const decided = await withSchool(world.db, SCHOOL, (tx) => decidedPathway(tx, dossier));
    deepEqual(decided.facts.grants, [{ unit, hours, protocol: given.protocol }]);
    deepEqual([decided.decidedOn, decided.opinionOn], ["2027-02-01", "2027-01-20"]);
    match((await mailsTo(sam)).at(-1) ?? "", new RegExp(`${whole - hours} h à suivre sur ${whole} h`));
    const { decided: read } = await seen(myCandidacy, sam.actor, { dossier });
    const [quote, without] = [read.relief?.details.quote.answer, read.relief?.details.quoteWithout.answer] as {
      total: number;
    }[];
    ok(quote!.total < without!.total);
    match(
      said(
        await tried(decideRelief, HEAD, {
          dossier,
          grants: [{ unit: "UF2.4", hours: 10 }],
          ground: "Relu.",
          opinion,
          seen: given.decision,
        }),
      ),
      /ne s’allège jamais/,
    );
  });

  it("waits for the authority where the texts contradict each other, which answers itself or by a paper", async () => {
    await year();
    const office = await makeAccount(world, { name: "Service régional", address: "autorite@exemple.fr" });
    await giveRoles(world, office, ["authority"]);
    const eva = await conforming(world, "Eva Morel", WITH_A_CONTESTED_TITLE);
    const { dossier } = eva;
    await deed(world, decideEligibility, HEAD, { dossier, outcome: "eligible" });
    await deed(world, decideRelief, HEAD, { dossier });
    const asked = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs"])
        .where("to_address", "=", office.address)
        .where("about", "=", `dossier:${dossier}`)
        .orderBy("id")
        .execute(),
    );
    equal(asked.length, 1);
    ok(!JSON.stringify(asked).includes("Morel"));
    const { name, disputes } = await seen(seeDispute, acting(world, ["authority"]), { dossier });
    deepEqual(
      [name, disputes.map(({ title, domain, answer }) => [title, domain, answer])],
      ["Morel Eva", [["CAFERUIS", "DF3", null]]],
    );
    equal(
      (
        await view(world, seeDispute, {
          actor: acting(world, ["admission-officer"]),
          establishment: SCHOOL,
          input: { dossier },
        })
      ).kind,
      "forbidden",
    );
    const contested = async () => {
      const { relief } = await seen(seeCandidacy, HEAD, { dossier });
      const domains = relief.pathway.answer?.domains as { domain: string; exam: string }[];
      return domains.find(({ domain }) => domain === "DF3")?.exam;
    };
    equal(await contested(), "contested");
    const answer = {
      dossier,
      title: "CAFERUIS",
      domain: "DF3",
      granted: true,
      on: "2027-01-28",
      by: "DREETS Occitanie",
    };
    match(said(await tried(recordAuthorityAnswer, HEAD, answer)), /Nommez le document/);
    equal((await tried(recordAuthorityAnswer, acting(world, ["admission-officer"]), answer)).kind, "forbidden");
    match(
      said(await tried(recordAuthorityAnswer, acting(world, ["authority"]), { ...answer, title: "DEASS" })),
      /Rien n’est contesté/,
    );
    equal((await tried(recordAuthorityAnswer, acting(world, ["authority"]), answer)).kind, "done");
    equal(await contested(), "dispensed");
    const refusal = { ...answer, granted: false, on: "2027-02-01", paper: "Lettre du 1er février 2027" };
    equal((await tried(recordAuthorityAnswer, HEAD, refusal)).kind, "done");
    equal(await contested(), "to-sit");
    const { facts } = await withSchool(world.db, SCHOOL, (tx) => decidedPathway(tx, dossier));
    deepEqual(
      facts.confirmations.map(({ granted }) => granted),
      [true, false],
    );
  });

  it("asks, tells and shows a guest of the authority only of the intakes that are open to them", async () => {
    const intake = await year();
    const { actor: guest, address } = await stateGuest(world, "Solange Préfet");
    const eva = await conforming(world, "Eva Roche", WITH_A_CONTESTED_TITLE);
    const { dossier } = eva;
    await deed(world, decideEligibility, HEAD, { dossier, outcome: "eligible" });
    await deed(world, decideRelief, HEAD, { dossier });
    const answer = { dossier, title: "CAFERUIS", domain: "DF3", granted: true, on: "2027-01-28", by: "DREETS" };
    const commission = await sittingCommission(world, intake, [[dossier, "admitted"]]);
    const reads = async () => {
      const asked = { actor: fresh(guest), establishment: SCHOOL };
      const lists = (await seen(listAdmitted, guest, {})).commissions.length;
      const list = await view(world, seeAdmitted, { ...asked, input: { commission } });
      const dispute = await view(world, seeDispute, { ...asked, input: { dossier } });
      return [lists, list.kind, dispute.kind];
    };
    const mails = async () =>
      withSchool(world.db, SCHOOL, (tx) =>
        tx.selectFrom("mail").select("subject").where("to_address", "=", address).orderBy("id").execute(),
      );
    deepEqual(await reads(), [0, "missing", "missing"]);
    equal((await tried(recordAuthorityAnswer, guest, answer)).kind, "forbidden");
    equal((await mails()).length, 1);
    const open = async (to: string) => deed(world, letIntoIntake, HEAD, { intake: to, guest: guest.guest });
    await open((await openedIntake(world, { label: { fr: "Une autre rentrée", en: "Another intake" } })).id);
    deepEqual(await reads(), [0, "missing", "missing"]);
    await open(intake);
    deepEqual(await reads(), [0, "missing", "found"]);
    equal((await closes(commission)).kind, "done");
    deepEqual(await reads(), [1, "found", "found"]);
    match((await mails()).at(-1)!.subject, /^Liste des admis/);
    equal((await tried(recordAuthorityAnswer, guest, answer)).kind, "done");
    equal((await tried(letIntoIntake, acting(world, ["finance"]), { intake, guest: guest.guest })).kind, "forbidden");
  });

  it("does not close while a member is missing, somebody has no decision, or more are admitted than there are places", async () => {
    const intake = await year();
    const [ada, bo, cy] = [
      await eligible(world, "Ada Leroy"),
      await eligible(world, "Bo Girard"),
      await eligible(world, "Cy Roux"),
    ];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "admitted"],
    ]);
    equal(said(await closes(commission)), "decisions: undecided, places: too-many");
    const absent = WHOLE_COMMISSION.map((one) => ({ ...one, present: one.seat !== "partner" }));
    await deed(world, saveCommission, HEAD, { commission, version: 1, heldOn: "2027-02-01", members: absent });
    const refused = { commission, dossier: cy.dossier, decision: "refused" } as const;
    match(said(await tried(proposeDecision, HEAD, refused)), /Un refus est motivé/);
    await deed(world, proposeDecision, HEAD, { ...refused, grounds: "Projet à mûrir." });
    await deed(world, proposeDecision, HEAD, {
      commission,
      dossier: bo.dossier,
      decision: "waiting",
      rank: 1,
      version: 1,
    });
    equal(said(await closes(commission, 2)), "members: member-missing");
    const { findings } = await seen(seeCommission, HEAD, { commission });
    equal(findings.length, 1);
    equal(
      (
        await tried(closeCommission, acting(world, ["admission-officer"]), {
          commission,
          version: 2,
          grounds: await closingGrounds(world, commission),
        })
      ).kind,
      "forbidden",
    );
    await deed(world, saveCommission, HEAD, {
      commission,
      version: 2,
      heldOn: "2027-02-01",
      members: WHOLE_COMMISSION,
    });
    equal((await closes(commission, 2)).kind, "stale");
    equal((await closes(commission, 3)).kind, "done");
    match(said(await closes(commission, 3)), /La commission est close/);
    match((await mailsTo(cy)).at(-1) ?? "", /Motif : Projet à mûrir\..*On écrit à la direction/);
    deepEqual(await standing(bo), ["waiting", null, 1]);
    match(said(await tried(openCommission, HEAD, { intake, heldOn: "2027-02-01", members: [] })), /déjà réunie/);
  });

  it("is seen by the partner who sits on it and by no other, and its list by the authority without grounds", async () => {
    const intake = await year();
    const [ada, bo] = [await eligible(world, "Ada Simon"), await eligible(world, "Bo Simon")];
    const partner = acting(
      world,
      ["partner-establishment"],
      (await makeAccount(world, { name: "Paul Nguyen", address: "partenaire@exemple.fr" })).account,
    );
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "refused"],
    ]);
    const sees = async (actor: Actor) =>
      (await view(world, seeCommission, { actor, establishment: SCHOOL, input: { commission } })).kind;
    equal(await sees(partner), "missing");
    const members = WHOLE_COMMISSION.map((one) =>
      one.seat === "partner" ? { ...one, actor: actorName(partner) } : one,
    );
    await deed(world, saveCommission, HEAD, { commission, version: 1, heldOn: "2027-02-01", members });
    deepEqual(
      [await sees(partner), await sees(acting(world, ["partner-establishment"])), await sees(ada.actor)],
      ["found", "missing", "forbidden"],
    );
    const authority = acting(world, ["authority"]);
    const list = async (actor: Actor) =>
      (await view(world, seeAdmitted, { actor, establishment: SCHOOL, input: { commission } })).kind;
    equal(await list(authority), "missing");
    await closed(world, commission, 2);
    deepEqual([await list(authority), await list(partner), await list(ada.actor)], ["found", "forbidden", "forbidden"]);
    const { people } = await seen(seeAdmitted, authority, { commission });
    deepEqual(
      people.map(({ name, decision }) => [name, decision]),
      [["Simon Ada", "admitted"]],
    );
    ok(!JSON.stringify(people).includes("objectifs"));
  });

  it("calls who waits the day after an offer’s last day, and they may accept on the last day of theirs", async () => {
    const intake = await year();
    const [ada, bo, cy] = [
      await eligible(world, "Ada Blanc"),
      await eligible(world, "Bo Blanc"),
      await eligible(world, "Cy Blanc"),
    ];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
      [cy.dossier, "waiting"],
    ]);
    await closed(world, commission);
    at("2027-02-11T22:30:00Z");
    await runDue(world, SCHOOL);
    deepEqual(
      [await standing(ada), await standing(bo)],
      [
        ["offered", "2027-02-11", null],
        ["waiting", null, 1],
      ],
    );
    match(said(await tried(acceptPlace, bo.actor, { dossier: bo.dossier })), /est sur liste complémentaire/);
    at("2027-02-12T07:00:00Z");
    await sound();
    await runDue(world, SCHOOL);
    deepEqual(
      [await standing(ada), await standing(bo), await standing(cy)],
      [
        ["lapsed", null, null],
        ["offered", "2027-02-22", null],
        ["waiting", null, 1],
      ],
    );
    match((await mailsTo(ada)).at(-1) ?? "", /l’offre d’une place est tombée.*jusqu’au 11\sfévrier\s2027/);
    match((await mailsTo(bo)).at(-1) ?? "", /une place s’est libérée/);
    const count = (await mailsTo(bo)).length;
    await runDue(world, SCHOOL);
    equal((await mailsTo(bo)).length, count);
    at("2027-02-22T22:59:59Z");
    equal((await tried(acceptPlace, bo.actor, { dossier: bo.dossier })).kind, "done");
    match(
      said(await tried(reofferPlace, HEAD, { dossier: ada.dossier, reason: "Elle était à l’hôpital." })),
      /ignored: full/,
    );
    at("2027-02-24T08:00:00Z");
    await runDue(world, SCHOOL);
    equal((await tried(withdrawCandidacy, bo.actor, { dossier: bo.dossier })).kind, "done");
    deepEqual(
      [await standing(bo), await standing(cy)],
      [
        ["withdrawn", null, null],
        ["offered", "2027-03-06", null],
      ],
    );
    await sound();
  });

  it("takes the answers of those who are called since somebody left, on that same day", async () => {
    const intake = await year({ places: 2 });
    const people = [];
    for (const name of ["Ada Ocre", "Bo Ocre", "Cy Ocre", "Di Ocre", "Ed Ocre"])
      people.push(await eligible(world, name));
    const [ada, bo, cy, di, ed] = people as [Conforming, Conforming, Conforming, Conforming, Conforming];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "admitted"],
      [cy.dossier, "waiting"],
      [di.dossier, "waiting"],
      [ed.dossier, "waiting"],
    ]);
    await closed(world, commission);
    at("2027-02-03T08:00:00Z");
    const one = async (act: typeof acceptPlace, { actor, dossier }: Conforming) =>
      (await tried(act, actor, { dossier })).kind;
    // Both places fall free, and the last who is called answers first.
    deepEqual([await one(declinePlace, bo), await one(declinePlace, ada)], ["done", "done"]);
    equal(await one(acceptPlace, di), "done");
    deepEqual([await one(declinePlace, cy), await one(deferPlace, ed)], ["done", "done"]);
    deepEqual(
      [await standing(cy), await standing(di), await standing(ed)],
      [
        ["declined", null, null],
        ["accepted", null, null],
        ["deferred", null, null],
      ],
    );
    await sound();
    equal((await tried(reofferPlace, HEAD, { dossier: ada.dossier, reason: "Une lettre est arrivée." })).kind, "done");
    at("2027-02-20T08:00:00Z");
    await runDue(world, SCHOOL);
    await sound();
  });

  it("keeps the place of whoever answered by midnight while they were asked who they are, unless it was given on", async () => {
    const intake = await year();
    const [ada, bo] = [await eligible(world, "Ada Noir"), await eligible(world, "Bo Noir")];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
    ]);
    await closed(world, commission);
    const sentAt = new Date("2027-02-11T22:58:00Z");
    at("2027-02-11T23:02:00Z");
    await runDue(world, SCHOOL);
    const late = { ...ada.actor, sentAt } as Actor;
    match(said(await tried(acceptPlace, late, { dossier: ada.dossier })), /l’offre restée sans réponse/);
    deepEqual(await standing(bo), ["offered", "2027-02-22", null]);
    at("2027-02-22T23:02:00Z");
    const inTime = { ...bo.actor, sentAt: new Date("2027-02-22T22:58:00Z") } as Actor;
    equal((await tried(acceptPlace, inTime, { dossier: bo.dossier })).kind, "done");
    deepEqual(await standing(bo), ["accepted", null, null]);
    await sound();
  });

  it("gives no place twice to two who act at one moment", async () => {
    const intake = await year();
    const people = [];
    for (const name of ["Ada Vert", "Bo Vert", "Cy Vert", "Di Vert"]) people.push(await eligible(world, name));
    const [ada, bo, cy, di] = people as [Conforming, Conforming, Conforming, Conforming];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
      [cy.dossier, "waiting"],
      [di.dossier, "waiting"],
    ]);
    await closed(world, commission);
    at("2027-02-12T07:00:00Z");
    const kinds = await Promise.all([
      tried(acceptPlace, ada.actor, { dossier: ada.dossier }),
      runDue(world, SCHOOL),
      runDue(world, SCHOOL),
      tried(declinePlace, bo.actor, { dossier: bo.dossier }),
      tried(reofferPlace, HEAD, { dossier: ada.dossier, reason: "Erreur." }),
    ]);
    equal(typeof kinds[0] === "object" && kinds[0].kind, "invalid");
    const { candidates } = await seen(seeAdmissions, HEAD, { intake });
    equal(candidates.filter(({ state }) => state === "offered" || state === "accepted").length, 1);
    await sound();
  });

  it("defers, is answered for by the office where somebody wrote a letter, and is offered anew while a place is free", async () => {
    const intake = await year({ places: 2 });
    const [ada, bo] = [await eligible(world, "Ada Gris"), await eligible(world, "Bo Gris")];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "admitted"],
    ]);
    await closed(world, commission);
    equal((await tried(deferPlace, ada.actor, { dossier: ada.dossier })).kind, "done");
    deepEqual(await standing(ada), ["deferred", null, null]);
    const officer = acting(world, ["admission-officer"]);
    match(
      said(await tried(recordAnswer, officer, { dossier: bo.dossier, answer: "declined", how: "" })),
      /Dites comment/,
    );
    await deed(world, recordAnswer, officer, { dossier: bo.dossier, answer: "declined", how: "Lettre du 2 février." });
    equal(
      (await tried(recordAnswer, ada.actor, { dossier: ada.dossier, answer: "accepted", how: "Moi." })).kind,
      "forbidden",
    );
    equal((await tried(acceptPlace, bo.actor, { dossier: ada.dossier })).kind, "forbidden");
    const anew = await deed(world, reofferPlace, officer, { dossier: bo.dossier, reason: "Il a changé d’avis." });
    deepEqual(anew, { state: "offered", answerBy: "2027-02-11" });
    match((await mailsTo(bo)).at(-1) ?? "", /de nouveau offerte/);
    await sound();
  });

  it("keeps the admission of whoever deferred for the next intake, where a place is offered to them", async () => {
    const first = await year();
    const ada = await eligible(world, "Ada Bleu");
    const one = await sittingCommission(world, first, [[ada.dossier, "admitted"]]);
    await closed(world, one);
    await deed(world, deferPlace, fresh(ada.actor), { dossier: ada.dossier });
    const next = await year({
      label: { fr: "Rentrée 2028", en: "2028 intake" },
      opens: { day: "2027-01-02", time: "09:00" },
      closes: { day: "2028-03-31", time: "23:59" },
      interviewsFrom: null,
      interviewsTo: null,
      decidesBy: null,
      entryOn: "2028-09-11",
    });
    const bo = await eligible(world, "Bo Bleu", next);
    const two = await sittingCommission(world, next, [[bo.dossier, "admitted"]]);
    match(
      said(
        await tried(proposeDecision, HEAD, {
          commission: two,
          dossier: ada.dossier,
          decision: "refused",
          grounds: "Non.",
        }),
      ),
      /reportée à la prochaine rentrée/,
    );
    equal(said(await closes(two)), "places: too-many");
    await deed(world, proposeDecision, HEAD, {
      commission: two,
      dossier: bo.dossier,
      decision: "waiting",
      rank: 1,
      version: 1,
    });
    await closed(world, two);
    deepEqual(
      [await standing(ada), await standing(bo)],
      [
        ["offered", "2027-02-11", null],
        ["waiting", null, 1],
      ],
    );
    await deed(world, acceptPlace, fresh(ada.actor), { dossier: ada.dossier });
    const [accepted] = await withSchool(world.db, SCHOOL, (tx) => acceptedPlaces(tx, { dossier: ada.dossier }));
    equal(accepted?.intake, next);
    await sound();
  });

  it("hears an appeal: confirmed, the refusal stands; granted, it adds a place for that person alone", async () => {
    const intake = await year();
    const [ada, bo, cy] = [
      await eligible(world, "Ada Brun"),
      await eligible(world, "Bo Brun"),
      await eligible(world, "Cy Brun"),
    ];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "refused"],
      [cy.dossier, "refused"],
    ]);
    await closed(world, commission);
    const grounds = "Le projet a été relu.";
    match(
      said(await tried(answerAppeal, HEAD, { dossier: bo.dossier, outcome: "confirmed", grounds })),
      /Aucun recours/,
    );
    match(
      said(await tried(recordAppeal, HEAD, { dossier: ada.dossier, receivedOn: "2027-02-01", text: "Trop tôt." })),
      /en attente d’une réponse/,
    );
    at("2027-02-05T08:00:00Z");
    for (const { dossier } of [bo, cy])
      await deed(world, recordAppeal, HEAD, { dossier, receivedOn: "2027-02-04", text: "Je conteste." });
    match(
      said(await tried(recordAppeal, HEAD, { dossier: bo.dossier, receivedOn: "2027-02-04", text: "Encore." })),
      /attend déjà/,
    );
    match(
      said(await tried(answerAppeal, HEAD, { dossier: bo.dossier, outcome: "confirmed", grounds: " " })),
      /motivée/,
    );
    await deed(world, answerAppeal, HEAD, { dossier: bo.dossier, outcome: "confirmed", grounds });
    deepEqual(await standing(bo), ["refused", null, null]);
    match((await mailsTo(bo)).at(-1) ?? "", /rejeté.*Le projet a été relu/);
    match(said(await tried(answerAppeal, HEAD, { dossier: cy.dossier, outcome: "granted", grounds })), /ce qu’ouvre/);
    await deed(world, answerAppeal, HEAD, { dossier: cy.dossier, outcome: "granted", grounds, offers: "place" });
    deepEqual(await standing(cy), ["offered", "2027-02-15", null]);
    equal((await tried(acceptPlace, ada.actor, { dossier: ada.dossier })).kind, "done");
    equal((await tried(acceptPlace, cy.actor, { dossier: cy.dossier })).kind, "done");
    const { people } = await seen(seeAdmitted, acting(world, ["authority"]), { commission });
    deepEqual(
      people.map(({ name }) => name),
      ["Brun Ada", "Brun Cy"],
    );
    await sound();
  });

  it("takes a person’s own appeal once, until the last day of the school’s file, and no longer", async () => {
    const intake = await year();
    const [ada, bo] = [await eligible(world, "Ada Verte"), await eligible(world, "Bo Verte")];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "refused"],
      [bo.dossier, "refused"],
    ]);
    await closed(world, commission);
    match((await mailsTo(ada)).join(" "), /Vous pouvez contester jusqu’au jeudi 1er avril 2027/);
    const text = "Mon projet n’a pas été lu.";
    deepEqual((await seen(myCandidacy, ada.actor, { dossier: ada.dossier })).contest?.by, "2027-04-01");
    match(
      said(await tried(lodgeAppeal, ada.actor, { dossier: ada.dossier, text: " " })),
      /Dites ce que vous contestez/,
    );
    equal((await tried(lodgeAppeal, bo.actor, { dossier: ada.dossier, text })).kind, "forbidden");
    at("2027-04-01T20:00:00Z");
    const attempt = randomUUID();
    const input = { dossier: ada.dossier, text };
    const once = { actor: fresh(ada.actor), establishment: SCHOOL, attempt, input };
    deepEqual(await perform(world, lodgeAppeal, once), await perform(world, lodgeAppeal, once));
    const { contest } = await seen(myCandidacy, ada.actor, { dossier: ada.dossier });
    equal(contest?.appealedOn, "2027-04-01");
    match(said(await tried(lodgeAppeal, ada.actor, input)), /attend déjà/);
    match((await mailsTo(ada)).at(-1)!, /votre recours est enregistré/);
    at("2027-04-02T08:00:00Z");
    match(said(await tried(lodgeAppeal, bo.actor, { dossier: bo.dossier, text })), /a fini le 1er.avril 2027/);
    await deed(world, answerAppeal, HEAD, { dossier: ada.dossier, outcome: "confirmed", grounds: "Relu." });
    equal((await seen(myCandidacy, ada.actor, { dossier: ada.dossier })).contest?.appealedOn, null);
    await sound();
  });

  it("hears an appeal of a person who is not eligible: granted, the candidacy goes to the commission", async () => {
    const intake = await year();
    const [ada, bo] = [await conforming(world, "Ada Rose"), await conforming(world, "Bo Rose")];
    for (const { dossier } of [ada, bo])
      await deed(world, decideEligibility, HEAD, { dossier, outcome: "not-eligible", ground: "Non prouvé." });
    match((await mailsTo(ada)).at(-1)!, /Vous pouvez contester jusqu’au jeudi 1er avril 2027/);
    match(said(await tried(withdrawCandidacy, ada.actor, { dossier: ada.dossier })), /non recevable/);
    deepEqual((await seen(myCandidacy, ada.actor, { dossier: ada.dossier })).contest?.by, "2027-04-01");
    at("2027-04-01T20:00:00Z");
    await deed(world, lodgeAppeal, ada.actor, { dossier: ada.dossier, text: "Voici la preuve." });
    await deed(world, recordAppeal, HEAD, { dossier: bo.dossier, receivedOn: "2027-04-01", text: "Par lettre." });
    const { facts } = await seen(seeCandidacy, HEAD, { dossier: ada.dossier });
    const again = { dossier: ada.dossier, outcome: "eligible", ground: "Relu.", seen: facts[0]!.id } as const;
    match(said(await tried(decideEligibility, HEAD, again)), /répondez-y d’abord/);
    const granted = { dossier: ada.dossier, outcome: "granted", grounds: "La preuve est là." } as const;
    match(said(await tried(answerAppeal, HEAD, { ...granted, offers: "place" })), /sur aucune liste/);
    await deed(world, answerAppeal, HEAD, granted);
    await deed(world, answerAppeal, HEAD, { dossier: bo.dossier, outcome: "confirmed", grounds: "Relu." });
    deepEqual(
      [await standing(ada), await standing(bo)].map(([state]) => state),
      ["eligible", "not-eligible"],
    );
    match((await mailsTo(ada)).at(-1)!, /accueilli.*La preuve est là.*Votre candidature est recevable/);
    match((await mailsTo(bo)).at(-1)!, /rejeté/);
    at("2027-04-02T08:00:00Z");
    match(
      said(await tried(lodgeAppeal, bo.actor, { dossier: bo.dossier, text: "Encore." })),
      /a fini le 1er.avril 2027/,
    );
    await closed(world, await sittingCommission(world, intake, [[ada.dossier, "admitted"]]));
    deepEqual((await standing(ada))[0], "offered");
    await sound();
  });

  it("puts whoever appealed at the end of the waiting list, unless a place is free", async () => {
    const intake = await year();
    const [ada, bo, cy] = [
      await eligible(world, "Ada Jaune"),
      await eligible(world, "Bo Jaune"),
      await eligible(world, "Cy Jaune"),
    ];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
      [cy.dossier, "refused"],
    ]);
    await closed(world, commission);
    await deed(world, recordAppeal, HEAD, { dossier: cy.dossier, receivedOn: "2027-02-01", text: "Je conteste." });
    const granted = { dossier: cy.dossier, outcome: "granted", grounds: "Relu.", offers: "waiting" } as const;
    await deed(world, answerAppeal, HEAD, granted);
    deepEqual(await standing(cy), ["waiting", null, 2]);
    await sound();
  });

  it("is in the copy of the person it is about, goes with their dossier, and leaves the list whole", async () => {
    const intake = await year();
    const [ada, bo] = [await eligible(world, "Ada Pourpre"), await eligible(world, "Bo Pourpre")];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
    ]);
    await closed(world, commission);
    const [held] = admissionRetained;
    const chains = await withSchool(world.db, SCHOOL, (tx) => held!.chains(tx, { account: ada.who.account }));
    deepEqual(chains, [`candidacy:${ada.dossier}`]);
    now = new Date("2030-02-01T08:00:00Z");
    await runDue(world, SCHOOL);
    const left = await withSchool(world.db, SCHOOL, async (tx) => [
      (await tx.selectFrom("admission_fact").select("id").execute()).length,
      (await tx.selectFrom("admission_state").select("id").execute()).length,
      (await tx.selectFrom("commission_proposal").select("id").execute()).length,
      (await tx.selectFrom("dossier").select("id").execute()).length,
      (await tx.selectFrom("commission").select("id").execute()).length,
    ]);
    deepEqual(left, [0, 0, 0, 0, 1]);
    const given = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES, outliving: OUTLIVING };
    deepEqual((await verifyAudit(world.db, given)).tampered, []);
  });

  it("keeps the dossier that a place was offered on, and frees the place of whoever withdraws their candidacy", async () => {
    const intake = await year();
    const [ada, bo] = [await eligible(world, "Ada Rose"), await eligible(world, "Bo Rose")];
    const commission = await sittingCommission(world, intake, [
      [ada.dossier, "admitted"],
      [bo.dossier, "waiting"],
    ]);
    await closed(world, commission);
    match(
      said(await tried(withdrawDossier, fresh(ada.actor), { dossier: ada.dossier })),
      /désistez-vous depuis la page/,
    );
    await deed(world, withdrawCandidacy, fresh(ada.actor), { dossier: ada.dossier });
    deepEqual(
      [await standing(ada), await standing(bo)],
      [
        ["withdrawn", null, null],
        ["offered", "2027-02-11", null],
      ],
    );
    await sound();
  });
});

function hoursOf({ answer }: { readonly answer: Readonly<Record<string, unknown>> | null }): number {
  const { theory, practice } = answer!.totals as { theory: number; practice: number };
  return theory + practice;
}

async function begun(world: World, name: string): Promise<string> {
  const who = await makeAccount(world, { name, address: "begun@exemple.fr" });
  return aDossier(world, who);
}

/** A title that opens no door by itself, and no experience. */
const NO_DOOR: Draft = {
  ...DECLARED_IN_FULL,
  titles: [{ item: 1, title: "DEASS", awardedOn: "2017-06-27", startedOn: null }],
  periods: [],
};
