import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Actor, type Outcome, perform, view } from "../../act/act.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { type AccountActor, actorOf, giveRoles, type Invented, makeAccount, openedSession } from "../../test/people.ts";
import { newAttempt, type TestWorld, testWorld } from "../../test/world.ts";
import { giveAddress, removeProofs } from "../address/acts.ts";
import type { Role } from "../../act/permissions.ts";
import { confirmRole, giveRole, takeRole } from "../staff/acts.ts";
import { acceptRole } from "./acts.ts";
import { myOffers, seeOffers } from "./views.ts";

const SCHOOL = "faire-ess";
const OTHER = "autre-ecole";

describe("a role that is offered", () => {
  let t: TestWorld;
  let administrator: AccountActor;
  let director: AccountActor;
  before(async () => {
    t = await testWorld();
    administrator = await staff("ada", "administrator");
    director = await staff("dan", "director");
  });
  after(() => t.close());

  const account = (key: string) => makeAccount(t.world, { name: key, address: `${key}@exemple.fr` });
  const signedIn = async (person: Pick<Invented, "account">, school = SCHOOL) =>
    actorOf(t.world, await openedSession(t.world, person, ["password", "totp"]), school);
  async function staff(key: string, role: Role, school = SCHOOL): Promise<AccountActor> {
    const person = await account(key);
    await giveRoles(t.world, person, [role], school);
    return signedIn(person, school);
  }
  const asking = (actor: AccountActor, establishment = SCHOOL) => ({ actor, establishment, attempt: newAttempt() });
  const give = (actor: AccountActor, address: string, role: Role, school = SCHOOL) =>
    perform(t.world, giveRole, { ...asking(actor, school), input: { address, role } });
  const offers = async (actor: AccountActor, establishment = SCHOOL) => {
    const seen = await view(t.world, seeOffers, { actor, establishment, input: {} });
    ok(seen.kind === "found");
    return seen.value.offers;
  };
  const mine = async (actor: AccountActor) => {
    const seen = await view(t.world, myOffers, { actor, establishment: SCHOOL, input: {} });
    ok(seen.kind === "found");
    return seen.value.offers;
  };
  const accept = (actor: AccountActor, id: string) => perform(t.world, acceptRole, { ...asking(actor), input: { id } });
  const said = (outcome: Outcome<unknown>) =>
    outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join(" ") : outcome.kind;
  const mailsTo = (address: string, place = SCHOOL) =>
    withSchool(t.world.db, place, async (tx) =>
      tx
        .selectFrom("mail")
        .select(["subject", "paragraphs", "lang"])
        .where("to_address", "=", address)
        .orderBy("id")
        .execute(),
    );

  describe("to an address", () => {
    it("is answered, listed and written alike, with an account there and without", async () => {
      const known = await makeAccount(t.world, { name: "Léa", address: "Lea@exemple.fr", language: "en" });
      const told = [];
      for (const address of ["lea@exemple.fr", "nul@exemple.fr"]) {
        const outcome = await give(administrator, address, "finance");
        const [listed] = (await offers(administrator)).filter((one) => one.address === address);
        const [mail, ...others] = await mailsTo(address);
        const { id, account: whose, ...shown } = listed!;
        match(`${id} ${whose}`, /^[0-9a-f-]{36} [0-9a-f-]{36}$/);
        told.push(JSON.stringify([outcome, shown, mail, others]).replaceAll(address, "ADDRESS"));
        // And so it is when it is offered a second time.
        told.push(JSON.stringify(await give(administrator, address, "finance")).replaceAll(address, "ADDRESS"));
      }
      equal(told[0], told[2]);
      equal(told[1], told[3]);
      equal((await mine(await signedIn(known))).length, 1);
    });

    it("is there for whoever makes an account at it, and no more for nobody", async () => {
      const her = await makeAccount(t.world, { name: "Nul", address: "nul@exemple.fr" });
      const actor = await signedIn(her);
      const [offer] = await mine(actor);
      equal((await accept(actor, offer!.id)).kind, "done");
      deepEqual((await signedIn(her)).roles, ["finance"]);
      const kept = await withSchool(t.world.db, DEPLOYMENT, (tx) =>
        tx.selectFrom("reserved_account").selectAll().execute(),
      );
      deepEqual(kept, []);
    });

    it("keeps nothing of an address once it is taken back, and the next is offered", async () => {
      await give(administrator, "a-retirer@exemple.fr", "finance");
      const [offer] = (await offers(administrator)).filter(({ address }) => address === "a-retirer@exemple.fr");
      await perform(t.world, takeRole, { ...asking(administrator), input: { id: offer!.id } });
      await give(administrator, "suivante@exemple.fr", "finance");
      const kept = await withSchool(t.world.db, DEPLOYMENT, (tx) =>
        tx.selectFrom("reserved_account").select("address_key").execute(),
      );
      deepEqual(kept, [{ address_key: "suivante@exemple.fr" }]);
    });

    it("is not one that nobody can write to", async () => {
      match(said(await give(administrator, "pas une adresse", "finance")), /Cette adresse n’est pas complète/);
    });
  });

  it("is given by nobody to themselves", async () => {
    match(said(await give(administrator, "ada@exemple.fr", "director")), /Personne ne se confie un rôle/);
    deepEqual((await signedIn(administrator)).roles, ["administrator"]);
  });

  describe("to whom candidates confide", () => {
    let noor: Invented;
    let her: AccountActor;
    const waiting = async (actor = administrator) =>
      (await offers(actor)).find(({ role }) => role === "disability-advisor")!;
    const confirm = (actor: AccountActor, id: string) =>
      perform(t.world, confirmRole, { ...asking(actor), input: { id } });

    it("waits for a second person, who is written to, and cannot be accepted before", async () => {
      noor = await account("noor");
      her = await signedIn(noor);
      equal((await give(administrator, noor.address, "disability-advisor")).kind, "done");
      const { id, waits, own } = await waiting();
      deepEqual([waits, own], [true, true]);
      deepEqual(await mailsTo(noor.address), []);
      match((await mailsTo("dan@exemple.fr")).at(-1)!.subject, /Un rôle attend votre confirmation/);
      equal((await mailsTo("ada@exemple.fr")).filter(({ subject }) => /confirmation/.test(subject)).length, 0);
      deepEqual(await mine(her), []);
      equal((await accept(her, id)).kind, "forbidden");
    });

    it("is not confirmed by whoever offered it, nor by whoever receives it, nor by who gives no roles", async () => {
      const { id } = await waiting();
      match(said(await confirm(administrator, id)), /Une autre personne le confirme/);
      equal((await confirm(her, id)).kind, "forbidden");
      await giveRoles(t.world, noor, ["director"]);
      match(said(await confirm(await signedIn(noor), id)), /ni qui l’a proposé, ni qui le reçoit/);
    });

    it("is theirs to accept once another confirmed it, once", async () => {
      const { id } = await waiting(director);
      equal((await confirm(director, id)).kind, "done");
      equal((await confirm(director, id)).kind, "forbidden");
      match((await mailsTo(noor.address)).at(-1)!.subject, /Un rôle vous est proposé\s: référent handicap/);
      equal((await accept(her, id)).kind, "done");
      ok((await signedIn(noor)).roles.includes("disability-advisor"));
    });

    it("is refused, with what to do, where nobody else gives roles", async () => {
      const alone = await staff("seule", "administrator", OTHER);
      match(
        said(await give(alone, "quelquun@exemple.fr", "disability-advisor", OTHER)),
        /deux personnes le donnent, et vous êtes la seule.*Donnez d’abord à quelqu’un d’autre/,
      );
      equal((await give(alone, "quelquun@exemple.fr", "finance", OTHER)).kind, "done");
    });
  });

  describe("that acts for the State", () => {
    const ofState = async (address: string) => (await offers(director)).find((one) => one.address === address);
    const confirm = (actor: Actor, id: string) =>
      perform(t.world, confirmRole, { actor, establishment: SCHOOL, attempt: newAttempt(), input: { id } });

    it("is offered by the director alone, whoever else gives roles, and by nobody at once", async () => {
      match(said(await give(administrator, "jury@exemple.fr", "jury-member")), /le directeur le propose/);
      const operator = { actor: { kind: "operator" }, establishment: SCHOOL, attempt: newAttempt() } as const;
      const input = { address: "ada@exemple.fr", role: "authority" } as const;
      match(said(await perform(t.world, giveRole, { ...operator, input })), /le directeur le propose/);
      equal((await give(director, "jury@exemple.fr", "jury-member")).kind, "done");
      deepEqual(await mailsTo("jury@exemple.fr"), []);
    });

    it("is confirmed by another person, by none of whose mailboxes it is offered or received", async () => {
      const { id } = (await ofState("jury@exemple.fr"))!;
      match(said(await confirm(director, id)), /Une autre personne le confirme/);
      const twin = await makeAccount(t.world, { name: "dan", address: "dan+bis@exemple.fr" });
      await giveRoles(t.world, twin, ["administrator"]);
      match(said(await confirm(await signedIn(twin), id)), /Une autre personne le confirme/);
      equal((await give(director, "ada+etat@exemple.fr", "authority")).kind, "done");
      const hers = (await ofState("ada+etat@exemple.fr"))!;
      match(said(await confirm(administrator, hers.id)), /ni qui le reçoit/);
      equal((await confirm({ kind: "operator" }, hers.id)).kind, "done");
      equal((await confirm(administrator, id)).kind, "done");
      equal((await mailsTo("jury@exemple.fr")).length, 1);
    });

    it("is offered by nobody to another mailbox of theirs, nor is any role", async () => {
      for (const role of ["authority", "finance"] as const)
        match(said(await give(director, "Dan+moi@exemple.fr", role)), /Personne ne se confie un rôle/);
    });
  });

  describe("by another school", () => {
    it("keeps this one from the account, until its last day is over or it was declined", async () => {
      const eve = await staff("eve", "administrator", OTHER);
      const paul = await account("paul");
      await giveRoles(t.world, paul, ["interviewer"]);
      const help = () =>
        perform(t.world, removeProofs, {
          ...asking(administrator),
          input: { school: SCHOOL, address: paul.address, reason: "au guichet" },
        });
      const move = () =>
        perform(t.world, giveAddress, {
          ...asking(administrator),
          input: { school: SCHOOL, address: paul.address, to: "voleur@exemple.fr", reason: "au guichet" },
        });
      equal((await help()).kind, "done", "until there is one");
      equal((await give(eve, paul.address, "director", OTHER)).kind, "done");
      match(said(await help()), /L’école ne connaît aucun compte à cette adresse/);
      match(said(await move()), /L’école ne connaît aucun compte à cette adresse/);
      // As it would be with a last day, on that day and on the next.
      const ends = (until: string) =>
        withSchool(t.world.db, OTHER, (tx) =>
          tx.updateTable("role_offer").set({ until }).where("account", "=", paul.account).execute(),
        );
      await ends("2026-12-01");
      equal((await help()).kind, "invalid");
      await ends("2026-11-30");
      equal((await help()).kind, "done");
    });
  });

  it("is not found out by giving somebody an address that another has", async () => {
    const lost = await account("perdue");
    await giveRoles(t.world, lost, ["interviewer"]);
    await account("prise");
    const move = (address: string, to: string) =>
      perform(t.world, giveAddress, {
        ...asking(administrator),
        input: { school: SCHOOL, address, to, reason: "vue" },
      });
    const refused = [
      await move("personne@exemple.fr", "prise@exemple.fr"),
      await move("personne@exemple.fr", "libre@exemple.fr"),
    ].map((one) => JSON.stringify(one));
    deepEqual(new Set(refused).size, 1);
    match(refused[0]!, /invalid/);
    // As if it were free, which it is found to be a moment later: whoever reads it is told, and nobody’s account has changed.
    const taken = await move(lost.address, "prise@exemple.fr");
    const mails = await withSchool(t.world.db, DEPLOYMENT, (tx) =>
      tx
        .selectFrom("mail")
        .select(["to_address as to", "subject"])
        .where("about", "=", `account:${lost.account}`)
        .execute(),
    );
    const wanted = { to: "prise@exemple.fr", subject: "Votre adresse a été donnée pour un autre compte" };
    deepEqual(
      mails.filter(({ subject }) => /adresse/.test(subject)),
      [wanted],
    );
    deepEqual(await move(lost.address, "libre@exemple.fr"), taken);
    equal(taken.kind, "done");
  });

  it("leaves a record in which nothing was tampered with", async () => {
    const { tampered } = await verifyAudit(t.world.db, {
      establishment: SCHOOL,
      zone: "Europe/Paris",
      tables: PROVEN_TABLES,
    });
    deepEqual(tampered, []);
  });
});
