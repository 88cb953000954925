/** What waits in certification appears with its fact, for who can do it, by its day, and goes with the act that answers it. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Actor, type View, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { receiveUpload } from "../files/receive.ts";
import {
  adopts,
  aGroup,
  aSession,
  cameIn,
  closed,
  decided,
  employed,
  examined,
  finished,
  groupSeen,
  guestToken,
  type Held,
  marked,
  opened,
  president,
  SCHOOL,
  sits,
  type Trainee,
  trainee,
} from "../test/certifying.ts";
import { deed, freshly, type Invented, stateGuest } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { GUEST_COOKIE } from "../page/session.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { buildServer } from "../web/server.ts";
import { testWorldOf } from "../test/server.ts";
import { linesFor, soundWaiting } from "../test/waiting-lines.ts";
import { noteSentToAuthority, openExamSession, presentCandidate, withdrawCandidate } from "./acts.ts";
import { attachMinutes, decideLapse, noteParchment, publishResults } from "./after/acts.ts";
import { cancelGroup, replaceExaminer } from "./exams/acts.ts";
import { agreeMark } from "./exams/marks-acts.ts";
import { letIntoSession } from "./let-in.ts";
import { closeJury, openJury, passOverRule, putOffJury, reopenDecision } from "./juries/acts.ts";
import { changeExamPerson, designate, enterExamPerson, enterOrder } from "./register/acts.ts";

let world: World;
let close: () => Promise<unknown>;

async function soundThenClosed() {
  try {
    await soundWaiting(world);
  } finally {
    await close();
  }
}

/** The lines of these keys, each with its domain and day. */
async function waiting(actor: Actor, ...keys: readonly string[]) {
  const lines = await linesFor(world, actor, ...keys);
  return lines.map(({ key, part, dueOn }) => [key, ...(part.startsWith("DF") ? [part] : []), dueOn]);
}

const by = (who: Invented) => freshly(world, who);

describe("what waits on a session that is prepared", () => {
  let secretary: Invented;
  let head: Invented;
  let ada: Trainee;
  let session: string;
  beforeEach(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2030-05-12T08:00:00Z") }));
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    head = await employed(world, "Hélène Responsable", "head-of-training");
    ada = await trainee(world, "Ada Admise");
    const days = { from: "2030-06-03", until: "2030-06-28", receivesBy: "2030-05-15" };
    const input = { diploma: "deis", name: "Session de juin 2030", ...days };
    ({ session } = await deed(world, openExamSession, await by(secretary), input));
  });
  afterEach(soundThenClosed);

  const presented = async () =>
    (await deed(world, presentCandidate, await by(secretary), { session, enrolment: ada.enrolment })).entry;
  const person = async (name: string, college?: string) => {
    const of = college === undefined ? {} : { college };
    const input = { diploma: "deis", name, actors: [], ...of };
    return (await deed(world, enterExamPerson, await by(secretary), input)).person;
  };

  it("is nothing before somebody is presented, then all that their exams ask for, and nothing once they are withdrawn", async () => {
    deepEqual(await waiting(await by(secretary)), []);
    const entry = await presented();
    deepEqual(await waiting(await by(secretary)), [
      ["sendToAuthority", "2030-05-15"],
      ["arrangeExam", "DF1", "2030-06-03"],
      ["arrangeExam", "DF2", "2030-06-03"],
      ["arrangeExam", "DF3", "2030-06-03"],
      ["designateExaminers", "DF2", "2030-06-03"],
      ["designateExaminers", "DF3", "2030-06-03"],
      ["enterOrder", "2030-06-28"],
    ]);
    await deed(world, withdrawCandidate, await by(secretary), { entry, ground: "Souffrante." });
    deepEqual(await waiting(await by(secretary)), []);
  });

  it("is prepared by whoever prepares the certification, and the jury appointed by who may appoint it", async () => {
    await presented();
    deepEqual(await waiting(await by(head), "enterOrder", "designateExaminers"), []);
    equal((await waiting(await by(head), "arrangeExam")).length, 3);
    const authority = await employed(world, "Anne Autorité", "authority");
    deepEqual(await waiting(await by(authority)), [
      ["designateExaminers", "DF2", "2030-06-03"],
      ["designateExaminers", "DF3", "2030-06-03"],
      ["enterOrder", "2030-06-28"],
    ]);
    deepEqual(await waiting(await by(ada), "enterOrder", "designateExaminers", "arrangeExam"), []);
  });

  it("is what the authority awaits, until the last paper is sent", async () => {
    await presented();
    for (const what of ["livrets", "memoires", "candidates"]) {
      equal((await waiting(await by(secretary), "sendToAuthority")).length, 1);
      await deed(world, noteSentToAuthority, await by(secretary), { session, what, on: "2030-05-12" });
    }
    deepEqual(await waiting(await by(secretary), "sendToAuthority"), []);
  });

  it("is the examiners of an exam, until each side has designated somebody", async () => {
    await presented();
    const designated = async (side: string) => {
      const persons = [await person(`De ${side}`)];
      await deed(world, designate, await by(secretary), { session, exam: "DF2", by: side, on: "2030-05-10", persons });
      return waiting(await by(secretary), "designateExaminers");
    };
    equal((await designated("authority")).length, 2);
    deepEqual(await designated("establishment"), [["designateExaminers", "DF3", "2030-06-03"]]);
  });

  it("is the order of the jury, then what its composition lacks", async () => {
    await presented();
    const named = await person("Fanny Formatrice", "teachers");
    const input = { session, number: "2030-117", signedOn: "2030-05-02", persons: [named] };
    await deed(world, enterOrder, await by(secretary), input);
    deepEqual(await waiting(await by(secretary), "enterOrder", "completeJury"), [["completeJury", "2030-06-28"]]);
  });
});

