/** Whoever works here and applies here is, of their own dossier, the candidate: a colleague handles it, out of their sight. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Act, type Actor, perform, view } from "../act/act.ts";
import { ACTS, VIEWS } from "../house/house.ts";
import { ROLES } from "../act/permissions.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../test/dossiers.ts";
import { plain } from "../test/journeys/sent-forms.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { giveRoles, type Invented, makeAccount, openedSession } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { newAttempt } from "../test/world.ts";
import { buildServer } from "../web/server.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import type { World } from "../act/world.ts";

const SCHOOL = "faire-ess";

/** What each act is asked on one’s own dossier, beside its id. */
const ASKED: Readonly<Record<string, object>> = {
  noteDossier: { text: "Vu." },
  changeContactFor: {
    phone: "0612345678",
    street: "1 rue",
    postcode: "34000",
    city: "Montpellier",
    country: "FR",
    how: "Dit.",
  },
  askIdentityFor: {
    birthName: "Petit",
    givenNames: "Claire",
    sex: "F",
    bornOn: "1985-02-28",
    birthCountry: "IT",
    birthCity: "Trieste",
    upload: "00000000-0000-0000-0000-000000000000",
    how: "Dit.",
  },
  acceptIdentity: { request: "00000000-0000-0000-0000-000000000000" },
  refuseIdentity: { request: "00000000-0000-0000-0000-000000000000", ground: "Illisible." },
  acceptLate: { reason: "Une panne." },
  declineLate: { reason: "Trop tard." },
  assignDossier: { to: null, from: null },
  judgePart: { item: "identity", conform: true, reason: "" },
  judgeRest: { items: ["identity"] },
  fixDay: { item: 1, of: "awardedOn", day: "2017-06-27" },
  askComplement: { items: ["identity"], dueOn: "2027-09-30" },
  askConfirmation: {},
  decideArrangements: { effects: ["breaks"], other: "", words: "", since: 0 },
};
const OF_OFFICE = [
  "see the dossiers",
  "handle the dossiers",
  "decide arrangements",
  "read what is said of a disability",
];

function isOnDossier({ who, form }: Pick<Act, "who" | "form">): boolean {
  return OF_OFFICE.includes(who) && "dossier" in (form as unknown as { properties: object }).properties;
}

describe("an officer’s own dossier", () => {
  let world: World;
  let close: () => Promise<void>;
  let her: Invented;
  let dossier = "";
  let herself: Actor;
  before(async () => {
    ({ world, close } = await testWorldOf());
    her = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    const said = {
      accommodations: { needed: "yes", effects: ["breaks"], other: "" },
      "accommodations-said": { said: "Une maladie." },
    };
    const sections = { ...FULL_SECTIONS, ...said };
    dossier = await aDossier(world, her, { declared: DECLARED_IN_FULL, sections, files: FULL_FILES });
    await handedIn(world, her, dossier);
    herself = { ...candidate(world, her), roles: ROLES } as Actor;
  });
  after(() => close());

  for (const act of ACTS) {
    if (!isOnDossier(act)) continue;
    it(`is not theirs to handle: ${act.name}`, async () => {
      const input = { dossier, ...ASKED[act.name] };
      ok(act.name in ASKED, "say above what it is asked");
      const outcome = await perform(world, act, {
        actor: herself,
        establishment: SCHOOL,
        attempt: newAttempt(),
        input,
      });
      deepEqual(outcome, { kind: "forbidden" });
    });
  }

  for (const one of VIEWS) {
    if (!isOnDossier(one)) continue;
    it(`is not theirs to read with the eyes of the office: ${one.name}`, async () => {
      const input = {
        dossier,
        ...("language" in (one.form as unknown as { properties: object }).properties && { language: "fr" }),
      };
      equal((await view(world, one, { actor: herself, establishment: SCHOOL, input })).kind, "missing");
    });
  }

  it("says on every page of the office that it is theirs, with a way to it and none of the tools", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const visits = visitor(app, "/faire-ess");
    await giveRoles(world, her, ["admission-officer"]);
    visits.cookies.set(SESSION_COOKIE, await openedSession(world, her, ["password", "passkey"]));
    for (const page of ["", "/complement", "/journal", "/decision"]) {
      const { status, text } = await visits.open(`/dossiers/${dossier}${page}`);
      equal(status, 403, page);
      match(plain(text), /C’est votre dossier/, page);
      ok(text.includes(`/deis/dossier/${dossier}"`) && !text.includes("<textarea"), page);
    }
    const form = await visits.open(`/deis/dossier/${dossier}/messages`);
    const posted = await visits.sendFrom(form, `/dossiers/${dossier}`, { do: "rest", items: "identity" });
    equal(posted.status, 403);
    ok(!plain(posted.text).includes("Entre-temps"));
    const chosen = await visits.sendFrom(form, "/dossiers/ensemble", { what: "prendre", d: dossier });
    match(plain(chosen.text), /un collègue le traite/);
    await app.close();
  });
});
