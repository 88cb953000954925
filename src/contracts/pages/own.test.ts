/** The person's own pages of a contract: what can be done stands there as a button, what the school still does is said; what is typed stays. */
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Actor } from "../../act/act.ts";
import { view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { HOUSE } from "../../house/house.ts";
import { lawWorld } from "../../house/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { candidate } from "../../test/dossiers.ts";
import { errorsIn, plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { deed, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { anAccepted, employed, type Person, readyForContracts } from "../../test/trainees.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { buildServer } from "../../web/server.ts";
import { chooseCohort, noteGrant, sayWhoPays } from "../acts.ts";
import { enrolAnyway } from "../enrolling-acts.ts";
import { countersignContract } from "../signing-acts.ts";

const SCHOOL = "faire-ess";

describe("the own pages of a contract", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let officer: Actor;
  let director: Actor;
  /** Planned, and beginning in a week; nothing set of the other. */
  let soon = "";
  let bare = "";
  const now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    ({ actor: officer } = await employed(world, "Anna Officier", "admission-officer", "finance"));
    ({ actor: director } = await employed(world, "Dora Directrice", "director"));
    const { actor: head } = await employed(world, "Ines Responsable", "head-of-training");
    const opened = (name: string, startsOn: string, endsOn: string) =>
      deed(world, openCohort, head, { diploma: "deis", name, startsOn, endsOn });
    ({ cohort: soon } = await opened("2026-2028", "2026-12-02", "2028-12-01"));
    ({ cohort: bare } = await opened("2028-2030", "2028-09-11", "2030-07-12"));
    await readyForContracts(world, head, soon, "2026-12-02");
  });
  after(async () => {
    await app.close();
    await close();
  });

  const accepted = async (name: string, cohort: string): Promise<Person> => {
    const one = await anAccepted(world, { name });
    await deed(world, chooseCohort, officer, { dossier: one.dossier, cohort });
    return one;
  };
  const agreed = async (name: string, cohort: string): Promise<Person> => {
    const one = await accepted(name, cohort);
    await deed(world, sayWhoPays, candidate(world, one), { dossier: one.dossier, others: [], status: "own-cost" });
    return one;
  };
  const visits = async (one: Person) => {
    const all = visitor(app, `/${SCHOOL}`);
    all.cookies.set(SESSION_COOKIE, await openedSession(world, one, ["password"]));
    return { ...all, read: async (path: string) => plain((await all.open(path)).text) };
  };
  const of = ({ dossier }: Person, path = "") => `/deis/dossier/${dossier}/contrat${path}`;

  it("say what the school still completes, with no button to sign, on the first page neither", async () => {
    const ada = await agreed("Ada Incomplète", bare);
    const pages = await visits(ada);
    const text = await pages.read(of(ada, "/signer"));
    match(text, /L’école complète votre contrat Rien à faire pour vous/);
    match(text, /Ce qui manque, et qui le donne Le lieu et les périodes de la promotion l’école/);
    doesNotMatch(text, /Signer le contrat/);
    const home = await pages.read("/mon-parcours");
    match(home, /L’école complète votre contrat.*Voir ce qui manque/);
    doesNotMatch(home, /Lisez votre contrat, puis signez/);
    match(await pages.read("/mes-documents"), /Contrat de formation, que l’école complète/);
  });

  it("plan the payments before the signature, by the periods that would be proposed", async () => {
    const bo = await accepted("Bo Planifiée", bare);
    const pages = await visits(bo);
    const text = await pages.read(of(bo));
    match(text, /Quand payer Dates prévues, si le cours commence le 11 septembre 2028\. L’école n’a pas encore fixé/);
    match(text, /Vos heures de cours 14 700 € Remise de 20 % sur votre part − 2 940 € Vous 11 760 €/);
  });

  it("ask once and apart whether to start within the time to withdraw, and keep the answer", async () => {
    const cy = await agreed("Cy Pressée", soon);
    const pages = await visits(cy);
    match(
      await pages.read(of(cy, "/signer")),
      /commence le 2 décembre 2026, et vous pouvez renoncer jusqu’au 9 décembre/,
    );
    const unanswered = await pages.fill(of(cy, "/signer"), { agreed: "yes" });
    deepEqual(
      [unanswered.status, errorsIn(unanswered.text)],
      [422, ["Dites si vous voulez commencer avant la fin du délai pour renoncer."]],
    );
    const signed = await pages.fill(of(cy, "/signer"), { agreed: "yes", start: "yes" });
    equal(signed.status, 303);
    const [fact] = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("contract_fact")
        .select("details")
        .where("dossier", "=", cy.dossier)
        .where("kind", "=", "signed")
        .execute(),
    );
    equal((fact!.details as { readonly startRequested?: boolean }).startRequested, true);
    match(
      await pages.read("/mes-documents"),
      /Contrat de formation, signé le 25 novembre 2026, pas encore par l’école/,
    );
  });

  it("say to whoever has not asked to start within that time that it has not ended", async () => {
    const lou = await agreed("Lou Patiente", soon);
    const pages = await visits(lou);
    equal((await pages.fill(of(lou, "/signer"), { agreed: "yes", start: "no" })).status, 303);
    match(await pages.read(of(lou)), /Jusqu’au mercredi 9 décembre 2026 au moins/);
    const { dossier } = lou;
    const signs = { dossier, source: "personal", words: "Je signe." };
    await deed(world, countersignContract, { ...director, authenticatedAt: now } as Actor, signs);
    const text = await pages.read(of(lou));
    match(text, /Le cours commence le 2 décembre 2026, .*Vous n’avez pas demandé à commencer avant/);
    match(text, /Contrat signé par vous et par l’école le 25 novembre 2026/);
  });

  it("take no blank for 0, and 0 only of an employer whose fund pays; keep what was typed, and say what is left", async () => {
    const eve = await accepted("Ève Partage", soon);
    const pages = await visits(eve);
    const others = ["employer-plan", "opco"];
    const typed = { others, status: "private-employee", "part-opco": "9000", "name-opco": "OPCO Exemple" };
    const blank = await pages.fill(of(eve, "/qui-paie"), typed);
    deepEqual(errorsIn(blank.text), ["Dites combien. Si son fonds paie tout, écrivez 0."]);
    match(blank.text, /value="9000"/);
    match(blank.text, /value="OPCO Exemple"/);
    match(plain(blank.text), /Reste pour vous : 5 700 €\./);
    const alone = { others: ["employer-plan"], status: "private-employee", "part-employer-plan": "0" };
    deepEqual(errorsIn((await pages.fill(of(eve, "/qui-paie"), alone)).text), ["Dites combien, ou décochez."]);
    equal((await pages.fill(of(eve, "/qui-paie"), { ...typed, "part-employer-plan": "0" })).status, 303);
  });

  it("show the days of payment before and now, where a fund refuses, before who pays is said again", async () => {
    const flo = await accepted("Flo Refus", soon);
    const { dossier } = flo;
    const others = [{ source: "transition", amount: 600_000 }];
    await deed(world, sayWhoPays, candidate(world, flo), { dossier, others, status: "private-employee" });
    await deed(world, noteGrant, officer, { dossier, source: "transition", answer: "refused", on: "2026-11-25" });
    const text = await (await visits(flo)).read(of(flo));
    match(text, /Vous 6 960 € 11 760 € Prix 12 960 € 11 760 €/);
    match(text, /Vos paiements, avant 17 juin 2027 1 740 € .*Vos paiements, maintenant 17 juin 2027 2 940 €/);
  });

  it("do not say of somebody who attends before all have signed that the contract is done", async () => {
    const kim = await agreed("Kim Devance", soon);
    const input = { cohort: soon, dossier: kim.dossier, ground: "La rentrée est là." };
    await deed(world, enrolAnyway, { ...director, authenticatedAt: now } as Actor, input);
    const way = await view(world, HOUSE.myWay, { actor: candidate(world, kim), establishment: SCHOOL, input: {} });
    const stations = way.kind === "found" ? way.value.ways[0]!.stations : [];
    const contract = stations.find(({ station }) => station === "contract");
    deepEqual([contract?.state, contract?.to], ["part", of(kim)]);
  });
});
