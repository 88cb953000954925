/** An interview from the day it is placed into to the grid that those who hold it agree on. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, type View, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { convocationText } from "../agenda/convocation.ts";
import { withSchool } from "../db/school.ts";
import { RETAINED, PROVEN_TABLES } from "../house/house.ts";
import type { CalendarEntry } from "../kit/calendar.ts";
import { verifyAudit } from "../audit/verify.ts";
import { anIntake, candidate } from "../test/dossiers.ts";
import { type ADay, anInterviewDay, aPair, asInterviewer, conforming, placed } from "../test/interviewing.ts";
import { actorOf, giveRoles, type Invented, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { interviewsCheck } from "./check.ts";
import { askToMove, callInterviewers, confirmInterview, convoke, declineMove } from "./convoke-acts.ts";
import { cancelInterviewDay, changeInterviewDay, openInterviewDay } from "./day-acts.ts";
import { agreeGrid, declareInterviewLink, noteLink, proposeGrid, saveGrid } from "./grid-acts.ts";
import { interviewOf } from "./of.ts";
import {
  cancelInterview,
  missInterview,
  moveInterview,
  noteNeeds,
  placeInterview,
  postponeInterview,
} from "./place-acts.ts";
import { heldInterviews, openGrid, ownInterview, seeInterviewDay, seeInterviewDays } from "./views.ts";

const SCHOOL = "faire-ess";
/** With spaces that break, as a test is typed. */
const spaced = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
type Candidate = Invented & { readonly dossier: string };

