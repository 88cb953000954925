/** What an offer and its answer say that one says yes to. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, describe, it } from "node:test";
import type { Actor } from "../act/act.ts";
import { view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { closed, type Conforming, eligible, sittingCommission } from "../test/admissions.ts";
import { HEAD_OF_TRAINING, openedIntake } from "../test/intakes.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { deed, openedSession } from "../test/people.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { decideRelief } from "./decide-acts.ts";
import { acceptPlace } from "./place-acts.ts";
import { AFTER_YES, sayTerms } from "./place-terms.ts";
import { myCandidacy } from "./views.ts";

describe("what one says yes to", () => {
  const now = new Date("2027-02-01T08:00:00Z");
  let world: World;
  let bo: Conforming;
  let close: () => Promise<unknown> = async () => undefined;
  after(() => close());

  it("is the first day, the hours, the price and who pays it, in the mail of the offer, on the page and in the mail after a yes", async () => {
    const opened = await testWorldOf({ now: () => now });
    world = opened.world;
    close = opened.close;
    const { id: intake } = await openedIntake(world, { places: 2, answerWithin: 10 });
    const ada = await eligible(world, "Ada Martin", intake);
    bo = await eligible(world, "Bo Girard", intake);
    await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier: ada.dossier });
    await closed(
      world,
      await sittingCommission(world, intake, [
        [ada.dossier, "admitted"],
        [bo.dossier, "admitted"],
      ]),
    );
    const terms = async ({ actor, dossier }: typeof ada) => {
      const seen = await view(world, myCandidacy, { actor, establishment: "faire-ess", input: { dossier } });
      if (seen.kind !== "found" || !seen.value.terms) throw new Error("No terms of the place");
      return sayTerms(seen.value.terms).map(({ fr }) => fr.replaceAll(/\s/g, " "));
    };
    const ofAda = await terms(ada);
    equal(ofAda.length, 3);
    ok(/^Rentrée : \d+(?:er)? \S+ 2027\.$/.test(ofAda[0]!), ofAda[0]);
    ok(/^Heures à suivre : .+\sh/.test(ofAda[1]!), ofAda[1]);
    equal(ofAda[2], "Prix : 11 760 €. Payé par : vous-même, 11 760 €. Les frais de sélection, 160 €, sont à part.");
    deepEqual((await terms(bo)).slice(1), [
      "Heures et prix : l’école décide d’abord de vos allègements. Elle vous écrit ensuite vos heures, et vous voyez votre prix sur votre page.",
      "D’après votre dossier, le prix serait : 11 760 €. Payé par : vous-même, 11 760 €. Les frais de sélection, 160 €, sont à part.",
    ]);
    const mails = (part: string) =>
      withSchool(world.db, "faire-ess", async (tx) =>
        (
          await tx
            .selectFrom("mail")
            .select("paragraphs")
            .where("to_address", "=", ada.who.address)
            .where("subject", "like", `%${part}%`)
            .execute()
        ).map(({ paragraphs }) => (paragraphs as string[]).join("\n").replaceAll(/\s/g, " ")),
      );
    const offers = await mails("une place vous est offerte");
    ok(
      offers.some((text) => ofAda.every((line) => text.includes(line))),
      offers.join("\n--\n"),
    );
    await deed(world, acceptPlace, { ...ada.actor, authenticatedAt: now } as Actor, { dossier: ada.dossier });
    const [yes = ""] = await mails("place acceptée");
    ok(
      [...ofAda, AFTER_YES.fr.replaceAll(/\s/g, " ")].every((line) => yes.includes(line)),
      yes,
    );
  });

  it("is what the page showed: hours decided while it was open are said beside it, and nothing is accepted", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const visits = visitor(app, "/faire-ess");
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, bo.who, ["password"]));
    const path = `/deis/dossier/${bo.dossier}/admission/accepter`;
    const before = await visits.open(path);
    equal(before.status, 200);
    await deed(world, decideRelief, HEAD_OF_TRAINING, { dossier: bo.dossier });
    const late = await visits.sendFrom(before, path, {});
    equal(late.status, 409);
    const told = plain(late.text).replaceAll(/\s+/g, " ");
    match(told, /Ce que vous avez lu a changé : rien n’est fait.* Prix à venir 11 760 €/);
    equal((await visits.sendFrom(late, path, {})).status, 303);
    await app.close();
  });
});
