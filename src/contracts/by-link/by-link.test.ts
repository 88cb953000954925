/** An employer reads and signs by its link, and sees its own conventions, proofs and invoices, and nothing of anybody else. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, type View, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { addPayer, changePayer } from "../../billing/payers/acts.ts";
import { invitePayer, uninvitePayer, withdrawPayerMailbox } from "../../billing/payers/guest-acts.ts";
import { payerInvoice, payerMoney, seePayerGuests } from "../../billing/payers/guest-views.ts";
import { recordPayment } from "../../billing/charges/acts.ts";
import { creditInvoice } from "../../billing/invoices/acts.ts";
import { seeInvoice } from "../../billing/invoices/views.ts";
import { withSchool } from "../../db/school.ts";
import { withExampleLegal } from "../../house/example-legal.ts";
import { ACTS, HOUSE, PROVEN_TABLES, VIEWS } from "../../house/house.ts";
import { countLetters, listLetters, noteLetterSent } from "../../mail/letter-acts.ts";
import { pages } from "../../house/pages.ts";
import { issuePaper } from "../../issued-documents/issue.ts";
import { lawWorld } from "../../house/world.ts";
import { enterAsGuest } from "../../people/guests/acts.ts";
import { guestOf, seeInvitation } from "../../people/guests/views.ts";
import { askCode, tryCode } from "../../people/codes/acts.ts";
import { GUEST_COOKIE, SESSION_COOKIE } from "../../page/session.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { confirmAll, contactIn } from "../../test/payer-contacts.ts";
import { buildServer } from "../../web/server.ts";
import { candidate } from "../../test/dossiers.ts";
import { deed, lastCode, openedSession } from "../../test/people.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import { anAccepted, employed, enrolled, type Person, readyForContracts } from "../../test/trainees.ts";
import { openCohort } from "../../training/cohorts/acts.ts";
import { handOver, noteWhoPays } from "../acts.ts";
import { contractsCheck } from "../check.ts";
import { issueProposed } from "../invoicing/acts.ts";
import { listProposals } from "../invoicing/views.ts";
import { verifyPaper } from "../../issued-documents/views.ts";
import { issueQuote } from "../papers/paper-acts.ts";
import { contractPaper } from "../papers/paper-views.ts";
import { seePaidTrainees } from "../payers/views.ts";
import { notePayerTold, renounce } from "../renouncing-acts.ts";
import { countersignContract, signContract } from "../signing-acts.ts";
import { seeContract } from "../views.ts";
import { declineConvention, sendConvention, signConvention } from "./acts.ts";
import { myPayers, payerCertificate, payerConvention, payerPeople } from "./views.ts";

const SCHOOL = "faire-ess";
const BEFORE = ["programme", "objectives", "trainers", "timetable", "assessment", "contact", "rules"];
/** No form has this field: an actor with the permission is told that the form is invalid, and the act does nothing. */
const NONSENSE = { "no such field": true };
const WITH_CONTRACT = [...BEFORE, "tariff", "settlement", "early-end"];
/** How the school’s file calls the part that the person pays: no row of it stands in a convention. */
const PERSONAL = /financement personnel/i;
/** What a guest may: its own invitation, and what it pays for. */
const MINE: ReadonlySet<string> = new Set([
  "be a guest",
  "see one’s own calendar",
  "pay for others",
  "hold an invitation",
]);
const WORDS = "Lu et accepté.";

