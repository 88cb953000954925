/** Appreciations of the livret: asked by a day, written and signed by whom they were asked of, corrected by a new record alone. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, type View, view } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { RETAINED, PROVEN_TABLES } from "../../house/house.ts";
import { inviteGuest } from "../../people/guests/acts.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed, freshly, type Invented } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { aCohort, anAccepted, employed, enrolled, type Person } from "../../test/trainees.ts";
import { recordPartnerTrack } from "../../training/cohorts/acts.ts";
import { issueLivret } from "../acts.ts";
import { livretDocument } from "../documents/livret.ts";
import { issuedLivret, myLivret, seeLivret } from "../views.ts";
import { nameWorkDirector } from "../../training/works/acts.ts";
import { askAppreciations, withdrawAppreciation, writeAppreciation } from "./acts.ts";
import { myAppreciations, seeAppreciations } from "./views.ts";

const SCHOOL = "faire-ess";
const MINE = "Cette appréciation est la mienne.";

describe("appreciations of the livret", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Actor;
  let headPerson: Invented;
  let trainer: Actor;
  let director: Actor;
  let cohort = "";
  let awa: { person: Person; enrolment: string };
  let bob: { person: Person; enrolment: string };
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const ines = await employed(world, "Ines Responsable", "head-of-training");
    [head, headPerson] = [ines.actor, ines];
    trainer = (await employed(world, "Tom Formateur", "trainer")).actor;
    const invited = { name: "Paul Deux", address: "paul@exemple.fr", language: "fr", until: "2027-03-31" } as const;
    const { guest } = await deed(world, inviteGuest, head, { ...invited, roles: ["memoire-director"] });
    const roles = ["memoire-director"] as const;
    director = { kind: "guest", guest, session: randomUUID(), roles, authenticatedAt: now };
    cohort = await aCohort(world, head);
    const enrolledAs = async (name: string) => {
      const person = await anAccepted(world, { name });
      return { person, enrolment: await enrolled(world, head, person, cohort) };
    };
    [awa, bob] = [await enrolledAs("Awa Ndiaye"), await enrolledAs("Bob Martin")];
  });
  after(() => close());

  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid" ? outcome.issues.map(({ path }) => path).join() : outcome.kind;
  };
  const seen = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>): Promise<V> => {
    const found = await view(world, what, asked(actor, input));
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  const both = () => [awa.enrolment, bob.enrolment];
  const teaching = (over = {}) => ({
    cohort,
    kind: "teaching",
    of: actorName(trainer),
    enrolments: both(),
    due: "2026-12-18",
    ...over,
  });
  const mailsTo = (to: string) =>
    withSchool(world.db, SCHOOL, async (tx) =>
      (await tx.selectFrom("mail").select("subject").where("to_address", "=", to).orderBy("id").execute()).map(
        ({ subject }) => subject,
      ),
    );
  const livret = () => seen(myLivret, candidate(world, awa.person), { enrolment: awa.enrolment, language: "fr" });
  const first = async (actor: Actor) => (await seen(myAppreciations, actor, {})).requests[0]!;

  it("are wanted by the school’s file, and the livret says which were not asked yet", async () => {
    deepEqual(
      (await livret()).appreciations.map(({ kind, state }) => [kind, state]),
      [
        ["teaching", "not-asked"],
        ["memoire", "not-asked"],
        ["whole", "not-asked"],
      ],
    );
  });

  it("are asked of whoever has the role for it, for a day to come, by one mail for all of theirs", async () => {
    equal(await tried(askAppreciations, head, teaching({ kind: "other" })), "kind");
    equal(await tried(askAppreciations, head, teaching({ of: actorName(head) })), "of");
    equal(await tried(askAppreciations, head, teaching({ due: "2026-11-24" })), "due");
    equal(await tried(askAppreciations, head, teaching({ enrolments: [randomUUID()] })), "enrolments");
    equal(await tried(askAppreciations, trainer, teaching()), "forbidden");
    const before_ = (await mailsTo("tom.formateur@exemple.fr")).length;
    deepEqual(await deed(world, askAppreciations, head, teaching()), { asked: 2 });
    const mails = (await mailsTo("tom.formateur@exemple.fr")).slice(before_);
    equal(mails.length, 1);
    match(mails[0]!, /^Appréciation demandée pour le 18\sdécembre\s2026$/u);
    // Who was asked already is not asked twice.
    equal(await tried(askAppreciations, head, teaching()), "enrolments");
    const { missing } = await livret();
    deepEqual(
      missing.filter(({ what }) => what === "appreciation").map(({ about }) => about),
      ["appréciation de l’équipe de formation (Tom Formateur)"],
    );
  });

  it("are asked of whoever directs the mémoire of each, once somebody does", async () => {
    const ask = { cohort, kind: "memoire", enrolments: [awa.enrolment], due: "2026-12-18" };
    equal(await tried(askAppreciations, head, ask), "of");
    const works = { enrolment: awa.enrolment, exam: "DF1", director: actorName(director) };
    await deed(world, nameWorkDirector, head, works);
    deepEqual(await deed(world, askAppreciations, head, ask), { asked: 1 });
    deepEqual(
      (await seen(myAppreciations, director, {})).requests.map(({ kind, about }) => [kind, about]),
      [["memoire", "Ndiaye Awa"]],
    );
  });

  it("are written and signed by whom they were asked of alone, and then read by the person", async () => {
    const { request } = await first(director);
    const said = { request, number: 0, words: "Un travail mûri, une méthode tenue.", declaration: MINE };
    equal(await tried(writeAppreciation, trainer, said), "forbidden");
    now = new Date("2026-11-25T10:00:00Z");
    // Whoever did not show who they are within the half hour signs nothing.
    equal(await tried(writeAppreciation, director, said), "");
    director = { ...director, authenticatedAt: now } as Actor;
    deepEqual(await deed(world, writeAppreciation, director, said), { number: 1 });
    equal(await tried(writeAppreciation, director, said), "stale");
    const [, memoire] = (await livret()).appreciations;
    deepEqual([memoire!.state, memoire!.name, memoire!.words], ["written", "Paul Deux", said.words]);
    const kept = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("signature").select(["what", "name", "words"]).where("what", "=", "appreciation").execute(),
    );
    deepEqual(kept, [{ what: "appreciation", name: "Paul Deux", words: MINE }]);
  });

  it("are corrected by a new record with its reason, the one before being kept", async () => {
    const { request } = await first(director);
    const again = { request, number: 1, words: "Un travail mûri.", declaration: MINE };
    equal(await tried(writeAppreciation, director, again), "reason");
    equal(
      await tried(writeAppreciation, director, {
        ...again,
        words: "Un travail mûri, une méthode tenue.",
        reason: "Rien.",
      }),
      "words",
    );
    await deed(world, writeAppreciation, director, { ...again, reason: "Une phrase de trop." });
    equal((await livret()).appreciations[1]!.words, "Un travail mûri.");
    const rows = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("appreciation").select(["number", "words", "reason"]).orderBy("number").execute(),
    );
    deepEqual(rows, [
      { number: 1, words: "Un travail mûri, une méthode tenue.", reason: "" },
      { number: 2, words: "Un travail mûri.", reason: "Une phrase de trop." },
    ]);
  });

  it("are withdrawn while they are not written, and then neither waited for nor written", async () => {
    const { people } = await seen(seeAppreciations, head, { cohort });
    const waiting = people.find(({ enrolment }) => enrolment === bob.enrolment)!.requests[0]!.request;
    const why = "N’a pas eu ce stagiaire.";
    await deed(world, withdrawAppreciation, head, { request: waiting, why });
    equal(await tried(withdrawAppreciation, head, { request: waiting, why }), "request");
    const said = { request: waiting, number: 0, words: "Bien.", declaration: MINE };
    trainer = { ...trainer, authenticatedAt: now } as Actor;
    equal(await tried(writeAppreciation, trainer, said), "request");
    const { request } = await first(director);
    equal(await tried(withdrawAppreciation, head, { request, why }), "request");
    deepEqual(
      (await seen(myAppreciations, trainer, {})).requests.map(({ about }) => about),
      ["Ndiaye Awa"],
    );
  });

  it("stand in the livret as it is issued, beside what the partner university teaches, which nothing counts", async () => {
    const track = {
      university: "Université de Rive",
      title: "Master intervention",
      holds: "Deux séminaires, 60 heures.",
    };
    const hours = (await livret()).hours!.totals;
    await deed(world, recordPartnerTrack, head, { cohort, ...track });
    const whole = await livret();
    deepEqual(whole.partner, track);
    deepEqual(whole.hours!.totals, hours);
    head = await freshly(world, headPerson);
    const { code } = await deed(world, issueLivret, head, { enrolment: awa.enrolment });
    const { issued } = await seen(issuedLivret, head, { enrolment: awa.enrolment });
    // What is attached to the paper is what the view gives.
    const current = await seen(seeLivret, head, { enrolment: awa.enrolment, language: "fr" });
    deepEqual(issued!.livret, current);
    const law = world.law(SCHOOL, "deis", { version: "2006" })!;
    const document = livretDocument({
      livret: issued!.livret,
      law,
      today: "2026-11-25",
      code,
      verifiedAt: "https://exemple.fr/v",
    });
    deepEqual(JSON.parse(document.attached), current);
    const printed = JSON.stringify(document.blocks);
    match(printed, /Un travail mûri\./);
    match(printed, /signée par Paul Deux le 25\snovembre\s2026/iu);
    match(printed, /Université de Rive/);
  });

  it("leave a record in which all of it stands", async () => {
    const verified = await verifyAudit(world.db, {
      establishment: SCHOOL,
      zone: world.zone(SCHOOL),
      tables: PROVEN_TABLES,
    });
    deepEqual(verified.tampered, []);
  });

  it("go with the training of whom they are about", async () => {
    const holding = RETAINED.find(({ name }) => name === "trainings")!;
    const about = (enrolment: string) =>
      withSchool(world.db, SCHOOL, async (tx) => {
        const asked = tx.selectFrom("appreciation_request").select("id").where("enrolment", "=", enrolment);
        const written = tx.selectFrom("appreciation").select("id").where("enrolment", "=", enrolment);
        return [(await asked.execute()).length > 0, (await written.execute()).length > 0];
      });
    deepEqual(await about(awa.enrolment), [true, true]);
    await withSchool(world.db, SCHOOL, (tx) => holding.erase!(tx, `enrolment:${awa.enrolment}`, world.now()));
    deepEqual(await about(awa.enrolment), [false, false]);
  });
});
