/** What is sealed is what was seen, and says what the marks say; whoever has gone closes nothing. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import {
  adopts,
  aSession,
  cameIn,
  closed,
  closing,
  type Examined,
  examined,
  groupSeen,
  type Held,
  jurySeen,
  opened,
  president,
  SCHOOL,
  sits,
  trainee,
} from "../../test/certifying.ts";
import { deed, type Invented, freshly } from "../../test/people.ts";
import { giveMarks } from "../exams/marks-acts.ts";
import {
  adoptProposals,
  closeJury,
  leaveCandidate,
  notePresence,
  noteVotes,
  resumeCandidate,
  setMarkAnew,
} from "./acts.ts";
import { changeExamPerson } from "../register/acts.ts";
import type { SealedJury } from "../rules/sealed.ts";

const GROUND = "La fiche signée des examinateurs porte 11.";

describe("a deliberation, decided on what was shown", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let secretary: Invented;
  let held: Held;
  let groups: Examined;
  let jury: string;
  beforeEach(async () => {
    // They wrote one report: its mark is the same for both.
    const passes = [12, 11, 11.5, 11, 13] as const;
    const made = await examined({ "Ada Admise": [12, 11, 11.5, 8, 13], "Ben Autre": passes });
    ({ world, close, secretary, held, groups } = made);
    jury = await opened(world, held);
    await sits(world, held, jury);
  });
  afterEach(() => close());

  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) =>
    perform(world, act, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
  const chair = () => president(world, held);
  const seen = () => jurySeen(world, held, jury);
  const ada = () => held.entries.get("Ada Admise")!;
  const ruled = async (name: string, exam: string) =>
    (await seen()).candidates.find((one) => one.name === name)!.domains.find(({ domain }) => domain === exam)!;
  const votes = async (exam: string, yes: number, no: number, name = "Ada Admise") => {
    const { shown } = await ruled(name, exam);
    const input = { jury, entry: held.entries.get(name)!, exam, for: yes, against: no, abstain: 0, shown };
    await deed(world, noteVotes, chair(), input);
  };
  const oral = async (mark: number) => {
    const examiner = cameIn(world, held.examiners[0]!.guest);
    const group = await groupSeen(world, examiner, groups.reports);
    const { sitting, marks } = group.candidates.find(({ name }) => name === "Ada Admise")!;
    const { seen: last } = marks.find(({ component }) => component === "oral")!;
    const input = { group: groups.reports, marks: [{ sitting, component: "oral", mark, seen: last }] };
    await deed(world, giveMarks, examiner, input);
  };

  it("adopts and votes nothing while nobody is there or nobody presides, and says so", async () => {
    const adopting = async () => {
      const { shown } = await seen();
      const outcome = await tried(adoptProposals, await held.secretary(), { jury, shown });
      return outcome.kind === "invalid" ? outcome.issues.map(({ path }) => path) : outcome.kind;
    };
    const there = async (present: readonly { readonly id: string }[]) =>
      deed(world, notePresence, await held.secretary(), { jury, present: present.map(({ id }) => id) });
    await there([]);
    deepEqual(await adopting(), ["present"]);
    await there(held.members.slice(1));
    deepEqual(await adopting(), ["presides"]);
    const { shown } = await ruled("Ada Admise", "DF2");
    const vote = { jury, entry: ada(), exam: "DF2", for: 5, against: 0, abstain: 0, shown };
    equal((await tried(noteVotes, await held.secretary(), vote)).kind, "invalid");
    ok((await seen()).against.some(({ condition }) => condition === "presidency"));
    await there(held.members);
    deepEqual(await adopting(), "done");
  });

  it("is not closed while a vote of five to one says the opposite of the marks, and is once a mark is set anew", async () => {
    await votes("DF2", 5, 1);
    await adopts(world, held, jury);
    const [said, ...others] = await closing(world, held, jury);
    deepEqual(others, []);
    match(said!, /Ada Admise.», DF2.: le vote valide ce que les notes ne valident pas/);
    const anew = { jury, entry: ada(), exam: "DF2", component: "oral", mark: 1100, ground: GROUND };
    await deed(world, setMarkAnew, chair(), anew);
    await votes("DF2", 6, 0);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
  });

  it("is not closed while a vote takes away what the marks give, and is once the vote is taken again", async () => {
    await votes("DF1", 1, 5);
    await adopts(world, held, jury);
    match((await closing(world, held, jury)).join(), /DF1.: le vote ne valide pas ce que les notes valident/);
    await votes("DF1", 4, 2);
    deepEqual(await closing(world, held, jury), ["done"]);
  });

  it("is of nothing adopted or voted any more once an examiner changes a mark: only what was not shown is voted anew", async () => {
    await votes("DF2", 0, 6);
    await votes("DF1", 6, 0);
    await adopts(world, held, jury);
    equal((await seen()).adopted, true);
    const before = await closed(world, held, jury);
    await oral(900);
    const { adopted } = await seen();
    deepEqual(
      [adopted, (await ruled("Ada Admise", "DF2")).decided, (await ruled("Ada Admise", "DF1")).decided],
      [false, "proposal", "validated"],
    );
    // As it was before, it is another mark all the same.
    await oral(800);
    equal((await seen()).adopted, false);
    const late = await tried(closeJury, chair(), before);
    const now = await closed(world, held, jury);
    ok(late.kind === "stale");
    const { shown, candidates } = late.current as { shown: string; candidates: readonly { name: string }[] };
    equal(shown, now.shown);
    deepEqual(
      candidates.map(({ name }) => name),
      ["Ada Admise", "Ben Autre"],
    );
  });

  it("takes no adoption and no vote on marks that stand otherwise than shown", async () => {
    const { shown } = await seen();
    const { shown: report } = await ruled("Ada Admise", "DF2");
    const { shown: defence } = await ruled("Ada Admise", "DF1");
    await oral(1100);
    equal((await tried(adoptProposals, chair(), { jury, shown })).kind, "stale");
    const vote = { jury, entry: ada(), for: 6, against: 0, abstain: 0 };
    equal((await tried(noteVotes, chair(), { ...vote, exam: "DF2", shown: report })).kind, "stale");
    equal((await tried(noteVotes, chair(), { ...vote, exam: "DF1", shown: defence })).kind, "done");
  });

  it("is not closed on a vote that came after what the president read", async () => {
    await adopts(world, held, jury);
    const before = await closed(world, held, jury);
    await votes("DF1", 6, 0);
    equal((await tried(closeJury, chair(), before)).kind, "stale");
    deepEqual(await closing(world, held, jury), ["done"]);
  });

  it("keeps what was adopted for the others when one is left for another day, and adopts anew when that one is taken up again", async () => {
    const left = { jury, entry: ada(), ground: "Un certificat est attendu." };
    await adopts(world, held, jury);
    await deed(world, leaveCandidate, chair(), left);
    equal((await seen()).adopted, true);
    await deed(world, resumeCandidate, chair(), { jury, entry: ada() });
    equal((await seen()).adopted, false);
    equal((await ruled("Ben Autre", "DF1")).decided, "proposal");
  });

  it("votes anew on whoever was left with a vote and is taken up again", async () => {
    await votes("DF1", 6, 0);
    await deed(world, leaveCandidate, chair(), { jury, entry: ada(), ground: "Un certificat est attendu." });
    await deed(world, resumeCandidate, chair(), { jury, entry: ada() });
    equal((await ruled("Ada Admise", "DF1")).votes, null);
  });

  const sealedPersons = async () => {
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
    return (await seen()).members.map(({ name, college }) => [name, college !== null]);
  };

  it("calls its members by their names alone, whoever bears the same at another session", async () => {
    const others = [await trainee(world, "Cid Candidat")];
    await aSession(world, { secretary, trainees: others, name: "Session de décembre", tag: "-december" });
    const { entitled } = await ruled("Ada Admise", "DF2");
    ok(entitled.includes("Elsa Employeur") && entitled.includes("Saïd Salarié"), entitled.join());
    deepEqual(
      (await sealedPersons()).map(([name]) => name),
      ["Elsa Employeur", "Fanny Formatrice", "Paule Préside", "Pierre Public", "René Recteur", "Saïd Salarié"],
    );
  });

  it("tells two members of one name apart by whom they work for, and each stays of their college in what is sealed", async () => {
    const elsa = held.members.find(({ guest }) => guest.name === "Elsa Employeur")!;
    const namesake = { name: "Saïd Salarié", college: "professionals", side: "employer", employer: "Fondation Sud" };
    const own = { diploma: "deis", person: elsa.id, version: 1, actors: [elsa.guest.actor] };
    await deed(world, changeExamPerson, await freshly(world, secretary), { ...own, ...namesake });
    const called = await sealedPersons();
    equal(called.length, 6);
    ok(
      called.every(([, ofCollege]) => ofCollege),
      JSON.stringify(called),
    );
    ok(
      called.some(([name]) => name === "Saïd Salarié, Fondation Sud"),
      JSON.stringify(called),
    );
  });

  it("is closed by nobody who has gone, and says who presided", async () => {
    await adopts(world, held, jury);
    const all = held.members.map(({ id }) => id);
    await deed(world, notePresence, await freshly(world, secretary), { jury, present: all.slice(1) });
    deepEqual(await closing(world, held, jury), ["forbidden"]);
    equal((await seen()).presiding, false);
    await deed(world, notePresence, await freshly(world, secretary), { jury, present: all });
    deepEqual(await closing(world, held, jury), ["done"]);
    const itself = (await seen()).sealed.find(({ entry }) => entry === null)!.sealed as SealedJury;
    equal(itself.presides, "Paule Préside");
    match(itself.shown ?? "", /^sha256:/);
  });
});