describe("what waits on a session with its jury and examiners", () => {
  let secretary: Invented;
  let held: Held;
  beforeEach(async () => {
    ({ world, close } = await testWorldOf({ now: () => new Date("2030-05-12T08:00:00Z") }));
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
  });
  afterEach(soundThenClosed);

  const prepared = async (appointed?: NonNullable<Parameters<typeof aSession>[1]["appointed"]>) => {
    const trainees = [await trainee(world, "Ada Admise"), await trainee(world, "Ben Autre")];
    held = await aSession(world, { secretary, trainees, ...(appointed && { appointed }) });
  };
  const toArrange = async () => (await waiting(await by(secretary), "arrangeExam")).map(([, exam]) => exam);

  it("is an exam, as long as one of those presented has no hour, and again once their group is cancelled", async () => {
    await prepared();
    const examiners = held.examiners.map(({ id }, at) => ({ person: id, by: at < 2 ? "authority" : "establishment" }));
    const [ada, ben] = [...held.entries.values()];
    await aGroup(world, held, { exam: "DF2", name: "DF2 A", examiners, entries: [ada!] });
    deepEqual(await toArrange(), ["DF1", "DF2", "DF3"]);
    const second = { exam: "DF2", name: "DF2 B", day: "2030-06-12", examiners, entries: [ben!] };
    const group = await aGroup(world, held, second);
    deepEqual(await toArrange(), ["DF1", "DF3"]);
    await deed(world, cancelGroup, await by(secretary), { group, ground: "Salle inondée." });
    deepEqual(await toArrange(), ["DF1", "DF2", "DF3"]);
  });

  it("is no jury to complete where it has all that it must have, and is where a professional is missing, unless passed over", async () => {
    await prepared();
    deepEqual(await waiting(await by(secretary), "enterOrder", "completeJury"), []);
    await soundWaiting(world);
    await close();
    ({ world, close } = await testWorldOf({ now: () => new Date("2030-05-12T08:00:00Z") }));
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    await prepared([
      { name: "Paule Préside", college: "presidency", seat: "regional-director" },
      { name: "René Recteur", college: "presidency", seat: "rector" },
      { name: "Fanny Formatrice", college: "teachers" },
      { name: "Pierre Public", college: "public-bodies" },
      { name: "Elsa Employeur", college: "professionals", side: "employer" },
    ]);
    const lacks = () => by(secretary).then((actor) => waiting(actor, "completeJury"));
    deepEqual(await lacks(), [["completeJury", "2030-06-28"]]);
    const { jury } = await deed(world, openJury, await by(secretary), { session: held.session, on: "2030-06-25" });
    deepEqual(await lacks(), [["completeJury", "2030-06-25"]]);
    const rules = { jury, rules: ["share", "parity"], by: "Le préfet", ground: "Absence légitime." };
    const authority = await employed(world, "Anne Autorité", "authority");
    await deed(world, passOverRule, await by(authority), rules);
    deepEqual(await lacks(), []);
  });

  it("is no longer a jury to complete once the register says of which college a person is", async () => {
    await prepared([
      { name: "Paule Préside", college: "presidency", seat: "regional-director" },
      { name: "René Recteur", college: "presidency", seat: "rector" },
      { name: "Fanny Formatrice", college: "teachers" },
      { name: "Fanny Deux", college: "teachers" },
      { name: "Elsa Employeur", college: "professionals", side: "employer" },
      { name: "Saïd Salarié", college: "professionals", side: "employee" },
    ]);
    equal((await waiting(await by(secretary), "completeJury")).length, 1);
    const { id, guest } = held.members[3]!;
    const input = { person: id, version: 1, diploma: "deis", name: guest.name, actors: [guest.actor] };
    await deed(world, changeExamPerson, await by(secretary), { ...input, college: "public-bodies" });
    deepEqual(await waiting(await by(secretary), "completeJury"), []);
  });
});

