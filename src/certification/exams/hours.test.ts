/** Each candidate of a group passes at an hour of their own, for as long as the référentiel says, and is told that one. */
import { deepEqual, equal, match } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static } from "typebox";
import { perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import type { Opened } from "../../db/open.ts";
import { withSchool } from "../../db/school.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import {
  aRoom,
  aSession,
  cameIn,
  directed,
  employed,
  groupSeen,
  type Held,
  SCHOOL,
  type Trainee,
  trainee,
} from "../../test/certifying.ts";
import { date, errorsIn, plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { deed, type Invented, openedSession, freshly } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { sayFinding } from "../../law/finding.ts";
import { buildServer } from "../../web/server.ts";
import { sentences } from "../sentences.ts";
import { myResults, seeSession } from "../views.ts";
import { arrangeGroup, cancelGroup } from "./acts.ts";
import { myExams } from "./views.ts";

describe("a group whose candidates pass one after the other", () => {
  let world: World;
  let opened: Opened;
  let close: () => Promise<unknown>;
  let secretary: Invented;
  let held: Held;
  let people: readonly Trainee[];
  let group: string;
  let room: string;
  before(async () => {
    ({ world, opened, close } = await testWorldOf({ now: () => new Date("2030-05-12T08:00:00Z") }));
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    people = [await trainee(world, "Ada Admise"), await trainee(world, "Ben Autre"), await trainee(world, "Cy Roux")];
    await longer(people[1]!);
    await asks(people[2]!);
    held = await aSession(world, { secretary, trainees: people });
    await directed(world, held);
    room = await aRoom(world, "Salle des soutenances");
  });
  after(() => close());

  const dossierOf = ({ enrolment, account }: Trainee, number: string, more: (dossier: string) => string) =>
    opened.asOwner(async (owner) => {
      const dossier = `(select dossier from enrolment where id = '${enrolment}')`;
      await owner.query(
        `insert into dossier (establishment_id, id, intake, number, account, entered, language, started_at)
         values ('${SCHOOL}', ${dossier}, '${randomUUID()}', '${number}', '${account}', 'online', 'fr', now())`,
      );
      await owner.query(more(dossier));
    });
  /** As the référent handicap leaves it. */
  const longer = (one: Trainee) =>
    dossierOf(
      one,
      "D-1",
      (dossier) => `insert into dossier_fact (establishment_id, id, dossier, place, kind, at, by_actor, details)
         values ('${SCHOOL}', '${randomUUID()}', ${dossier}, 1, 'arranged', now(), 'operator', '{"effects": ["extra-time"]}')`,
    );
  /** As somebody asks for it, and nobody has decided. */
  const asks = (one: Trainee) =>
    dossierOf(
      one,
      "D-2",
      (
        dossier,
      ) => `insert into dossier_section (establishment_id, id, dossier, section, version, contents, saved_at, saved_by)
         values ('${SCHOOL}', '${randomUUID()}', ${dossier}, 'accommodations', 1, '{"needed": "yes", "effects": ["extra-time"]}', now(), 'operator')`,
    );

  type Form = Static<(typeof arrangeGroup)["form"]>;
  const asked = (more: Partial<Form>): Form => ({
    session: held.session,
    exam: "DF1",
    name: "Soutenances",
    day: "2030-06-11",
    from: "09:00",
    room,
    examiners: [held.members[0]!, held.members[2]!].map(({ id }) => ({ person: id, by: "jury" })),
    candidates: people.map(({ name }) => held.entries.get(name)!),
    ...more,
  });
  const tried = async (more: Partial<Form>) => {
    const actor = await held.secretary();
    const outcome = await perform(world, arrangeGroup, {
      actor,
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: asked(more),
    });
    if (outcome.kind === "refused") return outcome.findings.map((one) => sayFinding(one, sentences, "fr").reason);
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")) : outcome.kind;
  };
  const lastMail = (reader: string | null, to?: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx.selectFrom("mail").select(["subject", "calendar", "paragraphs"]).orderBy("id", "desc");
      const theirs = reader === null ? mails.where("to_address", "=", to!) : mails.where("reader", "=", reader);
      return theirs.executeTakeFirstOrThrow();
    });
  const entered = (calendar: unknown) => {
    const { from, until, cancelled } = calendar as { from: string; until: string; cancelled: boolean };
    return [from.slice(11, 16), until.slice(11, 16), cancelled];
  };

  it("warns, before it is arranged, of whose arrangements are asked and not decided, and of nobody else", async () => {
    const actor = await held.secretary();
    const seen = await view(world, seeSession, { actor, establishment: SCHOOL, input: { session: held.session } });
    const { entries } = seen.kind === "found" ? seen.value : { entries: [] };
    deepEqual(
      entries.filter(({ toArrange }) => toArrange).map(({ name }) => name),
      ["Cy Roux"],
    );
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    const page = plain((await she.open(`/certifications/${held.session}/composer`)).text);
    match(page, /Cy Roux Des aménagements sont demandés, et pas encore décidés/);
    await app.close();
  });

  it("is not planned for less than the référentiel says: neither ten minutes, nor one too few", async () => {
    const length =
      "L’épreuve dure 50 minutes au moins par personne\u00a0: pour ces candidats, le groupe finit à 11\u00a0h\u00a047.";
    deepEqual(await tried({ until: "09:30" }), [length]);
    deepEqual(await tried({ until: "11:46" }), [length]);
    const [ada] = asked({}).candidates;
    const ten = { candidate: ada!, from: "09:00", until: "09:10" };
    deepEqual(await tried({ until: "12:00", times: [ten] }), [
      "«\u00a0Ada Admise\u00a0» passe pendant 50 minutes au moins.",
    ]);
    deepEqual(await tried({ times: [{ candidate: ada!, from: "08:30" }] }), [
      "Une autre personne passe à cette heure, ou le groupe n’a pas commencé : Ada Admise.",
    ]);
  });

  it("ends with the last of them where nobody says when, and gives each their own time, longer where it is arranged", async () => {
    ({ group } = await deed(world, arrangeGroup, await held.secretary(), asked({})));
    const actor = await held.secretary();
    const seen = await view(world, seeSession, { actor, establishment: SCHOOL, input: { session: held.session } });
    const [one] = seen.kind === "found" ? seen.value.groups : [];
    equal(one!.until, "2030-06-11T09:47:00.000Z");
    deepEqual(
      one!.candidates.map(({ name, from, until }) => [name, from.slice(11, 16), until.slice(11, 16)]),
      [
        ["Ada Admise", "07:00", "07:50"],
        ["Ben Autre", "07:50", "08:57"],
        ["Cy Roux", "08:57", "09:47"],
      ],
    );
    const examiner = await groupSeen(world, cameIn(world, held.members[0]!.guest), group);
    equal(examiner.candidates[1]!.from, "2030-06-11T07:50:00.000Z");
  });

  it("is told to each by their own hour: in the convocation, for the calendar and on their page", async () => {
    const [, ben] = people;
    const mail = await lastMail(`account:${ben!.account}`);
    match(plain(mail.subject), /^Convocation : .*, 11 juin 2030 à 9 h 50$/);
    match(plain(JSON.stringify(mail.paragraphs)), /11 juin 2030 à 9 h 50, jusqu’à 10 h 57/);
    deepEqual(entered(mail.calendar), ["07:50", "08:57", false]);
    const results = await view(world, myResults, {
      actor: await freshly(world, ben!),
      establishment: SCHOOL,
      input: {},
    });
    const [entry] = results.kind === "found" ? results.value.entries : [];
    deepEqual(
      entry!.groups.map(({ from, until }) => [from.slice(11, 16), until.slice(11, 16)]),
      [["07:50", "08:57"]],
    );
    // Who examines is there for all of it; who directs, while theirs pass.
    deepEqual(entered((await lastMail(null, "paule.préside-jury-member@exemple.fr")).calendar), [
      "07:00",
      "09:47",
      false,
    ]);
    const awaited = await view(world, myExams, {
      actor: cameIn(world, held.director.guest),
      establishment: SCHOOL,
      input: {},
    });
    deepEqual(awaited.kind === "found" ? awaited.value.groups.map(({ from, until }) => [from, until]) : awaited.kind, [
      ["2030-06-11T07:00:00.000Z", "2030-06-11T09:47:00.000Z"],
    ]);
  });

  it("keeps nobody elsewhere but while they pass", async () => {
    const { rows } = await withSchool(world.db, SCHOOL, async (tx) => ({
      rows: await tx.selectFrom("booking").selectAll().where("what", "=", `exam-group:${group}`).execute(),
    }));
    const taken = (who: string) =>
      rows
        .filter(({ taken: one }) => one === who)
        .map(({ from_at, until_at }) => [from_at.toISOString(), until_at.toISOString()].map((at) => at.slice(11, 16)));
    deepEqual(taken(`account:${people[2]!.account}`), [["08:57", "09:47"]]);
    deepEqual(taken(held.members[0]!.guest.actor), [["07:00", "09:47"]]);
    // Cy passes at ten to eleven: before that, another exam hears them.
    const examiners = held.examiners.map(({ id }, at) => ({ person: id, by: at < 2 ? "authority" : "establishment" }));
    const cy = held.entries.get("Cy Roux")!;
    const other = await aRoom(world, "Salle des rapports");
    const ground = "Aucun autre jour ne convenait.";
    const reports = { exam: "DF2", name: "Rapports", examiners, candidates: [cy], room: other, ground };
    equal((await tried({ ...reports, from: "10:40" })).length, 1);
    equal(await tried({ ...reports, from: "09:30" }), "done");
    // The oral of each, and ten minutes of the group.
    const mail = await lastMail(`account:${people[2]!.account}`);
    match(JSON.stringify(mail.paragraphs), /Puis, avec tout le groupe, de 9\u00a0h\u00a045 à 9\u00a0h\u00a055\./);
    deepEqual(entered(mail.calendar), ["07:30", "07:55", false]);
  });

  it("is called off by the hour at which each was to pass", async () => {
    await deed(world, cancelGroup, await held.secretary(), { group, ground: "La salle est prise." });
    const mail = await lastMail(`account:${people[1]!.account}`);
    match(mail.subject, /9\u00a0h\u00a050/);
    deepEqual(entered(mail.calendar), ["07:50", "08:57", true]);
  });

  it("is composed on its page without an end, and what is too short is said beside it", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, `/${SCHOOL}`);
    she.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    const page = `/certifications/${held.session}/composer`;
    const typed: Record<string, string | string[]> = {
      exam: "DF1",
      name: "Soutenances du 12",
      ...date("day", 12, 6, 2030),
      from: "9:00",
      "by-jury": [held.members[0]!.id, held.members[2]!.id],
      candidates: asked({}).candidates,
    };
    match(plain((await she.open(page)).text), /50 minutes de soutenance, présentation comprise\./);
    const over = await she.fill(page, { ...typed, between: "10" });
    match(errorsIn(over.text)[0]!, /Choisissez la salle/);
    typed.room = room;
    const short = await she.fill(page, { ...typed, until: "10:00", do: "confirm" });
    match(errorsIn(short.text)[0]!, /50 minutes au moins par personne/);
    match(short.text, /href="#until"/);
    const done = await she.fill(page, { ...typed, between: "10", do: "confirm" });
    deepEqual([done.status, done.location], [303, `/certifications/${held.session}?fait=groupe`]);
    const shown = plain((await she.open(`/certifications/${held.session}`)).text);
    match(shown, /9 h 00 Ada Admise, 10 h 00 Ben Autre, 11 h 17 Cy Roux/);
    await app.close();
  });
});