describe("an interview", () => {
  let world: World;
  let close: () => Promise<void>;
  let now = new Date("2026-12-01T09:00:00Z");
  let officer: Actor;
  let day: ADay;
  const claire = {} as Candidate;
  const paul = {} as Candidate;
  const nour = {} as Candidate;
  let id = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    const working = async () => actorOf(world, await openedSession(world, who, ["password", "totp"]));
    officer = await working();
    Object.assign(claire, await conforming(world, officer, { name: "Claire", address: "claire@exemple.fr" }));
    Object.assign(paul, await conforming(world, officer, { name: "Paul", address: "paul@exemple.fr" }));
    Object.assign(nour, await conforming(world, officer, { name: "Nour", address: "nour@exemple.fr" }));
    const intake = await anIntake(world);
    now = new Date("2027-04-12T08:00:00Z");
    officer = await working();
    day = await anInterviewDay(world, officer, { intake });
  });
  after(() => close());

  async function tried<F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>, establishment = SCHOOL) {
    const outcome = await perform(world, act, { actor, establishment, attempt: randomUUID(), input });
    if (outcome.kind !== "invalid") return outcome.kind;
    return spaced(outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join());
  }
  async function seen<F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>, establishment = SCHOOL) {
    const found = await view(world, what, { actor, establishment, input });
    return found.kind === "found" ? found.value : undefined;
  }
  const asked = (given: object = {}) => ({
    analysisRoom: day.analysis,
    analysisFrom: "09:00",
    room: day.room,
    pair: "A",
    interviewFrom: "09:30",
    ...given,
  });
  const mailsTo = (address: string) =>
    withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs", "calendar", "link"])
        .where("to_address", "=", address)
        .orderBy("id")
        .execute(),
    );
  const lastMailTo = async (address: string) => {
    const { subject, ...last } = (await mailsTo(address)).at(-1)!;
    return { subject: spaced(subject), ...last, text: spaced(JSON.stringify(last.paragraphs)) };
  };
  const entryTo = async (address: string) => (await lastMailTo(address)).calendar as CalendarEntry;
  const shown = async () => (await seen(seeInterviewDay, officer, { id: day.day }))!;
  const versionOf = async (interview: string) =>
    (await shown()).interviews.find((one) => one.id === interview)!.version;
  const ana = () => asInterviewer(world, day.pair.members[0]);
  const bruno = () => asInterviewer(world, day.pair.members[1]);
  const WORDS = { analysis: "Fine.", synthesis: "Claire.", expression: "Aisée.", fit: "Entier." };

  describe("the day it is in", () => {
    it("is opened by whoever arranges interviews, with what it needs, and takes its rooms", async () => {
      const { intake, settings } = day;
      const open = (more: object, actor = officer, onDay = "2027-05-11") =>
        tried(openInterviewDay, actor, { intake, onDay, settings: { ...settings, ...more } });
      match(await open({}, officer, "2027-04-11"), /^onDay: Ce jour est passé/);
      match(await open({ closes: "08:00" }), /^closes: La journée finit/);
      match(await open({ rooms: settings.rooms.slice(0, 1) }), /^rooms: Il faut au moins une salle/);
      match(await open({ pairs: [] }), /^pairs: Choisissez au moins un binôme/);
      match(await open({ pairs: [{ key: "A", members: [`account:${claire.account}`] }] }), /^pairs: Quelqu’un de ces/);
      match(
        await open({}, officer, "2027-05-10"),
        /Étude \S+ et Bureau \S+ : déjà pris le lundi 10 mai 2027 à 9 h.*journée d’entretiens/,
      );
      equal(await open({}, ana()), "forbidden");
      equal(
        await tried(openInterviewDay, officer, { intake, onDay: "2027-05-11", settings }, "autre-ecole"),
        "forbidden",
      );
      equal((await seen(seeInterviewDays, officer, {}))!.intakes[0]!.waiting, 3);
    });
  });

  describe("its place", () => {
    it("is within the day, by its steps, outside its pauses, and not long after the analysis", async () => {
      const place = (given: object) =>
        tried(placeInterview, officer, { day: day.day, dossier: claire.dossier, ...asked(given) });
      match(await place({ analysisFrom: "08:30" }), /^analysisFrom: Cela ne tient pas dans la journée/);
      match(await place({ analysisFrom: "09:05" }), /^analysisFrom: Les heures vont de 15 en 15/);
      match(
        await place({ interviewFrom: "10:15", analysisFrom: "09:30" }),
        /^interviewFrom: Cela tombe dans une pause/,
      );
      match(await place({ interviewFrom: "09:15" }), /^interviewFrom: L’entretien commence avant la fin/);
      match(await place({ interviewFrom: "11:00" }), /^interviewFrom: L’attente .* dépasse 30 minutes/);
      match(await place({ pair: "B" }), /^pair: Choisissez un binôme/);
      match(await place({ room: day.analysis }), /^room: Choisissez une salle d’entretien/);
      match(await place({ text: "9" }), /^text: Choisissez un texte/);
    });

    it("is taken once: nobody and no room is twice at one time", async () => {
      id = await placed(world, officer, day, claire);
      match(
        await tried(placeInterview, officer, {
          day: day.day,
          dossier: claire.dossier,
          ...asked({ analysisFrom: "11:00", interviewFrom: "11:30" }),
        }),
        /^dossier: Cette personne a déjà un entretien/,
      );
      const met = await tried(placeInterview, officer, {
        day: day.day,
        dossier: paul.dossier,
        ...asked({ interviewFrom: "09:45" }),
      });
      match(met, /pair: Ana A et Bruno A : déjà pris le lundi 10 mai 2027 à 9 h 30, jusqu’à 10 h, par un entretien/);
      match(met, /room: Bureau \S+ : déjà pris/);
      equal((await shown()).interviews.length, 1);
      equal((await shown()).waiting.map(({ name }) => name).join(), "Nour Claire,Paul Claire");
    });

    it("is refused to the second of two who place at one moment", async () => {
      const attempts = [0, 1].map(() => {
        const input = {
          day: day.day,
          dossier: paul.dossier,
          ...asked({ analysisFrom: "09:30", interviewFrom: "10:00" }),
        };
        return tried(placeInterview, officer, input);
      });
      const both = await Promise.all(attempts);
      equal(both.filter((one) => one === "done").length, 1, both.join());
      const his = (await shown()).interviews.find(({ dossier }) => dossier === paul.dossier)!;
      equal(await tried(cancelInterview, officer, { interview: his.id, reason: "Essai." }), "done");
      // Whoever was not told of it is not told that it is over.
      equal(
        (await mailsTo(paul.address)).some(({ calendar }) => calendar !== null),
        false,
      );
    });

    it("is longer for somebody to whom more time was granted, and not at the hours at which they cannot come", async () => {
      const need = { dossier: paul.dossier, extra: 33, away: [{ from: "11:15", to: "12:00" }] };
      equal(await tried(noteNeeds, officer, { ...need, version: 0 }), "done");
      equal(await tried(noteNeeds, officer, { ...need, version: 0 }), "stale");
      const place = (given: object) =>
        tried(placeInterview, officer, { day: day.day, dossier: paul.dossier, ...asked(given) });
      match(
        await place({ analysisFrom: "10:45", interviewFrom: "11:15" }),
        /^interviewFrom: L’entretien commence avant/,
      );
      const away = /^interviewFrom: Cette personne ne peut pas venir à cette heure/;
      match(await place({ analysisFrom: "09:45", interviewFrom: "10:45" }), away);
      equal(await tried(noteNeeds, officer, { ...need, away: [], version: 1 }), "done");
      equal(await place({ analysisFrom: "09:45", interviewFrom: "10:45" }), "done");
      const his = (await shown()).interviews.find(
        ({ dossier, state }) => dossier === paul.dossier && state === "placed",
      )!;
      const minutes = (from: Date, until: Date) => (until.getTime() - from.getTime()) / 60_000;
      deepEqual([minutes(his.analysisAt, his.analysisUntil), minutes(his.beginsAt, his.endsAt)], [45, 45]);
    });
  });

  describe("the convocation", () => {
    it("tells the candidate where and when, with an hour for their calendar; before it they see nothing", async () => {
      equal((await seen(ownInterview, candidate(world, claire), { dossier: claire.dossier }))!.interview, null);
      equal(await tried(convoke, ana(), { interview: id }), "forbidden");
      match(await tried(convoke, officer, { interview: id }), /^ground: La recevabilité .* décidez-en d’abord/);
      equal(await tried(convoke, officer, { interview: id, ground: "Vu." }), "done");
      match(await tried(convoke, officer, { interview: id }), /^interview: Cet entretien est annoncé/);
      const { subject, text, link } = await lastMailTo(claire.address);
      equal(subject, "Votre entretien d’admission, le lundi 10 mai 2027 à 9 h");
      match(text, /À 9 h, Étude \S+ : analyse du texte, 30 minutes\. Vous recevez un texte d’actualité au début\./);
      match(JSON.stringify(link), new RegExp(`/faire-ess/deis/dossier/${claire.dossier}/entretien`));
      const entry = await entryTo(claire.address);
      deepEqual(
        [entry.sequence, entry.cancelled, entry.from, entry.until],
        [0, false, "2027-05-10T07:00:00.000Z", "2027-05-10T08:00:00.000Z"],
      );
      const her = (await seen(ownInterview, candidate(world, claire), { dossier: claire.dossier }))!.interview!;
      equal(her.state, "convoked");
      equal(her.convocation.length, 4);
      const paragraphs = (await lastMailTo(claire.address)).paragraphs as string[];
      for (const line of convocationText(her.convocation, "fr")) ok(paragraphs.map(spaced).includes(line), line);
      match(entry.place, /^Étude \S+, Bureau \S+, 1011 rue du Pont de Lavérune, CS/);
      ok(!JSON.stringify([text, her]).includes("non-recours"), "the text is handed over on the day, and not before");
      equal(await seen(ownInterview, candidate(world, paul), { dossier: claire.dossier }), undefined);
    });

    it("tells those who hold them how many are theirs, a guest by the way they come in", async () => {
      equal(await tried(callInterviewers, officer, { day: day.day }), "done");
      const to = await withSchool(world.db, SCHOOL, (tx) =>
        tx
          .selectFrom("mail")
          .select(["to_address", "link"])
          .where("subject", "like", "Entretiens d’admission du%")
          .orderBy("id")
          .execute(),
      );
      deepEqual(
        to
          .map(({ to_address, link }) => [to_address!.split("-")[0], (link as { path: string }).path].join(" "))
          .toSorted(),
        ["ana /faire-ess/mes-entretiens", "bruno /faire-ess/invite"],
      );
    });

    it("is answered: confirmed; or another hour is asked for, with a reason, of which the office is told", async () => {
      equal(await tried(confirmInterview, candidate(world, paul), { interview: id }), "forbidden");
      equal(await tried(confirmInterview, candidate(world, claire), { interview: id }), "done");
      match(
        await tried(askToMove, candidate(world, claire), { interview: id, reason: " " }),
        /^reason: Dites pourquoi/,
      );
      equal(
        await tried(askToMove, candidate(world, claire), { interview: id, reason: "Mon train arrive à dix heures." }),
        "done",
      );
      match((await lastMailTo("sacha@exemple.fr")).subject, /une autre heure d’entretien est demandée/);
      match(JSON.stringify((await lastMailTo("sacha@exemple.fr")).link), new RegExp(`/faire-ess/entretiens/un/${id}`));
    });

    it("confirms by mail that another hour is asked for, and says there and on its page that the hour told still counts", async () => {
      const { subject, text } = await lastMailTo(claire.address);
      match(`${subject} ${text}`, /demande d’une autre heure.*enregistrée.*D’ici là, cette heure compte toujours/);
      const { interview } = (await seen(ownInterview, candidate(world, claire), { dossier: claire.dossier }))!;
      equal(
        interview!.convocation.some(({ says }) => says.fr.startsWith("demandez une autre heure")),
        false,
      );
    });

    it("is kept with a reason, or moved: the entry in their calendar is then replaced by the next of it", async () => {
      equal(await tried(declineMove, officer, { interview: id, reason: "Toutes les heures sont prises." }), "done");
      match((await lastMailTo(claire.address)).subject, /reste fixé au lundi 10 mai/);
      equal((await entryTo(claire.address)).sequence, 0);
      const { uid } = await entryTo(claire.address);
      const move = async (given: object, version?: number) =>
        tried(moveInterview, officer, { interview: id, version: version ?? (await versionOf(id)), ...asked(given) });
      match(await move({ analysisFrom: "10:00", interviewFrom: "10:45" }), /pair: Ana A et Bruno A : déjà pris/);
      equal(await move({ analysisFrom: "09:15", interviewFrom: "09:45" }, 1), "stale");
      equal(await move({ analysisFrom: "09:15", interviewFrom: "09:45" }), "done");
      match((await lastMailTo(claire.address)).subject, /est déplacé : le lundi 10 mai 2027 à 9 h 15/);
      const entry = await entryTo(claire.address);
      deepEqual([entry.uid, entry.sequence, entry.cancelled], [uid, 1, false]);
      // The hour it had is free again, of rooms and of people.
      equal(await move({}), "done");
      equal((await entryTo(claire.address)).sequence, 2);
    });

    it("is postponed with a reason, its entry cancelled, its room and its people free", async () => {
      const [his] = (await shown()).interviews.filter(
        ({ dossier, state }) => dossier === paul.dossier && state === "placed",
      );
      equal(await tried(convoke, officer, { interview: his!.id, ground: "Vu." }), "done");
      match(await tried(postponeInterview, officer, { interview: his!.id, reason: "" }), /^reason: Dites pourquoi/);
      equal(await tried(postponeInterview, officer, { interview: his!.id, reason: "Grève des trains." }), "done");
      const { subject, text } = await lastMailTo(paul.address);
      match(`${subject} ${text}`, /est reporté.*Ne venez pas.*Grève des trains.*nouvelle date/);
      const entry = await entryTo(paul.address);
      deepEqual([entry.sequence, entry.cancelled], [1, true]);
      equal((await shown()).waiting.length, 2);
    });
  });

  describe("who holds it", () => {
    it("says that they know the candidate: the office is told, and finds another pair at the same hour", async () => {
      const { settings } = day;
      const pairs = [...settings.pairs, await aPair(world, officer, "B")];
      const { version } = await shown();
      equal(
        await tried(changeInterviewDay, officer, { day: day.day, version, settings: { ...settings, pairs } }),
        "done",
      );
      equal(await tried(changeInterviewDay, officer, { day: day.day, version, settings }), "stale");
      const interview = await placed(world, officer, day, { ...nour, from: "10:45", then: "11:15" });
      equal(await tried(convoke, officer, { interview, ground: "Vu." }), "done");
      equal(await tried(declareInterviewLink, officer, { interview, said: "" }), "forbidden");
      equal(await tried(declareInterviewLink, bruno(), { interview, said: "Elle a été ma collègue." }), "done");
      match((await lastMailTo("sacha@exemple.fr")).subject, /un autre binôme est à trouver/);
      const flagged = (await shown()).interviews.filter(({ toHandOver }) => toHandOver).map((one) => one.id);
      deepEqual(flagged, [interview]);
      const move = async (pair: string) => {
        const asking = asked({ analysisFrom: "10:45", interviewFrom: "11:15", pair, text: "1" });
        return tried(moveInterview, officer, { interview, version: await versionOf(interview), ...asking });
      };
      match(await move("A"), /^pair: Quelqu’un de ce binôme connaît cette personne/);
      const before = (await mailsTo(nour.address)).length;
      equal(await move("B"), "done");
      equal((await mailsTo(nour.address)).length, before, "the hour is the same: there is nothing to tell her");
      equal(
        (await shown()).interviews.some(({ toHandOver }) => toHandOver),
        false,
      );
      equal(await seen(openGrid, bruno(), { id: interview }), undefined);
    });

    it("is nobody whom the office noted as knowing the candidate", async () => {
      const who = day.pair.members[0];
      equal(await tried(noteLink, officer, { dossier: paul.dossier, who, said: "Sa cousine." }), "done");
      match(await tried(noteLink, officer, { dossier: paul.dossier, who, said: "" }), /^said: C’est déjà noté/);
      match(await tried(noteLink, officer, { dossier: paul.dossier, who: "personne", said: "" }), /^who: Choisissez/);
      const asking = asked({ analysisFrom: "09:45", interviewFrom: "10:45" });
      match(
        await tried(placeInterview, officer, { day: day.day, dossier: paul.dossier, ...asking }),
        /^pair: Quelqu’un de ce/,
      );
    });

    it("stays in the day as long as somebody is placed with them", async () => {
      const { version } = await shown();
      // As it was before the other pair came.
      const input = { day: day.day, version, settings: day.settings };
      match(await tried(changeInterviewDay, officer, input), /^rooms: Quelqu’un est placé/);
      match(await tried(cancelInterviewDay, officer, { id: day.day }), /^day: Des candidats sont encore placés/);
    });
  });

  describe("the grid", () => {
    it("is filled in from the hour on, by those who hold it alone", async () => {
      const grid = { interview: id, version: 0, finish: false, appreciations: WORDS, remark: "" };
      match(await tried(saveGrid, bruno(), grid), /^remark: La grille se remplit à partir de l’heure/);
      now = new Date("2027-05-10T08:00:00Z");
      const other = {
        kind: "guest",
        guest: randomUUID(),
        session: randomUUID(),
        roles: ["interviewer"],
        authenticatedAt: now,
      } as const;
      equal(await tried(saveGrid, other, grid), "forbidden");
      equal(await tried(saveGrid, officer, grid), "forbidden");
      equal(await tried(saveGrid, bruno(), grid, "autre-ecole"), "forbidden");
      deepEqual(
        (await seen(heldInterviews, bruno(), {}))!.interviews.map(({ todo }) => todo),
        ["fill"],
      );
      equal(await tried(saveGrid, bruno(), { ...grid, appreciations: { analysis: "Fine." } }), "done");
      equal(await tried(saveGrid, bruno(), grid), "stale");
      match(
        await tried(saveGrid, bruno(), { ...grid, version: 1, finish: true, appreciations: { analysis: "Fine." } }),
        /appreciations\.synthesis: Écrivez/,
      );
      equal(await tried(saveGrid, bruno(), { ...grid, version: 1, finish: true }), "done");
      match(await tried(saveGrid, bruno(), { ...grid, version: 2 }), /^remark: Votre grille est terminée/);
    });

    it("is shown to the other only once both are finished, and never to the candidate", async () => {
      const his = (await seen(openGrid, ana(), { id }))!;
      deepEqual([his.others, his.allFinished, his.proposal], [[], false, null]);
      ok(!JSON.stringify(his).includes("Aisée"));
      const proposal = { interview: id, appreciations: WORDS, remark: "" };
      match(await tried(proposeGrid, bruno(), proposal), /^remark: Chacun remplit d’abord/);
      const hers = { analysis: "Solide.", synthesis: "Courte.", expression: "Posée.", fit: "Juste." };
      const saved = { interview: id, version: 0, finish: true, appreciations: hers, remark: "À revoir." };
      equal(await tried(saveGrid, ana(), saved), "done");
      const both = (await seen(openGrid, ana(), { id }))!;
      deepEqual(
        both.others.map(({ name, appreciations }) => [name, appreciations.expression]),
        [["Bruno A", "Aisée."]],
      );
      const own = await seen(ownInterview, candidate(world, claire), { dossier: claire.dossier });
      ok(!JSON.stringify(own).includes("Aisée"));
    });

    it("is agreed by the other, and is what the commission is shown", async () => {
      equal((await withSchool(world.db, SCHOOL, (tx) => interviewOf(tx, claire.dossier)))!.agreed, undefined);
      const common = { interview: id, appreciations: WORDS, remark: "Deux avis proches." };
      equal(await tried(proposeGrid, bruno(), common), "done");
      const { proposal } = (await seen(openGrid, ana(), { id }))!;
      deepEqual([proposal!.by, proposal!.own], ["Bruno A", false]);
      equal(await tried(agreeGrid, bruno(), { interview: id, proposal: proposal!.id }), "forbidden");
      equal(await tried(agreeGrid, ana(), { interview: id, proposal: randomUUID() }), "stale");
      equal(await tried(agreeGrid, ana(), { interview: id, proposal: proposal!.id }), "done");
      equal(await tried(agreeGrid, ana(), { interview: id, proposal: proposal!.id }), "forbidden");
      const found = (await withSchool(world.db, SCHOOL, (tx) => interviewOf(tx, claire.dossier)))!;
      deepEqual(
        [found.state, found.day, found.agreed?.appreciations, found.agreed?.remark],
        ["agreed", "2027-05-10", WORDS, "Deux avis proches."],
      );
      match(await tried(missInterview, officer, { interview: id, reason: "" }), /^interview: Cet entretien est tenu/);
    });

    it("is not for somebody who did not come: that is noted, once their hour has come", async () => {
      const hers = (await shown()).interviews.find(({ dossier }) => dossier === nour.dossier)!.id;
      match(
        await tried(missInterview, officer, { interview: hers, reason: "" }),
        /^reason: L’heure de cet entretien n’est pas/,
      );
      now = new Date("2027-05-10T09:00:00Z");
      equal(await tried(missInterview, officer, { interview: hers, reason: "Sans nouvelles." }), "done");
      const { state, agreed } = (await withSchool(world.db, SCHOOL, (tx) => interviewOf(tx, nour.dossier)))!;
      deepEqual([state, agreed], ["missed", undefined]);
    });
  });

  it("has all that happened to it in the record, and stands where that says", async () => {
    const whole = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
    deepEqual((await verifyAudit(world.db, whole)).tampered, []);
    equal((await withSchool(world.db, SCHOOL, (tx) => interviewsCheck(tx, SCHOOL))).ok, true);
    const holding = RETAINED.find(({ name }) => name === "interviews")!;
    const chains = await withSchool(world.db, SCHOOL, (tx) => holding.chains(tx, claire));
    deepEqual(chains, [`interviews:${claire.dossier}`]);
  });
});