describe("what waits for those who examine", () => {
  let secretary: Invented;
  let held: Held;
  let groups: Awaited<ReturnType<typeof examined>>["groups"];
  let on: Awaited<ReturnType<typeof examined>>["on"];
  beforeEach(async () => {
    ({ world, close, on, secretary, held, groups } = await examined(["Ada Admise"]));
  });
  afterEach(soundThenClosed);

  const seenBy = async <F extends TSchema, V>(what: View<F, V>, input: Static<F>): Promise<V> => {
    const found = await view(world, what, { actor: await by(secretary), establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(`${what.name}: ${found.kind}`);
    return found.value;
  };
  const examiner = (at: number) => cameIn(world, held.examiners[at]!.guest);
  const agnes = () => waiting(examiner(0));

  it("is their marks of each group, from the day of the exam to that of the jury, and nothing of other groups", async () => {
    const last = "2030-06-28";
    deepEqual(await agnes(), [
      ["giveMarks", last],
      ["giveMarks", last],
    ]);
    deepEqual(await waiting(examiner(1)), [["giveMarks", last]]);
    deepEqual(await waiting(cameIn(world, held.members[0]!.guest)), [["giveMarks", last]]);
    deepEqual(await waiting(cameIn(world, held.members[1]!.guest)), []);
    deepEqual(await waiting(await by(secretary), "giveMarks"), []);
    await deed(world, openJury, await by(secretary), { session: held.session, on: "2030-06-25" });
    deepEqual(await waiting(examiner(1)), [["giveMarks", "2030-06-25"]]);
    on("2030-06-10");
    deepEqual(await agnes(), []);
  });

  it("is for the school to obtain three days after the exam, until all have finished, on the page that names them", async () => {
    const one = async () =>
      (await linesFor(world, await by(secretary), "giveMarks")).filter(({ part }) => part === groups.reports);
    deepEqual(await one(), []);
    on("2030-06-14");
    const [line] = await one();
    deepEqual(
      [line?.verb.fr, line?.dueOn, line?.to],
      ["Obtenir les notes de l’épreuve DF2", "2030-06-28", `/examens/${groups.reports}`],
    );
    const input = { chains: [`exam-session:${held.session}`], part: groups.reports };
    const owing = async () => (await seenBy(world.house.waitingForOthers, input)).lines.map(({ name }) => name);
    deepEqual((await owing()).toSorted(), ["Agnès Autorité", "Albert Autorité", "Emma École"]);
    await marked(world, held.examiners[0]!, groups.reports, { "Ada Admise": { written: 11, oral: 11 } });
    for (const who of held.examiners.slice(1)) await finished(world, who, groups.reports);
    deepEqual([await one(), await owing()], [[], []]);
  });

  it("is said on the first page of a jury's guest before the day, with its place and what can be done already", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const guest = visitor(app, `/${SCHOOL}`);
    guest.cookies.set(GUEST_COOKIE, await guestToken(world, held.members[1]!.guest));
    const home = async () => (await guest.open("/invite")).text;
    match(await home(), /Jury\s: Session\sde\sjuin\s2030.*le\sjour\set\sle\slieu/s);
    const { jury } = await deed(world, openJury, await by(secretary), {
      session: held.session,
      on: "2030-06-25",
      place: "Salle 4",
    });
    const text = await home();
    match(text, new RegExp(`/jurys/${jury}".*Délibération du 25.*Salle.4.*Dès maintenant`, "s"));
    equal((await guest.open(`/jurys/${jury}`)).status, 200);
    await app.close();
  });

  it("is done with their own last word, and not with another’s", async () => {
    await marked(world, held.examiners[0]!, groups.reports, { "Ada Admise": { written: 11, oral: 11 } });
    equal((await agnes()).length, 1);
    deepEqual(await waiting(examiner(1)), [["giveMarks", "2030-06-28"]]);
    await finished(world, held.examiners[1]!, groups.reports);
    deepEqual(await waiting(examiner(1)), []);
  });

  it("is a mark to agree on for both markers, once both have finished, where theirs differ", async () => {
    const mark = (at: number, value: number) =>
      marked(world, held.examiners[at]!, groups.articles, { "Ada Admise": { "": value } });
    await mark(0, 9);
    deepEqual(await waiting(examiner(0), "agreeMark"), []);
    await mark(2, 12);
    for (const at of [0, 2]) deepEqual(await waiting(examiner(at), "agreeMark"), [["agreeMark", "2030-06-28"]]);
    const [seen] = (await groupSeen(world, examiner(0), groups.articles)).candidates;
    const input = { group: groups.articles, sitting: seen!.sitting, mark: 1100, seen: 0 };
    await deed(world, agreeMark, examiner(0), input);
    for (const at of [0, 2]) deepEqual(await waiting(examiner(at), "agreeMark"), []);
  });

  it("is no mark to agree on where both are the same", async () => {
    for (const at of [0, 2]) await marked(world, held.examiners[at]!, groups.articles, { "Ada Admise": { "": 11 } });
    deepEqual(await waiting(examiner(2), "giveMarks"), [["giveMarks", "2030-06-28"]]);
    deepEqual(await waiting(examiner(2), "agreeMark"), []);
  });

  it("passes to who stands in, and to the account under which the register knows them from now on", async () => {
    const [first] = held.examiners;
    const other = await employed(world, "Olga Relève", "examiner");
    const olga = { diploma: "deis", name: other.name, actors: [`account:${other.account}`] };
    const { person } = await deed(world, enterExamPerson, await by(secretary), olga);
    const named = { session: held.session, exam: "DF2", by: "authority", on: "2030-06-01", persons: [person] };
    await deed(world, designate, await by(secretary), named);
    const replaced = { group: groups.reports, person: first!.id, by: person, ground: "Malade." };
    await deed(world, replaceExaminer, await by(secretary), replaced);
    equal((await agnes()).length, 1);
    deepEqual(await waiting(await by(other)), [["giveMarks", "2030-06-28"]]);
    const nobody = { ...olga, person, version: 1, actors: [] };
    await deed(world, changeExamPerson, await by(secretary), nobody);
    deepEqual(await waiting(await by(other)), []);
  });
});

const PASSES = [12, 11, 11.5, 11, 13] as const;

describe("what waits on a jury", () => {
  let secretary: Invented;
  let held: Held;
  let on: Awaited<ReturnType<typeof examined>>["on"];
  beforeEach(async () => {
    ({ world, close, on, secretary, held } = await examined({ "Ada Admise": PASSES }));
  });
  afterEach(soundThenClosed);

  const ofJury = async () =>
    waiting(await by(secretary), "openJury", "holdJury", "closeJury", "attachMinutes", "publishResults");
  const paule = () => waiting(president(world, held));
  const closes = async (jury: string) => {
    await adopts(world, held, jury);
    await deed(world, closeJury, president(world, held), await closed(world, held, jury));
  };

  it("is its opening, then its day until it is closed, and its closing for who presides alone", async () => {
    deepEqual(await ofJury(), [["openJury", "2030-06-28"]]);
    const jury = await opened(world, held);
    deepEqual(await ofJury(), [["holdJury", "2030-06-25"]]);
    await sits(world, held, jury);
    deepEqual(await ofJury(), [["holdJury", "2030-06-25"]]);
    deepEqual(await paule(), [["closeJury", "2030-06-25"]]);
    deepEqual(await waiting(cameIn(world, held.members[1]!.guest)), []);
    await closes(jury);
    deepEqual(await paule(), []);
  });

  it("waits for those alone who may do it, and leads to the form with which it is done", async () => {
    const head = await employed(world, "Ines Responsable", "head-of-training");
    const leads = async (actor: Actor) => {
      const lines = await linesFor(world, actor, "holdJury", "attachMinutes", "publishResults");
      return lines.map(({ to }) => to);
    };
    const jury = await opened(world, held);
    deepEqual([await leads(await by(secretary)), await leads(await by(head))], [[`/jurys/${jury}#presence`], []]);
    await sits(world, held, jury);
    deepEqual(await leads(await by(secretary)), [`/jurys/${jury}#clore`]);
    await closes(jury);
    deepEqual(
      [await leads(await by(secretary)), await leads(await by(head))],
      [[`/jurys/${jury}#proces-verbal`, `/certifications/${held.session}#jury-${jury}`], []],
    );
  });

  it("is read by the director the day after, who is led to where their role sees it, and once by the secretary", async () => {
    const director = await employed(world, "Dominique Directrice", "director");
    const leads = async (actor: Actor) =>
      (await linesFor(world, actor, "holdJury")).map(({ to, dueOn }) => [to, dueOn]);
    const jury = await opened(world, held);
    deepEqual(await leads(await by(director)), []);
    on("2030-06-26");
    const late = `/certifications/${held.session}#jury-${jury}`;
    deepEqual(await leads(await by(director)), [[late, "2030-06-25"]]);
    deepEqual(await leads(await by(secretary)), [[`/jurys/${jury}#presence`, "2030-06-25"]]);
  });

  it("is to be held anew on the day to which it is put off", async () => {
    const jury = await opened(world, held);
    await sits(world, held, jury);
    const off = { jury, to: "2030-06-27", ground: "Il en manque." };
    await deed(world, putOffJury, await by(secretary), off);
    deepEqual([await paule(), await ofJury()], [[], []]);
    on("2030-06-27");
    deepEqual([await paule(), await ofJury()], [[], [["holdJury", "2030-06-27"]]]);
  });

  it("waits for who presides under the name that the register gives them", async () => {
    const jury = await opened(world, held);
    await sits(world, held, jury);
    const { id, guest } = held.members[0]!;
    const other = await employed(world, "Paule Autrement", "jury-member");
    const whole = { diploma: "deis", name: guest.name, college: "presidency", seat: "regional-director" };
    const actors = [`account:${other.account}`];
    await deed(world, changeExamPerson, await by(secretary), { person: id, version: 1, ...whole, actors });
    deepEqual([await paule(), await waiting(await by(other))], [[], [["closeJury", "2030-06-25"]]]);
  });

  it("is its minutes and its results once it is closed, each until it is done, the results for the authority too", async () => {
    const jury = await opened(world, held);
    await sits(world, held, jury);
    await closes(jury);
    deepEqual(await ofJury(), [
      ["attachMinutes", null],
      ["publishResults", null],
    ]);
    const authority = await employed(world, "Anne Autorité", "authority");
    deepEqual(await waiting(await by(authority)), [["publishResults", null]]);
    const { actor: guest } = await stateGuest(world, "Aline Invitée");
    deepEqual(await waiting(guest), []);
    await deed(world, letIntoSession, await by(secretary), { guest: guest.guest, session: held.session });
    deepEqual(await waiting(guest), [["publishResults", null]]);
    await deed(world, publishResults, await by(authority), { jury, notifiedOn: "2030-06-25" });
    deepEqual(await ofJury(), [["attachMinutes", null]]);
    const stream = Readable.from([Buffer.from(pdf({ pages: 1 }))]);
    const sent = { establishment: SCHOOL, account: secretary.account, stream, name: "signe.pdf" };
    const received = await receiveUpload(world, sent);
    ok("upload" in received);
    await deed(world, attachMinutes, await by(secretary), { jury, scan: received.upload, names: "Tous" });
    deepEqual(await ofJury(), []);
  });

  it("is no result to publish of a jury all of whose decisions a later one has decided anew", async () => {
    const first = await opened(world, held);
    await sits(world, held, first);
    await closes(first);
    const [entry] = held.entries.values();
    const back = { entry: entry!, on: "2030-06-25", ground: "Une note mal saisie." };
    const { jury } = await deed(world, reopenDecision, await by(secretary), back);
    equal((await waiting(await by(secretary), "publishResults")).length, 1);
    await sits(world, held, jury);
    await closes(jury);
    deepEqual(await waiting(await by(secretary), "publishResults"), [["publishResults", null]]);
    await deed(world, publishResults, await by(secretary), { jury, notifiedOn: "2030-06-25" });
    deepEqual(await waiting(await by(secretary), "publishResults"), []);
  });
});

describe("what waits after a jury", () => {
  let secretary: Invented;
  let authority: Invented;
  let held: Held;
  let ada: Trainee;
  let on: Awaited<ReturnType<typeof examined>>["on"];
  const notified = async (sheet: readonly [number, number, number, number, number]) => {
    let trainees: readonly Trainee[];
    ({ world, close, on, secretary, held, trainees } = await examined({ "Ada Admise": sheet }));
    authority = await employed(world, "Anne Autorité", "authority");
    [ada] = trainees as [Trainee];
    await decided(world, held);
  };
  afterEach(soundThenClosed);

  const adas = async () => waiting(await by(ada));
  const lapse = async () => waiting(await by(authority), "decideLapse");

  it("is what is left to pass, for the person, from a year before their time ends, and until they are presented", async () => {
    await notified([8, 12, 11.5, 11, 9]);
    on("2034-06-24");
    deepEqual(await adas(), []);
    on("2034-06-26");
    deepEqual(await adas(), [["completeDiploma", "2035-06-25"]]);
    const days = { from: "2034-10-02", until: "2034-10-27", receivesBy: "2034-09-15" };
    const input = { diploma: "deis", name: "Session d’octobre 2034", ...days };
    const { session } = await deed(world, openExamSession, await by(secretary), input);
    const { enrolment } = ada;
    const { entry } = await deed(world, presentCandidate, await by(secretary), { session, enrolment });
    deepEqual([await adas(), await lapse()], [[], []]);
    await deed(world, withdrawCandidate, await by(secretary), { entry, ground: "Souffrante." });
    deepEqual(await adas(), [["completeDiploma", "2035-06-25"]]);
  });

  it("is for the authority the end of that time, from the day after, until it is decided", async () => {
    await notified([8, 12, 11.5, 11, 9]);
    on("2035-06-25");
    deepEqual(await lapse(), []);
    on("2035-06-26");
    deepEqual([await lapse(), await adas()], [[["decideLapse", null]], []]);
    const { enrolment } = ada;
    const kept = { enrolment, ground: "Une longue maladie.", keptUntil: "2036-06-25" };
    await deed(world, decideLapse, await by(authority), kept);
    deepEqual([await lapse(), await adas()], [[], [["completeDiploma", "2036-06-25"]]]);
    on("2036-06-26");
    deepEqual(await lapse(), [["decideLapse", null]]);
    await deed(world, decideLapse, await by(authority), { enrolment, ground: "Le délai est passé." });
    deepEqual([await lapse(), await adas()], [[], []]);
  });

  it("is for the authority that same end, before it, where the person is presented to a session that ends later", async () => {
    await notified([8, 12, 11.5, 11, 9]);
    on("2035-05-02");
    const days = { from: "2035-06-04", until: "2035-06-29", receivesBy: "2035-05-15" };
    const input = { diploma: "deis", name: "Session de juin 2035", ...days };
    const { session } = await deed(world, openExamSession, await by(secretary), input);
    deepEqual(await lapse(), []);
    await deed(world, presentCandidate, await by(secretary), { session, enrolment: ada.enrolment });
    deepEqual(await lapse(), [["decideLapse", "2035-06-29"]]);
  });

  it("is the parchment: to receive from the State, then to hand over and to collect, then nothing", async () => {
    await notified([12, 11, 11.5, 11, 13]);
    const parchment = async () => waiting(await by(secretary), "receiveParchment", "handOverParchment");
    deepEqual([await parchment(), await adas()], [[["receiveParchment", null]], []]);
    // What the State still has to give waits for its guest, once they were let into the session.
    const { actor: guest } = await stateGuest(world, "Aline Invitée");
    deepEqual(await waiting(guest), []);
    await deed(world, letIntoSession, await by(secretary), { guest: guest.guest, session: held.session });
    deepEqual(await waiting(guest, "sendParchment"), [["sendParchment", null]]);
    const noted = async (kind: "received" | "handed-over") =>
      deed(world, noteParchment, await by(secretary), { enrolment: ada.enrolment, kind, on: "2030-06-25" });
    await noted("received");
    deepEqual(await waiting(guest, "sendParchment"), []);
    deepEqual([await parchment(), await adas()], [[["handOverParchment", null]], [["collectParchment", null]]]);
    await noted("handed-over");
    deepEqual([await parchment(), await adas()], [[], []]);
  });

  it("is nothing for a person who has the diploma, and no end of any time", async () => {
    await notified([12, 11, 11.5, 11, 13]);
    on("2036-01-01");
    deepEqual([await adas(), await lapse()], [[], []]);
  });
});
