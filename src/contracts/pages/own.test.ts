/** The person's own pages of a contract: what can be done stands there as a button, what the school still does is said; what is typed stays. */
import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { Actor } from "../../act/act.ts";
import { view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { addPayer } from "../../billing/payers/acts.ts";
import { withSchool } from "../../db/school.ts";
import { receiveUpload } from "../../files/receive.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { HOUSE } from "../../house/house.ts";
import { lawWorld } from "../../house/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { candidate } from "../../test/dossiers.ts";
import { errorsIn, plain } from "../../test/journeys/sent-forms.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { deed, openedSession } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { anAccepted, employed, type Person, readyForContracts } from "../../test/trainees.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { buildServer } from "../../web/server.ts";
import { chooseCohort, noteGrant, noteWhoPays, sayWhoPays } from "../acts.ts";
import { enrol, enrolAnyway } from "../enrolling-acts.ts";
import { renounce } from "../renouncing-acts.ts";
import { countersignContract, noteSigned } from "../signing-acts.ts";

const SCHOOL = "faire-ess";

describe("the own pages of a contract", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: FastifyInstance;
  let officer: Actor;
  let director: Actor;
  let head: Actor;
  /** Planned, and beginning in a week; nothing set of the other. */
  let soon = "";
  let bare = "";
  let now = new Date("2026-11-25T09:00:00Z");
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    ({ actor: officer } = await employed(world, "Anna Officier", "admission-officer", "finance"));
    ({ actor: director } = await employed(world, "Dora Directrice", "director"));
    ({ actor: head } = await employed(world, "Ines Responsable", "head-of-training"));
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
  const scan = async () => {
    const stream = Readable.from([pdf({})]);
    const account = "account" in officer ? officer.account : "";
    const received = await receiveUpload(world, { establishment: SCHOOL, account, stream, name: "convention.pdf" });
    if ("problem" in received) throw new Error(received.problem);
    return received.upload;
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
    match(
      home,
      /L’école le complète avant la rentrée, le lundi 11 septembre 2028|L’école le complète avant la rentrée, le 11 septembre 2028/,
    );
    const lines = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("waiting")
        .select(["who", "due_on as due"])
        .where("chain", "=", `candidacy:${ada.dossier}`)
        .where("key", "=", "completeContract")
        .execute(),
    );
    deepEqual(
      lines.map(({ who }) => who),
      ["may:prepare the contracts"],
      "it stands in somebody’s list until it is signed",
    );
    doesNotMatch(home, /Lisez votre contrat, puis signez/);
    match(await pages.read("/mes-documents"), /Contrat de formation, que l’école complète/);
  });

  it("say of a fund that is asked long before until when, and where that is too late for this course", async () => {
    const late = await accepted("Lia Troptard", soon);
    const [there, ahead] = [await visits(late), await accepted("Lou Entemps", bare)];
    match(
      await there.read(of(late, "/qui-paie")),
      /Trop tard pour la rentrée du 2 décembre 2026 : il fallait le demander vers le 3 septembre 2026/,
    );
    const pages = await visits(ahead);
    match(
      await pages.read(of(ahead, "/qui-paie")),
      /Pour la rentrée du 11 septembre 2028, se demande au plus tard vers le 13 juin 2028/,
    );
    const due = await withSchool(world.db, SCHOOL, (tx) =>
      tx
        .selectFrom("waiting")
        .select("due_on as due")
        .where("chain", "=", `candidacy:${ahead.dossier}`)
        .where("key", "=", "sayWhoPays")
        .execute(),
    );
    equal(
      due.every((one) => one.due !== null),
      true,
      "never by no day while a delay runs",
    );
  });

  it("ask nothing more of somebody who has followed the whole training, and leave it to the office", async () => {
    const noa = await accepted("Noa Partie", soon);
    await deed(world, enrolAnyway, director, { dossier: noa.dossier, cohort: soon, ground: "Elle commence demain." });
    const keys = () =>
      withSchool(world.db, SCHOOL, (tx) =>
        tx
          .selectFrom("waiting")
          .select(["key", "until_on as until"])
          .where("chain", "=", `candidacy:${noa.dossier}`)
          .where("key", "in", ["sayWhoPays", "noteWhoPays"])
          .orderBy("key")
          .execute(),
      );
    deepEqual(
      (await keys()).map(({ key, until }) => [key, until > "2028-12-02"]),
      [
        ["noteWhoPays", true],
        ["sayWhoPays", false],
      ],
    );
    now = new Date("2028-12-05T09:00:00Z");
    const pages = await visits(noa);
    const text = await pages.read(of(noa));
    match(text, /Votre formation est suivie Rien à faire pour vous/);
    doesNotMatch(text, /C’est bien cela|Changer qui paie|reste à signer/);
    doesNotMatch(await pages.read("/mon-parcours"), /Dites qui paie votre formation/);
    now = new Date("2026-11-25T09:00:00Z");
  });

  it("say to the person that their cohort is missing, and promise no signature of it", async () => {
    const ana = await anAccepted(world, { name: "Ana Sansdate" });
    const { dossier } = ana;
    await deed(world, sayWhoPays, candidate(world, ana), { dossier, others: [], status: "own-cost" });
    const pages = await visits(ana);
    match(await pages.read(of(ana, "/signer")), /Ce qui manque, et qui le donne Votre promotion l’école/);
    const home = await pages.read("/mon-parcours");
    match(home, /Votre contrat, à signer dès qu’il est complet/);
    doesNotMatch(home, /Votre contrat est à lire, puis à signer/);
  });

  it("plan the payments before the signature, by the periods that would be proposed", async () => {
    const bo = await accepted("Bo Planifiée", bare);
    const pages = await visits(bo);
    const text = await pages.read(of(bo));
    match(text, /Quand payer Dates prévues, si le cours commence le 11 septembre 2028\. L’école n’a pas encore fixé/);
    match(text, /Vos heures de cours 14 700 € Remise de 20 % sur votre part − 2 940 € Vous 11 760 €/);
    match(
      text,
      /Les frais de sélection : frais de dossier, 50 € et frais d’entretien de sélection, 110 €\. Ils sont demandés/,
    );
    match(text, /Vous sont-ils rendus \? Le sort des frais de sélection .* n’est pas publié\. Demandez-le à l’école/);
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
    const named = { "name-opco": "OPCO Exemple", "name-employer-plan": "Les Amandiers" };
    const typed = { others, status: "private-employee", "part-opco": "9000", ...named };
    const blank = await pages.fill(of(eve, "/qui-paie"), typed);
    doesNotMatch(plain(blank.text), /Mon employeur Combien, en euros [^?]{0,60}Son nom \(facultatif\)/);
    deepEqual(errorsIn(blank.text), ["Dites combien. Si son fonds paie tout, écrivez 0."]);
    match(blank.text, /value="9000"/);
    match(blank.text, /value="OPCO Exemple"/);
    match(plain(blank.text), /À l’ouverture de cette page, reste pour vous : 5 700 €\./);
    const alone = { others: ["employer-plan"], status: "private-employee", "part-employer-plan": "0", ...named };
    deepEqual(errorsIn((await pages.fill(of(eve, "/qui-paie"), alone)).text), ["Dites combien, ou décochez."]);
    const unnamed = { ...alone, "part-employer-plan": "1000", "name-employer-plan": "" };
    deepEqual(errorsIn((await pages.fill(of(eve, "/qui-paie"), unnamed)).text), [
      "Dites son nom : sa convention le porte.",
    ]);
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

  it("never say that nothing is owed while the selection fee is, and say what becomes of it before a withdrawal", async () => {
    const max = await agreed("Max Redevable", soon);
    const pages = await visits(max);
    equal((await pages.fill(of(max, "/signer"), { agreed: "yes", start: "yes" })).status, 303);
    const paying = await pages.read(of(max));
    match(paying, /Pour la formation, rien à payer avant le .* Frais de sélection, à part : 160 €\. Les payer/);
    match(paying, /sans rien payer de la formation/);
    match(
      await pages.read(of(max, "/renoncer")),
      /Les frais de sélection ne sont pas de ce contrat\. Le sort des frais/,
    );
    await deed(world, renounce, candidate(world, max), { dossier: max.dossier, place: "given-up" });
    const left = await pages.read(of(max));
    match(left, /Vous ne devez rien de ce contrat\..* Frais de sélection, à part : 160 €/);
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("paragraphs").where("about", "=", `contract:${max.dossier}`).execute(),
    );
    const said = JSON.stringify(mails).replaceAll(/\s/g, " ");
    match(said, /Pour la formation, rien à payer aujourd’hui/);
    match(said, /Vous ne devez rien de ce contrat ;/);
  });

  it("say of an employer whether it has signed, before the person signs and after", async () => {
    const zoe = await accepted("Zoé Employée", soon);
    const { dossier } = zoe;
    const { payer } = await deed(world, addPayer, officer, { name: "Les Amandiers" });
    const others = [{ source: "employer-plan", amount: 600_000, payer }];
    await deed(world, noteWhoPays, officer, { dossier, others, status: "private-employee" });
    const pages = await visits(zoe);
    match(await pages.read(of(zoe, "/signer")), /Les Amandiers : sa convention n’est pas encore signée/);
    const stated = LAWS.establishments[0]!.data.money!.agreement.particulars.convention.map(
      ({ particular }) => particular,
    );
    const upload = await scan();
    const paper = { source: "employer-plan", on: "2026-11-24", by: "M. Amand", stated, upload };
    await deed(world, noteSigned, officer, { dossier, ...paper });
    doesNotMatch(await pages.read(of(zoe, "/signer")), /n’est pas encore signée/);
    match(
      await pages.read("/mes-documents"),
      /Votre employeur, signée le 24 novembre 2026, pas encore par l’école .*, signée sur papier : demandez-en une copie à l’école/,
    );
    const home = await pages.read("/mon-parcours");
    doesNotMatch(home, /La direction signe votre contrat/);
    equal((await pages.fill(of(zoe, "/signer"), { agreed: "yes", start: "yes" })).status, 303);
    match(await pages.read(of(zoe)), /a signé sa convention le 24 novembre 2026\. L’école la signe/);
    const twice = (await pages.read("/mon-parcours")).match(/La direction signe un contrat ou une convention/g);
    equal(twice?.length, 1);
  });

  it("have one price once a place is accepted: that of the contract, to which admission leads", async () => {
    const ida = await accepted("Ida Acceptée", soon);
    const text = await (await visits(ida)).read(`/deis/dossier/${ida.dossier}/admission`);
    match(text, /Heures à suivre : .* Votre prix, et qui paie/);
    doesNotMatch(text, /Payé par/);
    match(await (await visits(ida)).read("/mon-parcours"), /À vous de dire qui paie/);
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("paragraphs").where("to_address", "=", ida.address).execute(),
    );
    match(
      JSON.stringify(mails).replaceAll(/\s/g, " "),
      /Votre prix est maintenant sur votre page : ouvrez votre parcours, et dites qui paie/,
    );
    match(text, /Prix calculé ce jour-là, d’après votre dossier/);
  });

  it("lead somebody enrolled who leaves to the school and to their contract, and list that contract once", async () => {
    const noa = await agreed("Noa Inscrite", soon);
    const { dossier } = noa;
    const pages = await visits(noa);
    equal((await pages.fill(of(noa, "/signer"), { agreed: "yes", start: "yes" })).status, 303);
    const signs = { dossier, source: "personal", words: "Je signe." };
    await deed(world, countersignContract, { ...director, authenticatedAt: now } as Actor, signs);
    await deed(world, enrol, head, { cohort: soon, dossiers: [dossier] });
    const admission = await pages.read(`/deis/dossier/${dossier}/admission`);
    match(admission, /quitter la formation se demande à l’établissement, qui le note\. Écrire à l’école/);
    match(admission, /se renonce en ligne : sa page dit jusqu’à quand\. Mon contrat/);
    equal((await pages.read("/mes-documents")).match(/Contrat de formation/g)?.length, 1);
    await deed(world, renounce, candidate(world, noa), { dossier, place: "kept" });
    const kept = await pages.read(of(noa));
    match(kept, /la quitter se demande à l’école, par message\. Poser une question/);
    doesNotMatch(kept, /Rendre la place ou reporter/);
  });
});
