/** What the school attests of exams, and whether it is still true: by the rules of the real jury. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, it } from "node:test";
import { perform, view } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { verifyPaper } from "../issued-documents/views.ts";
import { livretDocument } from "../livret/documents/livret.ts";
import { myLivret } from "../livret/views.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import {
  allMarked,
  arranged,
  aSession,
  closing,
  decided,
  employed,
  type Held,
  SCHOOL,
  sits,
  type Trainee,
  trainee,
  adopts,
} from "../test/certifying.ts";
import { deed, type Invented, openedSession, freshly } from "../test/people.ts";
import { type Kept, keepAside } from "../test/kept-aside.ts";
import { englishIn } from "../test/one-language.ts";
import { visitor } from "../test/journeys/visitor.ts";
import { testWorldOf } from "../test/server.ts";
import { buildServer } from "../web/server.ts";
import { decideLapse, publishResults } from "./after/acts.ts";
import { myAttestation } from "./after/attestation-views.ts";
import { PAPER_TRIES } from "../people/tries/acts.ts";
import { attestationDocument } from "./documents/attestation.ts";
import { reopenDecision, setMarkAnew } from "./juries/acts.ts";
import { myResults } from "./views.ts";

describe("an attestation of exams", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2030-05-12T08:00:00Z");
  let secretary: Invented;
  let ada: Trainee;
  let held: Held;
  let kept: Kept;
  before(async () => {
    const place = await testWorldOf({ now: () => now });
    ({ world, close } = place);
    secretary = await employed(world, "Sophie Secrétaire", "certification-secretary");
    ada = await trainee(world, "Ada Admise");
    held = await aSession(world, { secretary, trainees: [ada] });
    kept = await keepAside(place);
  });
  beforeEach(async () => {
    now = new Date("2030-05-12T08:00:00Z");
    await kept.bringBack();
  });
  after(() => close());
  const on = (day: string, hour = "08") => {
    now = new Date(`${day}T${hour}:00:00Z`);
  };
  const examined = async (points: readonly [number, number, number, number, number]) => {
    const groups = await arranged(world, held, { day: "2030-06-11" });
    on("2030-06-11", "18");
    await allMarked(world, held, groups, { "Ada Admise": points });
    on("2030-06-25");
    await decided(world, held);
  };
  const attestations = async () => {
    const seen = await view(world, myResults, { actor: await freshly(world, ada), establishment: SCHOOL, input: {} });
    return seen.kind === "found" ? seen.value.attestations : [];
  };
  const stateOf = async (code: string) => {
    const seen = await view(world, verifyPaper, { actor: { kind: "anyone" }, establishment: SCHOOL, input: { code } });
    return seen.kind === "found" ? [seen.value.state, seen.value.name] : seen.kind;
  };

  it("says what is acquired, by a code that anybody verifies, and is replaced by the one of success", async () => {
    equal((await attestations()).length, 0);
    await examined([12, 11, 9, 8, 13]);
    const [first] = await attestations();
    equal(first!.outcome, "partial");
    deepEqual(await stateOf(first!.code), ["holds", "Ada Admise"]);
    // Another deliberation sets the oral right: the first paper says less than what is so.
    const [entry] = held.entries.values();
    const ground = "L’oral a été saisi 8 pour 11 : erreur matérielle.";
    const again = { entry: entry!, on: "2030-06-25", ground };
    const { jury } = await deed(world, reopenDecision, await held.secretary(), again);
    await sits(world, held, jury);
    const anew = { jury, entry: entry!, exam: "DF2", component: "oral", mark: 1100, ground };
    await deed(world, setMarkAnew, await held.secretary(), anew);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
    // Sealed is not notified: until then the first holds.
    deepEqual(await stateOf(first!.code), ["holds", "Ada Admise"]);
    await deed(world, publishResults, await held.secretary(), { jury, notifiedOn: "2030-06-25" });
    const [second] = await attestations();
    equal(second!.outcome, "diploma");
    deepEqual(await stateOf(first!.code), ["replaced", "Ada Admise"]);
    deepEqual(await stateOf(second!.code), ["holds", "Ada Admise"]);
  });

  it("says who issues it: legal name, whole address, and who signs, as the school’s file says; and its code is typed by hand", async () => {
    await examined([12, 11, 11, 11, 13]);
    const input = { enrolment: ada.enrolment };
    const seen = await view(world, myAttestation, { actor: await freshly(world, ada), establishment: SCHOOL, input });
    const { attested, code } = seen.kind === "found" ? seen.value.issued! : ({} as never);
    const law = world.law(SCHOOL, "deis", { on: "2030-06-11" })!;
    const verifiedAt = `https://exemple.fr/${SCHOOL}/verifier/${code}`;
    const said = (paper: typeof attested) =>
      JSON.stringify(attestationDocument({ law, code, attested: paper, verifiedAt }).blocks);
    const { address } = law.establishment;
    ok(address.every((line) => said(attested).includes(line)));
    match(said(attested), /Pour l’établissement \(nom, qualité, signature\)/);
    match(said(attested), new RegExp(`Tapez le code ${code} sur https://exemple.fr/${SCHOOL}/verifier, ou ouvrez`));
    const signatory = { name: "Odile Garance", quality: { fr: "directrice générale", en: "general director" } };
    const signed = {
      ...attested,
      issuer: { ...attested.issuer!, name: "Association Exemple", form: "association", signatory },
    };
    match(said(signed), /Association Exemple, association, .*Odile Garance, directrice générale/);
    // From before the issuer was kept.
    const { issuer: _, ...before } = attested;
    ok(!said(before).includes("Délivrée par"));
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const anybody = visitor(app, `/${SCHOOL}`);
    const typing = (typed: string) => anybody.fill("/verifier", { code: typed });
    const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
    const found = await typing(typed);
    equal(found.location, `/verifier/${code}`);
    const unknown = await typing("0000 0000 0000 0000");
    match(unknown.text, /Aucun document de cette école ne porte ce code/);
    match(unknown.text, /value="0000 0000 0000 0000"/);
    match((await typing("7kqm")).text, /Ce n’est pas un code/);
    for (let tries = 2; tries < PAPER_TRIES; tries++) await typing("0000 0000 0000 0000");
    match((await typing(typed)).text, /Trop de codes ont été tapés d’ici/);
    await app.close();
  });

  it("is in one language, as the livret is, whose mark of an exam without components has a name", async () => {
    await examined([12, 11, 11, 11, 13]);
    const asked = {
      actor: await freshly(world, ada),
      establishment: SCHOOL,
      input: { enrolment: ada.enrolment, language: "fr" as const },
    };
    const seen = await view(world, myLivret, asked);
    if (seen.kind !== "found") throw new Error(seen.kind);
    const { marks } = seen.value.domains[2]!.result!;
    deepEqual(
      marks.map(({ label }) => label),
      [{ fr: "note", en: "mark" }],
    );
    const law = world.law(SCHOOL, "deis", { on: "2030-06-11" })!;
    const print = (livret: typeof seen.value) =>
      livretDocument({ livret, law, today: "2030-06-30", code: "A", verifiedAt: "https://exemple.fr/verifier/A" });
    deepEqual(englishIn(print(seen.value)), []);
    // As it once read: a key where a name was missing.
    marks[0]!.label = { fr: "agreed", en: "agreed" };
    equal(englishIn(print(seen.value)).length, 1);
  });

  it("is printed with its data for whose it is, and shown to nobody else", async () => {
    await examined([12, 11, 11, 11, 13]);
    const app = await buildServer(world, { perMinute: 1_000_000 });
    const url = `/${SCHOOL}/mes-epreuves/attestation/${ada.enrolment}`;
    const got = async (who: Invented) =>
      app.inject({ url, headers: { cookie: `${SESSION_COOKIE}=${await openedSession(world, who)}` } });
    const paper = await got(ada);
    equal(paper.statusCode, 200, paper.body.slice(0, 2000));
    equal(paper.rawPayload.subarray(0, 5).toString(), "%PDF-");
    equal((await got(await trainee(world, "Ben Autre"))).statusCode, 404);
    await app.close();
    const input = { enrolment: ada.enrolment };
    const seen = await view(world, myAttestation, { actor: await freshly(world, ada), establishment: SCHOOL, input });
    const { attested } = seen.kind === "found" ? seen.value.issued! : ({} as never);
    deepEqual(
      attested.acquired.map(({ domain, status }) => [domain, status]),
      ["DF1", "DF2", "DF3"].map((domain) => [domain, "validated"]),
    );
  });

  it("holds no more once the authority has decided that the validations lapse", async () => {
    await examined([12, 11, 9, 8, 13]);
    const [only] = await attestations();
    const authority = await employed(world, "Aude Autorité", "authority");
    const lapse = async () => {
      const actor = await freshly(world, authority);
      const input = { enrolment: ada.enrolment, ground: "Le délai a pris fin sans que le diplôme soit complet." };
      return (await perform(world, decideLapse, { actor, establishment: SCHOOL, attempt: randomUUID(), input })).kind;
    };
    on("2035-06-25");
    equal(await lapse(), "invalid");
    deepEqual(await stateOf(only!.code), ["holds", "Ada Admise"]);
    on("2035-06-26");
    equal(await lapse(), "done");
    deepEqual(await stateOf(only!.code), ["withdrawn", "Ada Admise"]);
    deepEqual(await attestations(), []);
  });

  it("is none where nothing is acquired, and is withdrawn where a corrected decision leaves nothing", async () => {
    await examined([8, 8, 8, 8, 13]);
    const [first] = await attestations();
    const [entry] = held.entries.values();
    const ground = "La note de l’article était celle d’une autre personne.";
    const again = { entry: entry!, on: "2030-06-25", ground };
    const { jury } = await deed(world, reopenDecision, await held.secretary(), again);
    await sits(world, held, jury);
    const anew = { jury, entry: entry!, exam: "DF3", mark: 500, ground };
    await deed(world, setMarkAnew, await held.secretary(), anew);
    await adopts(world, held, jury);
    deepEqual(await closing(world, held, jury), ["done"]);
    await deed(world, publishResults, await held.secretary(), { jury, notifiedOn: "2030-06-25" });
    match(String(await stateOf(first!.code)), /^withdrawn/);
    deepEqual(await attestations(), []);
  });
});