describe("who pays for others", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let officer: Awaited<ReturnType<typeof employed>>;
  let director: () => Actor;
  let cohort = "";
  let amandiers = "";
  let others = "";
  let awa: Person;
  let bob: Person;
  before(async () => {
    const told = lawWorld(withExampleLegal(LAWS), { diploma: undefined, establishment: undefined });
    ({ world, close } = await testWorldOf({ ...told, now: () => now }));
    officer = await employed(world, "Anna Officier", "admission-officer", "finance");
    const head = await employed(world, "Ines Responsable", "head-of-training");
    const dora = await employed(world, "Dora Directrice", "director");
    director = () => ({ ...dora.actor, authenticatedAt: now }) as Actor;
    const name = { diploma: "deis", name: "2027-2029", startsOn: "2027-09-13", endsOn: "2029-07-13" };
    ({ cohort } = await deed(world, openCohort, head.actor, name));
    await readyForContracts(world, head.actor, cohort, "2027-09-13");
    awa = await anAccepted(world, { name: "Awa Stagiaire" });
    bob = await anAccepted(world, { name: "Bob Stagiaire" });
    const address = "2 rue Bleue\n34000 Montpellier";
    const first = { name: "Les Amandiers", siren: "732829320", address, email: "compta@amandiers.exemple" };
    amandiers = (await deed(world, addPayer, officer.actor, first)).payer;
    const second = { name: "Les Bruyères", siren: "552100554", address, email: "rh@bruyeres.exemple" };
    others = (await deed(world, addPayer, officer.actor, second)).payer;
    for (const [person, payer] of [
      [awa, amandiers],
      [bob, others],
    ] as const) {
      const paid = [{ source: "employer-plan", amount: 200_000, payer }];
      await deed(world, noteWhoPays, officer.actor, {
        dossier: person.dossier,
        others: paid,
        status: "private-employee",
      });
    }
  });
  after(() => close());

  const asked = <I>(actor: Actor, input: I) => ({ actor, establishment: SCHOOL, input });
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { ...asked(actor, input), attempt: randomUUID() });
    return outcome.kind === "invalid"
      ? outcome.issues.map(({ path, message }) => `${path}: ${message("fr")}`).join()
      : outcome.kind;
  };
  const found = async <F extends TSchema, V>(what: View<F, V>, actor: Actor, input: Static<F>) => {
    const seen = await view(world, what, asked(actor, input));
    return seen.kind === "found" ? seen.value : undefined;
  };
  const fresh = () => ({ ...officer.actor, authenticatedAt: now }) as Actor;
  const lucie = { name: "Lucie Amand", address: "lucie@amandiers.exemple", language: "fr" } as const;
  /** The latest link sent to an address. */
  const linkTo = async (address: string) => {
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select(["subject", "link"]).where("to_address", "=", address).orderBy("id").execute(),
    );
    const links = mails.flatMap(({ link, subject }) =>
      link ? [{ subject, path: (link as { path: string }).path }] : [],
    );
    return links.at(-1);
  };
  const mailTo = (address: string) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const mails = tx.selectFrom("mail").select("paragraphs").where("to_address", "=", address);
      return JSON.stringify((await mails.orderBy("id", "desc").executeTakeFirstOrThrow()).paragraphs);
    });
  const secretIn = (path: string) => path.slice(path.lastIndexOf("/") + 1);
  /** Of a session opened as real guests do: by the link and a code. */
  const tokenOf = async (address: string): Promise<string> => {
    const link = secretIn((await linkTo(address))!.path);
    const anyone: Actor = { kind: "anyone" };
    const { request } = await deed(world, askCode, anyone, { address, language: "fr", school: SCHOOL });
    const { ticket } = await deed(world, tryCode, anyone, { request, code: await lastCode(world, address) });
    const holder: Actor = { kind: "holder", secret: link };
    return (await deed(world, enterAsGuest, holder, { ticket: ticket!, device: "" })).token;
  };
  const comesIn = async (address: string): Promise<Actor> => {
    const today = now.toISOString().slice(0, 10);
    return (await guestOf(world.db, await tokenOf(address), { establishment: SCHOOL, at: now, today }))!.actor;
  };
  const convention = (actor: Actor, person: Person, payer = amandiers) =>
    found(payerConvention, actor, { payer, dossier: person.dossier, source: "employer-plan" });
  const one = (person: Person, payer = amandiers) => ({ payer, dossier: person.dossier, source: "employer-plan" });
  const waits = (person: Person) =>
    withSchool(world.db, SCHOOL, async (tx) => {
      const rows = await tx
        .selectFrom("waiting")
        .select(["key", "part", "who", "within"])
        .where("chain", "=", `candidacy:${person.dossier}`)
        .where("part", "=", "employer-plan")
        .orderBy("key")
        .execute();
      return rows.map(({ key, within }) => [key, ...within].join(" "));
    });

  it("is sent its convention by the office, with a link, once the payer is of the register", async () => {
    const send = { dossier: awa.dossier, source: "employer-plan", ...lucie };
    deepEqual(await waits(awa), ["noteSigned"]);
    // Of a payer whose SIREN is not known, the SIREN alone is missing.
    const bare = {
      name: "Les Amandiers",
      address: "2 rue Bleue\n34000 Montpellier",
      email: "compta@amandiers.exemple",
    };
    await deed(world, changePayer, officer.actor, { payer: amandiers, version: 1, ...bare });
    const lacks = (await found(seeContract, officer.actor, { dossier: awa.dossier, language: "fr" }))!
      .contract!.papers.filter(({ source }) => source === send.source)
      .flatMap(({ missing }) => missing.map(({ key, to }) => `${key} ${to}`));
    deepEqual(lacks, ["payer-siren /finances/payeurs"]);
    await deed(world, changePayer, officer.actor, { payer: amandiers, version: 2, ...bare, siren: "732829320" });
    match(await tried(sendConvention, fresh(), { ...send, source: "personal" }), /^source: Ce payeur ne signe pas/);
    match(await tried(sendConvention, fresh(), { ...send, address: "rien" }), /^address: /);
    match(
      await tried(sendConvention, fresh(), { ...send, address: officer.address }),
      /^address: Cette adresse est la vôtre/,
    );
    equal(await tried(sendConvention, candidate(world, awa), send), "forbidden");
    await contactIn(world, fresh(), { payer: amandiers, ...lucie }, director());
    equal(await tried(sendConvention, fresh(), send), "done");
    deepEqual(await waits(awa), ["noteSigned", `signConvention payer:${amandiers}`]);
    const sent = (await linkTo(lucie.address))!;
    match(sent.subject, /^Convention de formation de Stagiaire Awa/);
    const text = (await mailTo(lucie.address)).replaceAll(/[\u00a0\u202f]/g, " ");
    match(text, /À signer avant le 13 septembre 2027, premier jour de la formation/);
    match(
      text,
      /Elle reste ouverte au moins jusqu’au 25 novembre 2027, et plus longtemps tant que la convention court/,
    );
    const { contract } = (await found(seeContract, officer.actor, { dossier: awa.dossier, language: "fr" }))!;
    const given = contract!.shares.find(({ source }) => source === send.source)!.sent;
    deepEqual([given?.on, given?.to], ["2026-11-25", "Lucie Amand"]);
    match(sent.path, /^\/faire-ess\/invitation\/[\w-]{20,}$/);
  });

  it("is sent to no mailbox that one person of the school chose alone: the trainee’s, a colleague’s, or one that its register knows nothing of", async () => {
    const send = { dossier: awa.dossier, source: "employer-plan", ...lucie };
    const to = (address: string, by = fresh()) => tried(sendConvention, by, { ...send, name: "Lucie Amand", address });
    match(await to("awa.stagiaire@exemple.fr"), /^address: Cette adresse est celle de la personne en formation/);
    const colleague = await employed(world, "Carl Collègue", "trainer");
    match(await to(colleague.address), /^address: /);
    const chosen = "direction@amandiers-siege.exemple";
    match(await to(chosen), /^address: Cette adresse n’est pas de ce payeur/);
    await deed(world, invitePayer, fresh(), { payer: amandiers, name: "Zoé", address: chosen, language: "fr" });
    match(await to(chosen), /^address: Vous avez entré cette adresse : une autre personne l’envoie/);
    match(await mailTo("compta@amandiers.exemple"), /propose que Zoé \(direction@amandiers-siege\.exemple\)/);
    const { mailboxes } = (await found(seePayerGuests, officer.actor, { payer: amandiers }))!;
    const waiting = mailboxes.find(({ address }) => address === chosen)!;
    deepEqual([waiting.confirmedBy, await linkTo(chosen)], [null, undefined]);
    await deed(world, withdrawPayerMailbox, fresh(), { payer: amandiers, mailbox: waiting.mailbox });
  });

  it("comes in by the link and a code, and reads its convention with the quote: neither where the trainee lives, nor what others pay", async () => {
    await deed(world, issueQuote, officer.actor, { dossier: awa.dossier, source: "employer-plan" });
    const actor = await comesIn(lucie.address);
    deepEqual((await found(myPayers, actor, {}))?.payers, [
      { payer: amandiers, name: "Les Amandiers", people: 1, toSign: 1 },
    ]);
    const seen = (await convention(actor, awa))!;
    deepEqual([seen.state, seen.person, seen.amount, seen.missing], ["to-sign", "Stagiaire Awa", 200_000, []]);
    ok(seen.quote);
    for (const paper of [seen.document, seen.quote.document]) {
      const said = JSON.stringify(paper).replaceAll(/[\u00a0\u202f]/g, " ");
      ok(said.includes("Awa") && said.includes("2 rue Bleue"));
      ok(!said.includes("rue de l’Exemple"));
      ok(!PERSONAL.test(said));
    }
  });

  it("says why it does not sign, which the office is told, and may still sign", async () => {
    const actor = await comesIn(lucie.address);
    match(await tried(declineConvention, actor, { ...one(awa), words: " " }), /^words: Dites pourquoi/);
    equal(await tried(declineConvention, actor, { ...one(awa), words: "Nos dates ne vont pas." }), "done");
    deepEqual(await waits(awa), ["noteSigned"]);
    const { contract } = (await found(seeContract, officer.actor, { dossier: awa.dossier, language: "fr" }))!;
    deepEqual(contract!.shares[0]!.sent?.declined, {
      on: "2026-11-25",
      words: "Nos dates ne vont pas.",
      by: "Lucie Amand",
    });
    equal((await convention(actor, awa))?.state, "declined");
    await deed(world, sendConvention, fresh(), { dossier: awa.dossier, source: "employer-plan", ...lucie });
    deepEqual(await waits(awa), ["noteSigned", `signConvention payer:${amandiers}`]);
  });

  it("signs what it was shown, with its name and quality and a code of the last half hour", async () => {
    const actor = await comesIn(lucie.address);
    const { shown } = (await convention(actor, awa))!;
    const signing = { ...one(awa), shown, name: "Lucie Amand", quality: "directrice", words: WORDS };
    const old = { ...actor, authenticatedAt: new Date(now.getTime() - 31 * 60_000) } as Actor;
    match(await tried(signConvention, old, signing), /votre code date de plus d’une demi-heure/);
    match(await tried(signConvention, actor, { ...signing, quality: "\u200b" }), /^quality: Dites en quelle qualité/);
    equal(await tried(signConvention, actor, { ...signing, shown: "sha256:autre" }), "stale");
    equal(await tried(signConvention, { ...actor, guest: randomUUID() } as Actor, signing), "forbidden");
    equal(await tried(signConvention, actor, { ...signing, dossier: bob.dossier }), "forbidden");
    equal(await tried(signConvention, actor, signing), "done");
    equal(await tried(signConvention, actor, signing), "forbidden");
    match((await linkTo(lucie.address))!.subject, /: signée par vous$/);
    const signed = (await convention(actor, awa))!;
    deepEqual([signed.state, signed.signedBy], ["signed", { on: "2026-11-25", by: "Lucie Amand, directrice" }]);
    deepEqual(await waits(awa), ["countersignContract"]);
  });

  it("signs a convention that its person then reads too: their own, with what others pay as a sum, and nobody else’s", async () => {
    const reads = (person: Person, source = "employer-plan") =>
      found(contractPaper, candidate(world, person), { dossier: awa.dossier, source });
    const seen = (await reads(awa))!;
    deepEqual([seen.paper, seen.signed, seen.name], ["convention", true, "Stagiaire Awa"]);
    const said = JSON.stringify(seen.document).replaceAll(/[\u00a0\u202f]/g, " ");
    ok(said.includes("Lucie Amand, directrice") && said.includes("Autres payeurs, par d’autres contrats"));
    equal(await reads(bob), undefined);
    // Bob's own payer has signed nothing yet: what it is asked is between it and the school.
    const own = { dossier: bob.dossier, source: "employer-plan" };
    equal(await found(contractPaper, candidate(world, bob), own), undefined);
  });

  it("is told when the school has signed, and keeps the text that it signed", async () => {
    await deed(world, countersignContract, director(), {
      dossier: awa.dossier,
      source: "employer-plan",
      words: "Je signe.",
    });
    match((await linkTo(lucie.address))!.subject, /signée par l’école/);
    const seen = (await convention(await comesIn(lucie.address), awa))!;
    equal(seen.state, "concluded");
    ok(seen.code !== null && seen.document !== null);
  });

  it("reads its signed copy, which holds no more once the person gives the training up in time, and is told so", async () => {
    const rose = { name: "Rose Bruyère", address: "rose@bruyeres.exemple", language: "fr" } as const;
    const cleo = await anAccepted(world, { name: "Cléo Stagiaire" });
    const { dossier } = cleo;
    const source = "employer-plan";
    const paid = [{ source, amount: 200_000, payer: others }];
    await deed(world, noteWhoPays, officer.actor, { dossier, others: paid, status: "private-employee" });
    await contactIn(world, fresh(), { payer: others, ...rose }, director());
    await deed(world, sendConvention, fresh(), { dossier, source, ...rose });
    const actor = await comesIn(rose.address);
    const its = () => convention(actor, cleo, others);
    const { shown } = (await its())!;
    const signing = { ...one(cleo, others), shown, name: rose.name, quality: "directrice", words: WORDS };
    await deed(world, signConvention, actor, signing);
    await deed(world, handOver, officer.actor, { dossier, keys: WITH_CONTRACT, on: "2026-11-25" });
    const contractOf = async () => (await found(seeContract, officer.actor, { dossier, language: "fr" }))!;
    const own = (await contractOf()).contract!.papers.find(({ paper }) => paper === "contract")!;
    await deed(world, signContract, candidate(world, cleo), { dossier, shown: own.shown, words: "J’accepte." });
    for (const each of [source, "personal"])
      await deed(world, countersignContract, director(), { dossier, source: each, words: "Je signe." });
    const read = async () => JSON.stringify((await its())!.document).replaceAll(/[\u00a0\u202f]/g, " ");
    match(await read(), /Rose Bruyère, directrice, signé dans l’application le 25 novembre 2026/);
    match(await read(), /Dora Directrice, signé le 25 novembre 2026/);
    const ownPaper = async () => (await found(contractPaper, candidate(world, cleo), { dossier }))!;
    const codes = [(await its())!.code!, (await ownPaper()).code!];
    const states = async () => {
      const all = [];
      for (const code of codes) all.push((await found(verifyPaper, { kind: "anyone" }, { code }))?.state);
      return all;
    };
    deepEqual(await states(), ["holds", "holds"]);
    await deed(world, renounce, candidate(world, cleo), { dossier, place: "given-up" });
    deepEqual(await states(), ["withdrawn", "withdrawn"]);
    const after = (await its())!;
    deepEqual([after.state, after.endedOn, after.code], ["ended", "2026-11-25", codes[0]]);
    match(await read(), /Cette convention est sans objet/);
    match(JSON.stringify((await ownPaper()).document), /Ce contrat est anéanti/);
    deepEqual((await found(payerPeople, actor, { payer: others }))?.people[0]?.shares[0]?.state, "ended");
    const before = (await linkTo(rose.address))!.subject;
    match(before, /signée par l’école/);
    equal(await tried(notePayerTold, fresh(), { dossier, source, how: "" }), "done");
    match((await linkTo(rose.address))!.subject, /^Stagiaire Cléo a renoncé à la formation/);
    deepEqual((await contractOf()).toTell, []);
    const [trainee] = (await found(seePaidTrainees, fresh(), { payer: others }))!.trainees.filter(
      (each) => each.dossier === dossier,
    );
    deepEqual([trainee!.source, trainee!.agreed], [null, 0]);
  });

  it("is signed from no mailbox that one person alone stands behind, nor from the trainee’s or a colleague’s; its register reads who signed from where, as the director and the paper do", async () => {
    const register = "accueil@tilleuls.exemple";
    const described = { name: "Les Tilleuls", siren: "443061841", address: "3 rue Verte\n34000 Montpellier" };
    const { payer } = await deed(world, addPayer, fresh(), { ...described, email: register });
    const dan = await anAccepted(world, { name: "Dan Stagiaire" });
    const { dossier } = dan;
    const paid = [{ source: "employer-plan", amount: 200_000, payer }];
    await deed(world, noteWhoPays, fresh(), { dossier, others: paid, status: "private-employee" });
    const contact = (name: string, address: string) => ({ payer, name, address, language: "fr" as const });
    const nina = contact("Nina Tilleul", "nina@tilleuls.exemple");
    const { payer: _, ...to } = nina;
    await contactIn(world, fresh(), nina, director());
    match(await mailTo(register), /Nina Tilleul \(nina@tilleuls\.exemple\) lit et signe désormais/);
    await deed(world, sendConvention, fresh(), { dossier, source: "employer-plan", ...to });
    const signsAs = async (actor: Actor, name: string) => {
      const { shown } = (await convention(actor, dan, payer))!;
      return tried(signConvention, actor, { ...one(dan, payer), shown, name, quality: "directrice", words: WORDS });
    };
    // Only finance stands behind the register's own address, which is let in as any contact is.
    await deed(world, invitePayer, fresh(), contact("Accueil", register));
    match(await signsAs(await comesIn(register), "Accueil"), /^name: L’école n’a pas fini de vérifier/);
    await contactIn(world, fresh(), contact("Dan Stagiaire", dan.address), director());
    match(
      await signsAs(await comesIn(dan.address), "Dan"),
      /^name: Cette adresse est celle de la personne en formation/,
    );
    const rita = contact("Rita Reprise", "rita.reprise@exemple.fr");
    await contactIn(world, fresh(), rita, director());
    const actor = await comesIn(rita.address);
    await employed(world, rita.name, "trainer");
    match(await signsAs(actor, rita.name), /^name: Cette adresse est celle de quelqu’un qui travaille pour l’école/);
    // Let out, the register's address is written to all the same.
    const { guests } = (await found(seePayerGuests, officer.actor, { payer }))!;
    const { guest } = guests.find(({ address }) => address === register)!;
    await deed(world, uninvitePayer, fresh(), { payer, guest });
    equal(await signsAs(await comesIn(nina.address), nina.name), "done");
    match(
      await mailTo(register),
      /signée le 25\snovembre\s2026 par Nina Tilleul, directrice, depuis nina@tilleuls\.exemple/,
    );
    const { contract } = (await found(seeContract, director(), { dossier, language: "fr" }))!;
    const { from } = contract!.shares.find(({ source }) => source === "employer-plan")!.signed!;
    deepEqual(from, {
      address: nina.address,
      contact: nina.name,
      isRegisters: false,
      enteredBy: "Anna Officier",
      enteredOn: "2026-11-25",
      confirmedBy: "Dora Directrice",
      provedAt: now.toISOString(),
    });
    const its = (await found(payerConvention, await comesIn(nina.address), one(dan, payer)))!;
    match(
      JSON.stringify(its.document).replaceAll(/[\u00a0\u202f]/g, " "),
      /depuis nina@tilleuls\.exemple, par un code envoyé à cette adresse \(adresse de Nina Tilleul, contact du payeur, entrée par Anna Officier le 25 novembre 2026, confirmée par Dora Directrice\)/,
    );
  });

  it("is mailed its invoice with a link that lets in the address of the register, and an earlier link still opens", async () => {
    const first = secretIn((await linkTo(lucie.address))!.path);
    await deed(world, handOver, officer.actor, { dossier: awa.dossier, keys: WITH_CONTRACT, on: "2026-11-25" });
    const { contract } = (await found(seeContract, officer.actor, { dossier: awa.dossier, language: "fr" }))!;
    const { shown } = contract!.papers.find(({ paper }) => paper === "contract")!;
    await deed(world, signContract, candidate(world, awa), { dossier: awa.dossier, shown, words: "J’accepte." });
    await deed(world, countersignContract, director(), {
      dossier: awa.dossier,
      source: "personal",
      words: "Je signe.",
    });
    await enrolled(world, director(), awa, cohort);
    now = new Date("2028-07-20T09:00:00Z");
    const { proposals } = (await found(listProposals, fresh(), {}))!;
    const hers = proposals.filter(({ dossier, source }) => dossier === awa.dossier && source.fr.includes("employeur"));
    const keys = hers.map(({ key }) => key);
    ok(keys.length > 0);
    const { numbers } = await deed(world, issueProposed, fresh(), { dossier: awa.dossier, keys });
    const mailed = (await linkTo("compta@amandiers.exemple"))!;
    match(mailed.subject, new RegExp(`^Facture ${numbers[0]}`));
    const accountant = await comesIn("compta@amandiers.exemple");
    const { invoices, open } = (await found(payerMoney, accountant, { payer: amandiers }))!;
    deepEqual(invoices.map(({ number }) => number).toSorted(), [...numbers].toSorted());
    ok(open > 0);
    ok(await found(payerInvoice, accountant, { payer: amandiers, number: numbers[0]! }));
    // What she was invited for is past; the conventions of her body are the accountant's too.
    equal((await found(payerPeople, accountant, { payer: amandiers }))?.people.length, 1);
    equal(await found(seeInvitation, { kind: "holder", secret: first }, {}), undefined);
    const again = { payer: amandiers, ...lucie };
    await deed(world, invitePayer, fresh(), again);
    ok(await found(seeInvitation, { kind: "holder", secret: first }, {}));
  });

  it("sees nothing of another payer, nor of the people of another, by no view and no act", async () => {
    await confirmAll(world, others, director());
    await deed(world, sendConvention, fresh(), {
      dossier: bob.dossier,
      source: "employer-plan",
      name: "Rose Bruyère",
      address: "rh@bruyeres.exemple",
      language: "fr",
    });
    const rose = await comesIn("rh@bruyeres.exemple");
    ok(await convention(rose, bob, others));
    const { lines } = (await found(HOUSE.guestWaiting, rose, {}))!;
    deepEqual(
      lines.map(({ key, to }) => [key, to]),
      [["signConvention", `/payeur/${others}/conventions/${bob.dossier}/employer-plan`]],
    );
    const theirs = (await found(payerMoney, await comesIn("compta@amandiers.exemple"), { payer: amandiers }))!;
    for (const input of [one(awa), one(awa, others), one(bob)])
      equal(await found(payerConvention, rose, input), undefined);
    for (const payer of [amandiers, randomUUID()]) {
      equal(await found(payerMoney, rose, { payer }), undefined);
      equal(await found(payerPeople, rose, { payer }), undefined);
      equal(await found(payerInvoice, rose, { payer, number: theirs.invoices[0]!.number }), undefined);
    }
    equal(await found(payerInvoice, rose, { payer: others, number: theirs.invoices[0]!.number }), undefined);
    equal(await tried(declineConvention, rose, { ...one(awa), words: "Non." }), "forbidden");
    equal(await tried(declineConvention, rose, { ...one(awa, others), words: "Non." }), "forbidden");
  });

  it("is answered by no other view or act of the house but those on its own invitation", async () => {
    const rose = await comesIn("rh@bruyeres.exemple");
    const open: string[] = [];
    for (const any of VIEWS)
      if ((await view(world, any, asked(rose, NONSENSE))).kind !== "forbidden") open.push(any.name);
    for (const any of ACTS) if ((await tried(any, rose, NONSENSE)) !== "forbidden") open.push(any.name);
    const paying =
      "answerPayerMailbox declineConvention myPayers payerCertificate payerConvention payerInvoice payerMailboxes payerMoney payerPeople signConvention";
    const itself =
      "guestWaiting leaveAsGuest makeGuestCalendar myCalendar myGuestData myInvitation revokeGuestCalendar seeGuestCalendar";
    deepEqual(open.toSorted(), `${paying} ${itself}`.split(" ").toSorted());
  });

  it("is written to by post where the register has no mail address: finance prints and notes that letter, and reads no other", async () => {
    const small = { amount: 50, reason: "Un arrondi.", then: "remitted" } as const;
    const [first] = (await found(payerMoney, await comesIn("compta@amandiers.exemple"), { payer: amandiers }))!
      .invoices;
    const asked = (await found(seeInvoice, fresh(), { number: first!.number }))!;
    await deed(world, creditInvoice, fresh(), { invoice: asked.id, ...small });
    match((await linkTo("compta@amandiers.exemple"))!.subject, /^Avoir /);
    await deed(world, changePayer, fresh(), {
      payer: amandiers,
      version: 3,
      name: "Les Amandiers",
      siren: "732829320",
      address: "2 rue Bleue\n34000 Montpellier",
    });
    const { invoices } = (await found(payerMoney, await comesIn("compta@amandiers.exemple"), { payer: amandiers }))!;
    const { number } = invoices.find(({ kind }) => kind === "invoice")!;
    const { id } = (await found(seeInvoice, fresh(), { number }))!;
    const credited = { invoice: id, amount: 100, reason: "Une erreur.", then: "remitted" } as const;
    await deed(world, creditInvoice, fresh(), credited);
    const finance = { ...fresh(), roles: ["finance"] } as Actor;
    const { letters } = (await found(listLetters, finance, {}))!;
    deepEqual(
      letters.map(({ postal }) => postal.name),
      ["Les Amandiers"],
    );
    const waiting = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("waiting").select(["key", "who"]).where("chain", "=", `letter:${letters[0]!.id}`).execute(),
    );
    deepEqual(waiting, [{ key: "postLetter", who: "may:keep the accounts" }]);
    const on = now.toISOString().slice(0, 10);
    equal(await tried(noteLetterSent, finance, { letter: letters[0]!.id, on, means: "post" }), "done");
    equal((await found(countLetters, finance, {}))?.count, 0);
  });

  it("comes in no more once the office lets it out, nor by an old link", async () => {
    const { guests } = (await found(seePayerGuests, fresh(), { payer: amandiers }))!;
    const lucieIn = guests.find(({ address }) => address === lucie.address)!;
    const actor = await comesIn(lucie.address);
    const link = secretIn((await linkTo(lucie.address))!.path);
    await deed(world, uninvitePayer, fresh(), { payer: amandiers, guest: lucieIn.guest });
    equal(await found(payerMoney, actor, { payer: amandiers }), undefined);
    equal(await found(seeInvitation, { kind: "holder", secret: link }, {}), undefined);
    equal(await tried(uninvitePayer, fresh(), { payer: amandiers, guest: lucieIn.guest }), "forbidden");
    // Another contact takes over with the conventions that she was sent.
    const next = { name: "Paul Amand", address: "paul@amandiers.exemple", language: "fr" } as const;
    await contactIn(world, fresh(), { payer: amandiers, ...next }, director());
    equal((await found(payerPeople, await comesIn(next.address), { payer: amandiers }))?.people.length, 1);
  });

  it("leaves contracts where their facts say, and a record that verifies", async () => {
    const check = await withSchool(world.db, SCHOOL, (tx) => contractsCheck(world)(tx, SCHOOL));
    equal(check?.ok, true);
    const zone = world.zone(SCHOOL);
    const { tampered } = await verifyAudit(world.db, { establishment: SCHOOL, zone, tables: PROVEN_TABLES });
    deepEqual(tampered, []);
    ok(PROVEN_TABLES.includes("guest_link") && PROVEN_TABLES.includes("guest_thing"));
  });

  it("reads the certificates of those for whom it pays, but not one that names another payer", async () => {
    const paul = await comesIn("paul@amandiers.exemple");
    const issued = (payer: string) =>
      withSchool(world.db, SCHOOL, async (tx) => {
        const { id } = await tx
          .selectFrom("enrolment")
          .select("id")
          .where("dossier", "=", awa.dossier)
          .executeTakeFirstOrThrow();
        const what = `certificate:2027-09-13:${payer === "" ? "2028-07-13" : "2028-06-30"}`;
        const paper = { about: `enrolment:${id}`, what, name: "Awa", by: "test", at: now };
        const data = (code: string) => ({
          code,
          kind: "certificate",
          from: "2027-09-13",
          to: "2028-07-13",
          minutes: 60,
          payer,
        });
        return (await issuePaper(tx, { ...paper, data })).code;
      });
    const [forAll, forAnother] = [await issued(""), await issued("OPCO Exemple")];
    const { people } = (await found(payerPeople, paul, { payer: amandiers }))!;
    deepEqual(
      people[0]!.certificates.map(({ code }) => code),
      [forAll],
    );
    ok(await found(payerCertificate, paul, { payer: amandiers, code: forAll }));
    equal(await found(payerCertificate, paul, { payer: amandiers, code: forAnother }), undefined);
    const rose = await comesIn("rh@bruyeres.exemple");
    equal(await found(payerCertificate, rose, { payer: others, code: forAll }), undefined);
    equal(await found(payerCertificate, rose, { payer: amandiers, code: forAll }), undefined);
  });

  it("is read on the documents of its person, and by no link of another’s", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    try {
      const path = `/deis/dossier/${awa.dossier}/contrat/convention/employer-plan/pdf`;
      const visits = async (person: Person) => {
        const all = visitor(app, `/${SCHOOL}`);
        all.cookies.set(SESSION_COOKIE, await openedSession(world, person, ["password"]));
        return all;
      };
      const own = await visits(awa);
      for (const page of ["/mes-documents", `/deis/dossier/${awa.dossier}/contrat`])
        ok((await own.open(page)).text.includes(`href="/${SCHOOL}${path}"`), page);
      equal((await own.open(path)).status, 200);
      equal((await own.open(path.replace("employer-plan", "personal"))).status, 404);
      equal((await (await visits(bob)).open(path)).status, 404);
    } finally {
      await app.close();
    }
  });

  it("opens its own pages, and finds no page of anybody else, whatever address it types", async () => {
    const app = await buildServer(world, { perMinute: 1_000_000 });
    try {
      const paul = visitor(app, `/${SCHOOL}`);
      paul.cookies.set(GUEST_COOKIE, await tokenOf("paul@amandiers.exemple"));
      const theirs = (await found(payerMoney, await comesIn("paul@amandiers.exemple"), { payer: amandiers }))!;
      const { number } = theirs.invoices[0]!;
      const convention = (payer: string, { dossier }: Person) =>
        `/payeur/${payer}/conventions/${dossier}/employer-plan`;
      const own = [
        "/invite",
        `/payeur/${amandiers}`,
        convention(amandiers, awa),
        `/payeur/${amandiers}/factures/${number}`,
      ];
      for (const path of own) {
        const { status, text } = await paul.open(path);
        equal(status, 200, path);
        ok(!text.includes("Bob") && !text.includes("Bruyères") && !text.includes("rue de l’Exemple"), path);
      }
      const read = async (path: string) => (await paul.open(path)).text.replaceAll(/<[^>]*>|\s+/g, " ");
      match(
        await read(convention(amandiers, awa)),
        /Elle porte sur .* Formation : diplôme .* à partir du 13 septembre 2027/,
      );
      match(
        await read("/invite"),
        /lire et signer ce qui concerne les formations que votre structure paie, au moins jusqu’au/,
      );
      ok(!(await read(`/payeur/${amandiers}`)).includes("payés de trop"));
      const { charge } = (await found(seeInvoice, officer.actor, { number }))!;
      const paid = { charge, amount: theirs.open + 50_000, paidOn: "2028-07-20", means: "transfer" } as const;
      await deed(world, recordPayment, officer.actor, paid);
      match(
        await read(`/payeur/${amandiers}`),
        /Reste à payer : 0,00 €\. *500,00 € payés de trop : l’école vous les rend/,
      );
      const not = [
        `/payeur/${others}`,
        convention(others, bob),
        convention(amandiers, bob),
        `/payeur/${others}/factures/${number}`,
      ];
      for (const path of not) equal((await paul.open(path)).status, 404, path);
      const params: Readonly<Record<string, string>> = {
        dossier: bob.dossier,
        payer: others,
        diploma: "deis",
        source: "employer-plan",
      };
      const closed = pages.filter(({ who }) => who !== undefined && !MINE.has(who));
      for (const { path } of closed) {
        const typed = path.replaceAll(/:([a-z]+)/g, (_, name: string) => params[name] ?? randomUUID());
        const { status, text } = await paul.open(typed);
        ok([303, 302, 403, 404].includes(status) && !text.includes("Bob"), `${path}: ${status}`);
      }
      ok(closed.length > 100);
    } finally {
      await app.close();
    }
  });
});
