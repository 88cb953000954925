/** What the authority decides on the pages: a fraud that is declared, and whether what was validated falls or is kept until a day. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import {
  allMarked,
  arranged,
  aSession,
  decided,
  employed,
  type Held,
  SCHOOL,
  type Trainee,
  trainee,
} from "../../test/certifying.ts";
import { bodyOf, date, errorsIn, type Fields, hiddenOf, plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { deed, type Invented, openedSession } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { buildServer } from "../../web/server.ts";
import { reopenDecision } from "../juries/acts.ts";

describe("on its pages the authority", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let now = new Date("2028-01-10T08:00:00Z");
  let secretary: Invented;
  let authority: Invented;
  let held: Held;
  let ada: Trainee;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    authority = await employed(world, "Aude Autorité", "authority");
    ada = await trainee(world, "Ada Admise");
    held = await aSession(world, { secretary, trainees: [ada] });
    const groups = await arranged(world, held, { day: "2028-02-09" });
    now = new Date("2028-02-09T18:00:00Z");
    await allMarked(world, held, groups, { "Ada Admise": [8, 12, 11.5, 11, 9] });
    now = new Date("2028-02-29T10:00:00Z");
    await decided(world, held);
  });
  after(async () => {
    await app.close();
    await close();
  });

  const signedIn = async (who: Invented) => {
    const one = visitor(app, `/${SCHOOL}`);
    one.cookies.set(SESSION_COOKIE, await openedSession(world, who, ["password", "totp"]));
    return one;
  };
  /** The form that one button sends, with what it hides. */
  const formOf = (text: string, button: string) =>
    (text.match(/<form [^]*?<\/form>/g) ?? []).find((one) => plain(one).includes(button));
  async function sent(who: Invented, path: string, { button, ...typed }: Fields & { readonly button: string }) {
    const one = await signedIn(who);
    const form = formOf((await one.open(path)).text, button);
    ok(form, `${path} has no form «${button}»`);
    // A page shows the same form for several things: each has controls of its own.
    const hidden = hiddenOf(form);
    const item = hidden["taken-back"] ?? hidden["enrolment"]!;
    const named = Object.entries(typed).map(([name, value]) => [name.replace(/^[a-zA-Z]+/, `$&-${item}`), value]);
    const pressed = /name="do" value="([^"]+)"/.exec(form)![1]!;
    return one.send("POST", path, bodyOf({ ...hidden, ...Object.fromEntries(named), do: pressed }));
  }

  it("declares a fraud with its ground, which is written down in its name; nobody else is offered it", async () => {
    now = new Date("2028-03-20T10:00:00Z");
    const [entry] = held.entries.values();
    const ground = "La note d’oral était celle d’une autre personne.";
    const { jury } = await deed(world, reopenDecision, await held.secretary(), {
      entry: entry!,
      on: "2028-03-20",
      ground,
    });
    const page = `/certifications/${held.session}`;
    const button = "Déclarer cette fraude";
    equal(formOf((await (await signedIn(secretary)).open(page)).text, button), undefined);
    const without = await sent(authority, page, { button, fraud: " " });
    equal(without.status, 422);
    deepEqual(errorsIn(without.text), ["Remplissez « Motif »."]);
    const done = await sent(authority, page, { button, fraud: "Copie d’un autre travail." });
    deepEqual([done.status, done.location], [303, `${page}?fait=fraude`]);
    match(plain((await (await signedIn(authority)).open(done.location!)).text), /La fraude est déclarée/);
    const facts = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("jury_fact").select("said").where("jury", "=", jury).where("kind", "=", "fraud").execute(),
    );
    deepEqual(
      facts.map(({ said }) => said),
      [{ by: "Aude Autorité", ground: "Copie d’un autre travail." }],
    );
  });

  it("keeps what was validated until a day, or lets it fall, once it has said which and why", async () => {
    const page = "/apres-les-jurys";
    const button = "Enregistrer la décision";
    now = new Date("2033-03-01T10:00:00Z");
    equal(formOf((await (await signedIn(secretary)).open(page)).text, button), undefined);
    const nothing = await sent(authority, page, { button, ground: "Elle a demandé du temps." });
    equal(nothing.status, 422);
    deepEqual(errorsIn(nothing.text), ["Dites ce que l’autorité décide."]);
    const dayless = await sent(authority, page, { button, decides: "kept", ground: "Elle a demandé du temps." });
    deepEqual(errorsIn(dayless.text), ["« Maintenu jusqu’au » : donnez le jour, le mois et l’année."]);
    const kept = { button, decides: "kept", ...date("keptUntil", 31, 12, 2033), ground: "Elle a demandé du temps." };
    const done = await sent(authority, page, kept);
    deepEqual([done.status, done.location], [303, `${page}?fait=note`]);
    const running = await (await signedIn(authority)).open(page);
    match(plain(running.text), /Ada Admise.*31 décembre 2033/);
    equal(formOf(running.text, button), undefined);
    now = new Date("2034-01-01T10:00:00Z");
    const fallen = await sent(authority, page, { button, decides: "falls", ground: "Rien n’est venu." });
    deepEqual([fallen.status, fallen.location], [303, `${page}?fait=note`]);
    equal(plain((await (await signedIn(authority)).open(page)).text).includes("Ada Admise"), false);
    const said = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("exam_after")
        .select("kind")
        .where("enrolment", "=", ada.enrolment)
        .where("kind", "in", ["kept", "lapsed"])
        .orderBy("id")
        .execute(),
    );
    deepEqual(
      said.map(({ kind }) => kind),
      ["kept", "lapsed"],
    );
  });
});
