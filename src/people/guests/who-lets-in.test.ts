/** Who lets whom in as a guest, for what, by every door: nobody themself, and nobody alone where it is the State’s. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import { GUEST_ROLES, INVITED_ROLES, type InvitedRole, INVITES, may, ROLES } from "../../act/permissions.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { PROVEN_TABLES } from "../../house/house.ts";
import { runDue } from "../../worker/run-due.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { verifyAudit } from "../../audit/verify.ts";
import { visitor } from "../../test/journeys/visitor.ts";
import { deed, giveRoles, lastCode, makeAccount, openedSession, actorOf } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { buildServer } from "../../web/server.ts";
import { askCode, tryCode } from "../codes/acts.ts";
import { confirmGuest, enterAsGuest, inviteGuest, renewGuest, revokeGuest, withdrawGuest } from "./acts.ts";
import { seeGuests, seeInvitation } from "./views.ts";

const SCHOOL = "faire-ess";
const OPERATOR: Actor = { kind: "operator" };
const UNTIL = "2026-12-20";

describe("whoever lets somebody in as a guest", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  const staff: Partial<Record<string, { account: string; address: string; actor: Actor; token: string }>> = {};
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    for (const [key, ...roles] of [
      ["officer", "admission-officer"],
      ["head", "head-of-training"],
      ["secretary", "certification-secretary"],
      ["administrator", "administrator"],
      ["director", "director"],
      // Somebody of two roles, and their second mailbox.
      ["both", "admission-officer", "administrator"],
    ] as const) {
      const person = await makeAccount(world, { name: key, address: `${key}@exemple.fr` });
      await giveRoles(world, person, roles);
      const token = await openedSession(world, person, ["password", "totp"]);
      staff[key] = { ...person, token, actor: await actorOf(world, token) };
    }
  });
  after(async () => {
    await app.close();
    await close();
  });

  const who = (key: string) => staff[key]!.actor;
  const tried = async <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) => {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
    return outcome.kind === "invalid" ? outcome.issues.map(({ message }) => message("fr")).join(" | ") : outcome.kind;
  };
  let invited = 0;
  const asking = (roles: readonly InvitedRole[], address = `invite-${++invited}@exemple.fr`) => ({
    name: "Une Personne",
    address,
    language: "fr" as const,
    roles: [...roles],
    until: UNTIL,
  });
  const listed = async (key: string) => {
    const seen = await view(world, seeGuests, { actor: who(key), establishment: SCHOOL, input: {} });
    ok(seen.kind === "found");
    return seen.value;
  };
  const mailsTo = (address: string) =>
    withSchool(world.db, SCHOOL, async (tx) =>
      tx.selectFrom("mail").selectAll().where("to_address", "=", address).orderBy("queued_at").execute(),
    );
  const linkOf = async (address: string) =>
    [...JSON.stringify(await mailsTo(address)).matchAll(/\/invitation\/([\w-]+)/g)].at(-1)?.[1];

  it("is whoever arranges what the guest comes for, and for the State the director alone", async () => {
    const may = async (key: string) => {
      const outcomes: [InvitedRole, string][] = [];
      for (const role of INVITED_ROLES) outcomes.push([role, await tried(inviteGuest, who(key), asking([role]))]);
      return outcomes.filter(([, outcome]) => outcome === "done").map(([role]) => role);
    };
    const ofExams = ["examiner", "partner-establishment"];
    deepEqual(await may("officer"), ["interviewer"]);
    deepEqual(await may("head"), ["interviewer", "trainer", "memoire-director", ...ofExams]);
    deepEqual(await may("secretary"), ofExams);
    deepEqual(await may("administrator"), []);
    deepEqual(await may("director"), [
      "trainer",
      "memoire-director",
      "examiner",
      "jury-member",
      "partner-establishment",
      "authority",
    ]);
    match(
      await tried(inviteGuest, who("officer"), asking(["authority"])),
      /^Vous n’invitez pas à agir pour l’autorité régionale : le directeur le fait, et une autre/,
    );
    match(await tried(inviteGuest, who("officer"), asking(["interviewer", "examiner"])), /qui organise ces épreuves/);
  });

  it("who arranges admissions alone lets in nobody who examines, partners, judges or answers for the State", () => {
    const alone: Actor = { ...who("officer"), roles: ["admission-officer"] } as Actor;
    deepEqual(
      GUEST_ROLES.filter((role) => may(alone, INVITES[role])),
      ["interviewer", "payer"],
    );
    for (const role of ["jury-member", "authority"] as const)
      deepEqual(
        ROLES.filter((one) => may({ ...alone, roles: [one] } as Actor, INVITES[role])),
        ["director"],
      );
  });

  it("is refused alike on the page, which does not offer it", async () => {
    const officer = visitor(app, `/${SCHOOL}`);
    officer.cookies.set(SESSION_COOKIE, staff.officer!.token);
    const page = await officer.open("/equipe/invites");
    match(page.text, /value="interviewer"/);
    equal(/value="(authority|jury-member|examiner)"/.test(page.text), false);
    const fields = { do: "", name: "Mon Second", address: "second@exemple.fr", until: UNTIL };
    await officer.fill("/equipe/invites", { ...fields, roles: "authority" });
    equal(await linkOf("second@exemple.fr"), undefined);
  });

  it("is no program: a token of the director lets in nobody", async () => {
    const director = who("director") as Extract<Actor, { kind: "account" }>;
    const program: Actor = { ...director, token: { id: "t", reach: "all" } };
    equal((await tried(inviteGuest, program, asking(["trainer"]))) === "done", false);
    equal((await tried(confirmGuest, program, { id: "00000000-0000-4000-8000-000000000000" })) === "done", false);
    equal(
      await tried(
        inviteGuest,
        { kind: "operator", account: director.account, roles: ["director"] },
        asking(["trainer"]),
      ),
      "forbidden",
    );
  });

  it("lets in none of their own mailboxes, nor renews what leads to one", async () => {
    for (const own of ["head@exemple.fr", "Head+autre@exemple.fr"])
      match(await tried(inviteGuest, who("head"), asking(["trainer"], own)), /^Cette adresse est la vôtre/);
    const { guest } = await deed(world, inviteGuest, who("director"), asking(["trainer"], "head+cours@exemple.fr"));
    match(await tried(renewGuest, who("head"), { guest, until: UNTIL }), /^Cette adresse est la vôtre/);
  });

  describe("for the State", () => {
    const STATE = "etat@exemple.fr";
    let offer = "";
    before(async () => {
      const asked = await deed(world, inviteGuest, who("director"), asking(["authority"], STATE));
      offer = asked.waits!;
    });

    it("waits for a second person: nobody is in, nothing is sent to the guest, and who may confirm it is told", async () => {
      equal(await linkOf(STATE), undefined);
      const { guests, waiting } = await listed("administrator");
      equal(
        guests.some(({ address }) => address === STATE),
        false,
      );
      const [one] = waiting.filter(({ id }) => id === offer);
      deepEqual([one?.address, one?.by, one?.own], [STATE, "director", false]);
      match((await mailsTo("administrator@exemple.fr")).at(-1)!.subject, /Un invité attend votre confirmation/);
      equal((await listed("director")).waiting.find(({ id }) => id === offer)?.own, true);
      match(await tried(inviteGuest, who("director"), asking(["jury-member"], STATE)), /attend déjà d’être confirmée/);
    });

    it("is not confirmed by whoever proposed it, by whom it lets in, nor by who confirms nothing", async () => {
      match(await tried(confirmGuest, who("director"), { id: offer }), /^Une autre personne le confirme/);
      for (const key of ["officer", "head", "secretary"])
        equal(await tried(confirmGuest, who(key), { id: offer }), "forbidden");
      const own = await deed(world, inviteGuest, who("director"), asking(["jury-member"], "jury@exemple.fr"));
      equal(await tried(confirmGuest, who("administrator"), { id: own.waits! }), "done");
      const hers = await deed(world, inviteGuest, who("director"), asking(["authority"], "both+etat@exemple.fr"));
      match(await tried(confirmGuest, who("both"), { id: hers.waits! }), /ni qui est invité/);
      equal(await tried(withdrawGuest, who("officer"), { id: hers.waits! }), "forbidden");
      equal(await tried(withdrawGuest, who("both"), { id: hers.waits! }), "done");
    });

    it("is not confirmed by another account of whoever proposed it", async () => {
      const twin = await makeAccount(world, { name: "Bis", address: "director+bis@exemple.fr" });
      await giveRoles(world, twin, ["administrator"]);
      const actor = await actorOf(world, await openedSession(world, twin, ["password", "totp"]));
      match(await tried(confirmGuest, actor, { id: offer }), /^Une autre personne/);
    });

    it("is found from the account of whoever may confirm it, and confirmed on its page", async () => {
      const administrator = visitor(app, `/${SCHOOL}`);
      administrator.cookies.set(SESSION_COOKIE, staff.administrator!.token);
      match((await administrator.open("/compte")).text, /Invités[\s\S]{0,400}?ds-tag|Invités[\s\S]{0,400}?1/);
      match((await administrator.open("/equipe/invites")).text, /À confirmer[\s\S]*etat@exemple\.fr/);
      await administrator.fill("/equipe/invites", { do: "confirm", id: offer });
      ok(await linkOf(STATE));
      equal(
        (await listed("director")).waiting.some(({ id }) => id === offer),
        false,
      );
    });

    it("is then entered by its link and a code, as by anybody", async () => {
      const secret = (await linkOf(STATE))!;
      const holder: Actor = { kind: "holder", secret };
      const seen = await view(world, seeInvitation, { actor: holder, establishment: SCHOOL, input: {} });
      ok(seen.kind === "found");
      deepEqual(seen.value.roles, ["authority"]);
      const anyone: Actor = { kind: "anyone" };
      const { request } = await deed(world, askCode, anyone, { address: STATE, language: "fr", school: SCHOOL });
      const { ticket } = await deed(world, tryCode, anyone, { request, code: await lastCode(world, STATE) });
      equal(await tried(enterAsGuest, holder, { ticket: ticket!, device: "" }), "done");
    });

    it("is not made to last by who may not give it, nor ended by them", async () => {
      const { id } = (await listed("director")).guests.find(({ address }) => address === STATE)!;
      match(
        await tried(renewGuest, who("officer"), { guest: id, until: "2026-12-22" }),
        /^Cette personne est invitée jusqu’au/,
      );
      const more = { ...asking(["interviewer"], STATE), until: "2026-12-22" };
      match(await tried(inviteGuest, who("officer"), more), /aussi pour ce que vous ne confiez pas/);
      equal(await tried(revokeGuest, who("officer"), { id }), "forbidden");
      equal(await tried(inviteGuest, who("officer"), { ...more, until: UNTIL }), "done");
      equal(await tried(renewGuest, who("officer"), { guest: id, until: UNTIL }), "done");
      match(await tried(renewGuest, who("director"), { guest: id, until: "2026-12-02" }), /elle se retire/);
    });

    it("may be confirmed by whoever runs the deployment, and adds to what the guest has", async () => {
      const address = "deux-choses@exemple.fr";
      const asked = await deed(world, inviteGuest, who("director"), asking(["examiner", "jury-member"], address));
      const roles = async () => (await listed("director")).guests.find((one) => one.address === address)!.roles;
      deepEqual(await roles(), ["examiner"]);
      deepEqual(await deed(world, confirmGuest, OPERATOR, { id: asked.waits! }), { guest: asked.guest });
      deepEqual(await roles(), ["examiner", "jury-member"]);
    });

    it("is prolonged by two as well: nobody alone moves its last day further, and inviting anew waits to be confirmed", async () => {
      const address = "prolongee@exemple.fr";
      const asked = await deed(world, inviteGuest, who("director"), asking(["jury-member"], address));
      const { guest } = await deed(world, confirmGuest, OPERATOR, { id: asked.waits! });
      const until = async () => (await listed("director")).guests.find(({ id }) => id === guest)!.until;
      const later = "2026-12-27";
      const anew = (roles: readonly InvitedRole[]) => ({ ...asking(roles, address), until: later });
      match(await tried(renewGuest, who("director"), { guest, until: later }), /se décide à deux/);
      match(await tried(inviteGuest, who("director"), anew(["examiner"])), /se décide à deux/);
      match(await tried(inviteGuest, who("director"), anew(["examiner", "jury-member"])), /se décide à deux/);
      equal(await tried(renewGuest, who("director"), { guest, until: UNTIL }), "done");
      const { waits } = await deed(world, inviteGuest, who("director"), anew(["jury-member"]));
      match(await tried(confirmGuest, who("director"), { id: waits! }), /Une autre personne/);
      equal(await until(), UNTIL);
      equal(await tried(confirmGuest, who("administrator"), { id: waits! }), "done");
      equal(await until(), later);
    });

    it("ends with its last day where nobody confirmed it", async () => {
      const asked = await deed(world, inviteGuest, who("director"), asking(["authority"]));
      now = new Date("2026-12-21T09:00:00Z");
      await runDue(world, SCHOOL);
      equal(await tried(confirmGuest, OPERATOR, { id: asked.waits! }), "forbidden");
      const left = await withSchool(world.db, SCHOOL, (tx) => tx.selectFrom("guest_offer").select("id").execute());
      deepEqual(left, []);
    });

    it("leaves a record in which all of it stands", async () => {
      const asked = { establishment: SCHOOL, zone: "Europe/Paris", tables: PROVEN_TABLES };
      deepEqual((await verifyAudit(world.db, asked)).tampered, []);
    });
  });
});
