/** Publishing what a jury decided: exactly the decisions that the page showed. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { World } from "../../act/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import {
  adopts,
  closing,
  examined,
  type Held,
  opened,
  resultsOf,
  SCHOOL,
  sits,
  type Trainee,
} from "../../test/certifying.ts";
import { bodyOf, date, hiddenOf, plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { deed, type Invented, openedSession } from "../../test/people.ts";
import { buildServer } from "../../web/server.ts";
import { reopenDecision, setMarkAnew } from "../juries/acts.ts";

describe("the results of a jury", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let secretary: Invented;
  let held: Held;
  let ben: Trainee;
  before(async () => {
    const made = await examined({ "Ada Admise": [12, 11, 11.5, 8, 13], "Ben Autre": [12, 11, 11.5, 11, 13] });
    ({ world, close, secretary, held } = made);
    ben = made.trainees[1]!;
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  const page = () => `/certifications/${held.session}`;
  async function tab() {
    const one = visitor(app, `/${SCHOOL}`);
    one.cookies.set(SESSION_COOKIE, await openedSession(world, secretary, ["password", "totp"]));
    return one;
  }
  const publishing = (text: string, jury: string) =>
    (text.match(/<form [^]*?<\/form>/g) ?? []).find(
      (one) => one.includes(`value="${jury}"`) && one.includes("publish"),
    );
  const press = (one: Awaited<ReturnType<typeof tab>>, form: string, jury: string) =>
    one.send(
      "POST",
      page(),
      bodyOf({ ...hiddenOf(form), ...date(`notifiedOn-${jury}`, 25, 6, 2030), do: "publish", jury }),
    );

  it("are those that the page showed: of a decision that a later jury made anew meanwhile, both are said and nothing is published", async () => {
    const jury = await opened(world, held);
    await sits(world, held, jury);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
    const first = await tab();
    const { text } = await first.open(page());
    match(plain(text), /Ada Admise Validation partielle\. .*Ben Autre Diplôme délivré\./);
    const form = publishing(text, jury);
    ok(form);
    // In another tab, and another jury, Ada's oral is decided anew.
    const entry = held.entries.get("Ada Admise")!;
    const ground = "L’oral a été saisi 8 pour 11.";
    const { jury: later } = await deed(world, reopenDecision, await held.secretary(), {
      entry,
      on: "2030-06-25",
      ground,
    });
    await sits(world, held, later);
    const anew = { jury: later, entry, exam: "DF2", component: "oral", mark: 1100, ground };
    await deed(world, setMarkAnew, await held.secretary(), anew);
    await adopts(world, held, later);
    deepEqual(await closing(world, held, later), ["done"]);
    const late = await press(first, form, jury);
    equal(late.status, 409);
    match(plain(late.text), /Ce que vous avez lu a changé : rien n’est fait/);
    match(
      plain(late.text),
      /Ada Admise Validation partielle\. .{0,80} Un jury plus récent en a décidé : rien n’est publié ici\./,
    );
    deepEqual(await resultsOf(world, ben), []);
    const again = await press(first, publishing(late.text, jury)!, jury);
    equal(again.status, 303);
    deepEqual(
      (await resultsOf(world, ben)).map(({ outcome }) => outcome),
      ["diploma"],
    );
  });
});
