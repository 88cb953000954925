/** The office's pages of contracts: each reader is led only to what is open to them, asked for what is theirs to do, and told the rest. */
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { type Actor, perform, view } from "../../act/act.ts";
import type { Role } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { decideRelief } from "../../admission/decide-acts.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { lawWorld } from "../../house/world.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { candidate } from "../../test/dossiers.ts";
import { errorsIn, plain } from "../../test/journeys/sent-forms.ts";
import { type Visitor, visitor } from "../../test/journeys/visitor.ts";
import { deed, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { anAccepted, employed, type Person, readyForContracts } from "../../test/trainees.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { buildServer } from "../../web/server.ts";
import { chooseCohort, handOver, noteGrant, noteWhoPays, sayWhoPays } from "../acts.ts";
import { renounce } from "../renouncing-acts.ts";
import { countersignContract, signContract } from "../signing-acts.ts";
import { seeContract } from "../views.ts";

const SCHOOL = "faire-ess";
const HANDED = "programme objectives trainers timetable assessment contact rules tariff settlement early-end".split(
  " ",
);

describe("the office’s pages of contracts", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let officer: Visitor;
  let head: Visitor;
  let director: Visitor;
  let bare: Person;
  let shared: Person;
  let signed: Person;
  let concluded: Person;
  let left: Person;
  let free: Person;
  let alone: Person;
  let changed: Person;
  let odile: Actor;
  const now = new Date("2026-11-25T09:00:00Z");
  const enters = async (name: string, ...roles: Role[]) => {
    const person = await employed(world, name, ...roles);
    const at = visitor(app, "/faire-ess");
    at.cookies.set(SESSION_COOKIE, await openedSession(world, person, ["password", "totp"]));
    return { actor: { ...person.actor, authenticatedAt: now } as Actor, at };
  };
  const mainOf = async (at: Visitor, path: string) => {
    const { status, text } = await at.open(path);
    equal(status, 200, path);
    return text.slice(text.indexOf("<main"), text.indexOf("</main>")).replaceAll(/[\u00a0\u202f]/g, " ");
  };
  const seenOf = async ({ dossier }: Person) => {
    const input = { dossier, language: "fr" as const };
    const found = await view(world, seeContract, { actor: odile, establishment: SCHOOL, input });
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const signsAlone = async (one: Person) => {
    const { dossier } = one;
    const own = { ...candidate(world, one), authenticatedAt: now } as Actor;
    const { shown } = (await seenOf(one)).contract!.papers.find(({ paper }) => paper === "contract")!;
    await deed(world, signContract, own, { dossier, shown, words: "J’accepte.", received: HANDED });
  };
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    const office = await enters("Odile Admission", "admission-officer");
    odile = office.actor;
    const ines = await enters("Ines Responsable", "head-of-training");
    const dora = await enters("Dora Directrice", "director");
    [officer, head, director] = [office.at, ines.at, dora.at];
    const opened = async (name: string, startsOn: string, endsOn: string) =>
      (await deed(world, openCohort, ines.actor, { diploma: "deis", name, startsOn, endsOn })).cohort;
    const cohort = await opened("2026-2028", "2026-12-07", "2028-12-01");
    await opened("2028-2030, autre", "2028-09-11", "2030-07-12");
    await opened("2023-2026, finie", "2023-09-04", "2026-06-26");
    await readyForContracts(world, ines.actor, cohort, "2026-12-07");
    const accepted = async (name: string, relief?: "undecided") => {
      const one = await anAccepted(world, { name, ...(relief && { relief }) });
      await deed(world, chooseCohort, odile, { dossier: one.dossier, cohort });
      return one;
    };
    const signs = async (name: string) => {
      const one = await accepted(name);
      const { dossier } = one;
      const own = { ...candidate(world, one), authenticatedAt: now } as Actor;
      await deed(world, sayWhoPays, own, { dossier, others: [], status: "own-cost" });
      await signsAlone(one);
      return one;
    };
    bare = await anAccepted(world, { name: "Bao Rien", relief: "undecided" });
    shared = await accepted("Tess Employeur");
    const others = [{ source: "employer-plan", amount: 100_000, named: "Les Amandiers" }];
    const { dossier } = shared;
    await deed(world, noteWhoPays, odile, { dossier, others, status: "private-employee" });
    signed = await signs("Sam Signe");
    concluded = await signs("Conrad Conclu");
    left = await signs("Lola Part");
    alone = await accepted("Ali Seul");
    changed = await signs("Rita Rechange");
    free = await anAccepted(world, { name: "Nina Dispensée", relief: "undecided" });
    const held = ["DF1", "DF2", "DF3"].map((domain) => ({ domain, validatedOn: "2026-01-15", by: "vae" }));
    await deed(world, decideRelief, ines.actor, { dossier: free.dossier, held, ground: "Tout est validé." });
    await deed(world, renounce, candidate(world, left), { dossier: left.dossier, place: "given-up" });
    const both = { dossier: concluded.dossier, source: "personal", words: "Je signe." };
    await deed(world, countersignContract, dora.actor, both);
  });
  after(async () => {
    await app.close();
    await close();
  });

  it("lead an officer to pages that are open to them, and say who sees to the rest", async () => {
    const list = await mainOf(officer, "/contrats");
    match(
      list,
      /Allègements et dispenses à décider <span class="muted">\(qui s’en charge : responsable de formation, direction\)/,
    );
    match(list, /à signer par l’école <span class="muted">\(qui s’en charge : direction\)/);
    for (const { dossier } of [bare, signed, shared, concluded]) {
      const page = await mainOf(officer, `/contrats/${dossier}`);
      for (const [, to = ""] of page.matchAll(/href="\/faire-ess([^"]+)"/g))
        ok((await officer.open(to)).status < 400, to);
    }
    match(await mainOf(head, "/contrats"), /allegements">Allègements et dispenses à décider<\/a>/);
  });

  it("say all steps at once, from the decision on hours to the last signature", async () => {
    const page = await mainOf(officer, `/contrats/${bare.dossier}`);
    const says = ["Allègements et dispenses à décider", "Dire qui paie", "Ensuite : faire signer chaque papier"];
    deepEqual(
      says.filter((one) => !page.includes(one)),
      [],
    );
  });

  it("have the school sign only the amounts that its page showed, and say both where they changed since", async () => {
    const { dossier } = changed;
    const path = `/contrats/${dossier}/signer/personal`;
    const before = await director.open(path);
    equal(before.status, 200);
    const others = [{ source: "employer-plan", amount: 100_000, named: "Les Amandiers" }];
    await deed(world, noteWhoPays, odile, { dossier, others, status: "private-employee" });
    await signsAlone(changed);
    const late = await director.sendFrom(before, path, { agreed: "yes" });
    equal(late.status, 409);
    const told = late.text.replaceAll(/<[^>]+>/g, " ").replaceAll(/[\s\u00a0\u202f]+/g, " ");
    match(told, /Ce que vous avez lu a changé : rien n’est fait/);
    match(told, /plan de développement.{0,200} rien 1 000,00 €/i);
    const { contract } = await seenOf(changed);
    equal(contract!.shares.find(({ own }) => own)!.signed!.countersigned, null);
    // Her agreement was to other amounts: the box is to be ticked again, and the form carries what she now reads.
    doesNotMatch(late.text, /name="agreed"[^>]*checked/);
    // A form that says nothing of what was shown is no signature either.
    const { status } = await director.sendFrom(late, path, { agreed: "yes", _shown: "" });
    equal(status, 409);
    const again = await director.sendFrom(late, path, { agreed: "yes" });
    equal(again.status, 303);
    ok((await seenOf(changed)).contract!.shares.find(({ own }) => own)!.signed!.countersigned);
  });

  it("ask for nothing that the person receives with their signature", async () => {
    const page = await mainOf(officer, `/contrats/${shared.dossier}`);
    match(page, /10 documents : la personne les reçoit sur sa page en signant/);
    doesNotMatch(page, />À remettre :/);
    equal((await officer.open(`/contrats/${signed.dossier}/remise`)).location, `/contrats/${signed.dossier}`);
  });

  it("say before another cohort is chosen what it undoes, and the discount of today where who pays was said", async () => {
    match(
      await mainOf(officer, `/contrats/${signed.dossier}/promotion`),
      /Ce qui est signé vaut pour la promotion 2026-2028\. Pour une autre, tout est à signer de nouveau/,
    );
    doesNotMatch(await mainOf(officer, `/contrats/${shared.dossier}/promotion`), /Ce qui est signé/);
    const said = plain(await mainOf(officer, `/contrats/${shared.dossier}/qui-paie`));
    match(said, /14 700,00 €, moins une remise de 2 740,00 € sur ce que la personne paie elle-même aujourd’hui/);
    doesNotMatch(said, /selon ce qu’elle a dit dans son dossier/);
  });

  it("let the director read what is signed, on the page on which it is signed for the school", async () => {
    const page = await mainOf(director, `/contrats/${signed.dossier}/signer/personal`);
    match(page, new RegExp(`href="/faire-ess/contrats/${signed.dossier}/papier/personal">Lire ce qui est signé`));
  });

  it("hand over what nobody signs for, and say why a price is 0", async () => {
    const { dossier } = free;
    const page = await mainOf(officer, `/contrats/${dossier}`);
    match(page, /0,00 € : ses allègements et dispenses ne laissent rien à payer, et il n’y a pas de contrat à signer/);
    doesNotMatch(page, /reçoit sur sa page en signant/);
    equal((await officer.open(`/contrats/${dossier}/remise`)).status, 200);
    // Said by an act since, with a share of 0, it stays so.
    await deed(world, handOver, odile, { dossier, keys: ["programme"], on: "2026-11-25" });
    doesNotMatch(await mainOf(officer, `/contrats/${dossier}`), /reçoit sur sa page en signant/);
  });

  it("say before who pays is noted what it makes of the price, and why; and take no payer without an amount", async () => {
    const { dossier } = alone;
    const to = `/contrats/${dossier}/qui-paie`;
    const fills = async (typed: Readonly<Record<string, string>>) => {
      const { status, text } = await officer.fill(to, { status: "job-seeker", ...typed });
      return { status, text: text.replaceAll(/[\u00a0\u202f]/g, " ") };
    };
    const empty = await fills({ source1: "cpf", amount1: "" });
    equal(empty.status, 422);
    const [said, ...more] = errorsIn(empty.text);
    match(said!, /^Dites combien paie : .*\(CPF\)\. S’il ne paie rien, remettez « personne »\.$/);
    deepEqual(more, []);
    const others = [{ source: "cpf", amount: 0 }];
    const input = { dossier, others, status: "job-seeker" };
    const attempt = { actor: odile, establishment: SCHOOL, input, attempt: randomUUID() };
    const refused = await perform(world, noteWhoPays, attempt);
    ok(refused.kind === "invalid");
    match(refused.issues[0]!.message("fr"), /Un payeur est nommé sans montant/);
    // 700 h at 21 € make 14 700 €, of which 20 % are taken off what the person pays: 4 500 € of another lose 900 €.
    const checked = await fills({ source1: "cpf", amount1: "4500" });
    match(
      checked.text,
      /Le prix passe de 11 760,00 € à 12 660,00 € : la remise, qui porte sur ce que la personne paie elle-même, baisse de 900,00 €\./,
    );
    await deed(world, noteWhoPays, odile, { ...input, others: [{ source: "cpf", amount: 450_000 }] });
    const again = await fills({ source1: "cpf", amount1: "2500" });
    match(again.text, /Le prix passe de 12 660,00 € à 12 260,00 € : .* augmente de 400,00 €\./);
  });

  it("say of nobody that they granted what they pay themselves", async () => {
    const { dossier } = alone;
    const grant = { dossier, source: "cpf", answer: "granted", on: "2026-11-25" } as const;
    await deed(world, noteGrant, odile, grant);
    const page = await mainOf(officer, `/contrats/${dossier}`);
    deepEqual([...page.matchAll(/Accordé/g)].length, 1);
    match(page, /À payer par la personne, sur la plateforme/);
  });

  it("offer the cohorts that are not over, and lead to opening one", async () => {
    const theirs = await mainOf(officer, `/contrats/${bare.dossier}/promotion`);
    ok(theirs.includes("2026-2028 (") && !theirs.includes("finie"), theirs);
    match(theirs, /Qui l’ouvre : responsable de formation, direction/);
    match(
      await mainOf(head, `/contrats/${bare.dossier}/promotion`),
      /href="\/faire-ess\/promotions">Ouvrir une promotion/,
    );
  });

  it("say what became of a place given back, and lead to the list of who waits", async () => {
    const page = await mainOf(officer, `/contrats/${left.dossier}`);
    match(page, /si personne n’attend, elle est libre\. <a class="ds-link" href="\/faire-ess\/admissions\/listes">/);
    equal((await officer.open("/admissions/listes")).status, 200);
  });

  it("enrol in the cohort that was signed for, and recall until when the person may withdraw", async () => {
    const page = await mainOf(head, `/contrats/${concluded.dossier}/inscrire`);
    deepEqual([...page.matchAll(/<option value="[^"]+"/g)].length, 1);
    match(page, /peut encore se rétracter de son contrat jusqu’au 9 décembre 2026/);
    match(page, /promotion">Prévoir une autre promotion</);
  });
});
