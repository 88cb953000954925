/** A group of the field study is heard as it stands: one press fills in its candidates, of an exam whose work is collective. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { leaveStudyGroup } from "../../training/study/group-acts.ts";
import { aGroup, aSession, employed, type Held, SCHOOL, studied, type Trainee } from "../../test/certifying.ts";
import { deed, type Invented, openedSession, freshly } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { collectiveExam, seeGroupsToHear } from "./studied.ts";

describe("the groups of the field study, before their exam", () => {
  let world: World;
  let close: () => Promise<unknown>;
  const now = new Date("2030-05-12T08:00:00Z");
  let secretary: Invented;
  let head: Actor;
  let held: Held;
  let group: string;
  let people: readonly Trainee[];
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    ({ head, people, group } = await studied(world));
    // Cy is in the group and is not presented; Dan is presented and in none.
    held = await aSession(world, { secretary, trainees: [people[0]!, people[1]!, people[3]!] });
  });
  after(() => close());

  const toHear = async () => {
    const asked = { actor: await held.secretary(), establishment: SCHOOL, input: { session: held.session } };
    const seen = await view(world, seeGroupsToHear, asked);
    ok(seen.kind === "found");
    return seen.value.groups;
  };
  const entry = (name: string) => held.entries.get(name)!;

  it("are those of an exam of which a part is marked for all at once, by the référentiel alone", () => {
    const { diploma } = world.law(SCHOOL, "deis", { version: "2006" })!;
    const exam = collectiveExam(diploma);
    equal(exam, "DF2");
    const each = diploma.domains.map((one) => ({ ...one, exam: { ...one.exam, components: [] } }));
    equal(collectiveExam({ ...diploma, domains: each }), undefined);
  });

  it("are shown with those to be heard, and those who are not", async () => {
    const candidates = ["Ada Admise", "Bo Girard"].map((name) => ({ entry: entry(name), name }));
    const said = { name: "Groupe A", organisation: "Association de l’Exemple", exam: "DF2" };
    deepEqual(await toHear(), [{ group, ...said, candidates, others: ["Cy Roux"] }]);
    const actor = await freshly(world, await employed(world, "Louis Formateur", "trainer"));
    const asked = { actor, establishment: SCHOOL, input: { session: held.session } };
    equal((await view(world, seeGroupsToHear, asked)).kind, "forbidden");
  });

  it("fill in the page by one link, without script", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const token = await openedSession(world, secretary, ["password", "totp"]);
    const page = async (query = "") =>
      (
        await app.inject({
          url: `/${SCHOOL}/certifications/${held.session}/composer${query}`,
          headers: { cookie: `${SESSION_COOKIE}=${token}` },
        })
      ).body;
    const [, link = ""] = /href="([^"]+)">Reprendre Groupe A \(Association de l’Exemple\)/.exec(await page()) ?? [];
    const query = link.slice(link.indexOf("?"));
    const filled = await page(query);
    match(filled, /Les candidats de Groupe A sont cochés/);
    match(filled, /<option value="DF2" selected/);
    match(filled, /name="name"[^>]*value="Groupe A"/);
    const ticked = [...filled.matchAll(/<input[^>]*name="candidates"[^>]*>/g)].filter(([one]) =>
      one.includes("checked"),
    );
    deepEqual(
      ticked.map(([one]) => /value="([^"]+)"/.exec(one)?.[1]),
      [entry("Ada Admise"), entry("Bo Girard")],
    );
    // One that is none of them fills in nothing.
    equal(/name="candidates"[^>]*checked/.test(await page("?groupe=00000000-0000-4000-8000-000000000000")), false);
    await app.close();
  });

  it("are as they stand today, and no more once they are composed", async () => {
    await deed(world, leaveStudyGroup, head, { group, enrolment: people[1]!.enrolment, reason: "Un autre terrain." });
    deepEqual(
      (await toHear()).map(({ candidates }) => candidates.map(({ name }) => name)),
      [["Ada Admise"]],
    );
    const examiners = held.examiners.map(({ id }, at) => ({ person: id, by: at < 2 ? "authority" : "establishment" }));
    await aGroup(world, held, { exam: "DF2", name: "Groupe A", examiners, entries: [entry("Ada Admise")] });
    deepEqual(await toHear(), []);
  });
});
