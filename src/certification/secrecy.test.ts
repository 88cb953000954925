/** What nobody may see too soon: the mark of another marker, and, of whomever it is about, any mark before it is notified. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { type Actor, perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { RETAINED, VIEWS } from "../house/house.ts";
import { pages } from "../house/pages.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { chainContents } from "../retention/contents.ts";
import { visitor } from "../test/journeys/visitor.ts";
import {
  adopts,
  allMarked,
  cameIn,
  closing,
  type Examined,
  examined,
  groupSeen,
  type Held,
  opened,
  SCHOOL,
  sits,
  type Trainee,
} from "../test/certifying.ts";
import { deed, openedSession, freshly } from "../test/people.ts";
import { buildServer } from "../web/server.ts";
import { publishResults } from "./after/acts.ts";
import { agreeMark, finishMarking, giveMarks } from "./exams/marks-acts.ts";

describe("a mark", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let on: Awaited<ReturnType<typeof examined>>["on"];
  let held: Held;
  let ada: Trainee;
  let groups: Examined;
  before(async () => {
    const made = await examined(["Ada Admise", "Ben Autre"]);
    ({ world, close, on, held, groups } = made);
    ada = made.trainees[0]!;
  });
  after(() => close());

  const as = (nth: number) => cameIn(world, held.examiners[nth]!.guest);
  const tried = async (actor: Actor, marks: Parameters<typeof give>[1]) => (await give(actor, marks)).kind;
  const give = (actor: Actor, marks: readonly { sitting: string; mark?: number; missed?: string; seen: number }[]) =>
    perform(world, giveMarks, {
      actor,
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: { group: groups.articles, marks: [...marks] },
    });
  const sittingOf = async (name: string) =>
    (await groupSeen(world, as(0), groups.articles)).candidates.find((one) => one.name === name)!.sitting;

  it("is given by two markers at once, neither of whom sees the other’s before both have finished", async () => {
    const [one, two] = [await sittingOf("Ada Admise"), await sittingOf("Ben Autre")];
    const both = await Promise.all([
      tried(as(0), [
        { sitting: one, mark: 1337, seen: 0 },
        { sitting: two, mark: 900, seen: 0 },
      ]),
      tried(as(2), [
        { sitting: one, mark: 1443, seen: 0 },
        { sitting: two, missed: "not-deposited", seen: 0 },
      ]),
    ]);
    deepEqual(both, ["done", "done"]);
    const first = await groupSeen(world, as(0), groups.articles);
    deepEqual(
      first.candidates.map(({ marks, others, agreed }) => [marks[0]!.mark, others, agreed]),
      [
        [1337, [], null],
        [900, [], null],
      ],
    );
    ok(!JSON.stringify(first).includes("1443"));
    // The one who has finished sees no more than the other.
    await deed(world, finishMarking, as(0), { group: groups.articles, shown: first.shown });
    ok(!JSON.stringify(await groupSeen(world, as(0), groups.articles)).includes("1443"));
    const agreed = { group: groups.articles, sitting: one, mark: 1400, seen: 0 };
    const early = await perform(world, agreeMark, {
      actor: as(0),
      establishment: SCHOOL,
      attempt: randomUUID(),
      input: agreed,
    });
    equal(early.kind, "invalid");
    const second = await groupSeen(world, as(2), groups.articles);
    await deed(world, finishMarking, as(2), { group: groups.articles, shown: second.shown });
    match(JSON.stringify(await groupSeen(world, as(0), groups.articles)), /1443/);
    await deed(world, agreeMark, as(2), agreed);
  });

  it("is stale where somebody saved in between, and shows what stands", async () => {
    const sitting = await sittingOf("Ada Admise");
    const outcome = await give(as(0), [{ sitting, mark: 1200, seen: 0 }]);
    deepEqual(outcome.kind === "stale" ? outcome.current : outcome.kind, {
      sitting,
      component: "",
      mark: 1337,
      missed: null,
      seen: 1,
    });
  });

  it("is no zero where something was missed: one or the other is given, and nothing is agreed on it", async () => {
    const sitting = await sittingOf("Ben Autre");
    equal(await tried(as(0), [{ sitting, mark: 0, missed: "absent", seen: 1 }]), "invalid");
    equal(await tried(as(0), [{ sitting, mark: 2001, seen: 1 }]), "invalid");
    const input = { group: groups.articles, sitting, mark: 1000, seen: 0 };
    const actor = as(0);
    const agreed = await perform(world, agreeMark, { actor, establishment: SCHOOL, attempt: randomUUID(), input });
    match(agreed.kind === "invalid" ? agreed.issues[0]!.message("fr") : agreed.kind, /n’est pas un zéro/);
  });

  it("is given by those of the group alone, in their own school", async () => {
    const sitting = await sittingOf("Ada Admise");
    equal(await tried(as(1), [{ sitting, mark: 1000, seen: 0 }]), "forbidden");
    equal(await tried(cameIn(world, held.director.guest), [{ sitting, mark: 1000, seen: 0 }]), "forbidden");
    equal(await tried(await held.secretary(), [{ sitting, mark: 1000, seen: 0 }]), "forbidden");
    const input = { group: groups.articles, marks: [{ sitting, mark: 1000, seen: 1 }] };
    const elsewhere = { actor: as(0), establishment: "ponant", attempt: randomUUID(), input };
    equal((await perform(world, giveMarks, elsewhere)).kind, "forbidden");
  });

  /** All that somebody is given: each view that they may, each page, and the copy of what is held about them. */
  async function givenTo(who: Trainee): Promise<string> {
    const actor = await freshly(world, who);
    const parts: string[] = [];
    const ids = { enrolment: who.enrolment, session: held.session, group: groups.articles, account: who.account };
    for (const one of VIEWS) {
      for (const input of [{}, ids, ...Object.entries(ids).map(([key, value]) => ({ [key]: value }))]) {
        const seen = await view(world, one, { actor, establishment: SCHOOL, input: input });
        if (seen.kind === "found") parts.push(`${one.name} ${JSON.stringify(seen.value)}`);
      }
    }
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const she = visitor(app, "");
    she.cookies.set(SESSION_COOKIE, await openedSession(world, who));
    const values: Readonly<Record<string, string>> = { ...ids, entry: held.entries.get(who.name)! };
    for (const { path } of pages) {
      const { text, status } = await she.open(
        `/${SCHOOL}${path.replace(":diploma", "deis").replace(/:([a-z]+)/g, (_, key: string) => values[key] ?? "0")}`,
      );
      if (status === 200) parts.push(`${path} ${text}`);
    }
    await app.close();
    await withSchool(world.db, SCHOOL, async (tx) => {
      for (const holding of RETAINED.filter(({ place }) => place === "school")) {
        for (const chain of await holding.chains(tx, who)) {
          const untold = (await holding.untold?.(tx, chain)) ?? [];
          parts.push(JSON.stringify(await chainContents(tx, chain, { untold })));
        }
        parts.push(JSON.stringify((await holding.also?.(tx, who)) ?? {}));
      }
    });
    return parts.join("\n");
  }
  /** Rare enough to be nobody’s but hers: 13.37 and 14.43 of the article, 17.31 of the report; never digits within an id or a hash. */
  const MARKS = /(?<![\w.-])(?:1337|1443|1731|1435|13[.,]37|14[.,]43|17[.,]31|14[.,]35)(?![\w.-])/;

  it("is shown to nobody concerned before it is notified, on no page, by no view, in no copy; and then is", async () => {
    const rest = { ...groups };
    const articles = await groupSeen(world, as(0), groups.articles);
    equal(articles.allFinished, true);
    // The article stays as it was marked above.
    const sheets = {
      "Ada Admise": [12, 11, 17.31, 11.39, [13.37, 14.43, 14]],
      "Ben Autre": [9, 9, 17.31, 9, 9],
    } as const;
    const marking = allMarked(world, held, rest, {
      "Ada Admise": sheets["Ada Admise"],
      "Ben Autre": sheets["Ben Autre"],
    });
    await marking;
    ok(!MARKS.test(await givenTo(ada)));
    on("2030-06-25");
    const jury = await opened(world, held);
    await sits(world, held, jury);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
    ok(!MARKS.test(await givenTo(ada)), "sealed is not notified");
    await deed(world, publishResults, await held.secretary(), { jury, notifiedOn: "2030-06-25" });
    match(await givenTo(ada), MARKS);
  });
});
