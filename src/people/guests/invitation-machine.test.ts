/** An invitation, by the real acts: in each state, all that the table of its states bars is tried too. */
import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, type Actor, perform, view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { walk } from "../../test/machine.ts";
import { deed, lastCode, makeAccount } from "../../test/people.ts";
import { testWorldOf } from "../../test/server.ts";
import { newAttempt } from "../../test/world.ts";
import { askCode, tryCode } from "../codes/acts.ts";
import { endInvitation, enterAsGuest, inviteGuest, renewGuest, revokeGuest } from "./acts.ts";
import { INVITATION } from "./rules/standing.ts";
import { seeGuests } from "./views.ts";

const SCHOOL = "faire-ess";
const ANYONE: Actor = { kind: "anyone" };

describe("an invitation, whatever is tried", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let now = new Date("2026-11-25T09:00:00Z");
  let head: Actor;
  let invited = 0;
  let guest = "";
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    const { account } = await makeAccount(world, { name: "Ines Vidal", address: "ines@exemple.fr" });
    const roles = ["head-of-training"] as const;
    head = { kind: "account", account, session: account, roles, authenticatedAt: new Date("2199-01-01T00:00:00Z") };
  });
  after(() => close());

  const does = <F extends TSchema, V>(act: Act<F, V>, actor: Actor, input: Static<F>) =>
    perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
  const address = () => `lou-${invited}@exemple.fr`;
  /** Of the last mail that brought one. */
  const link = async () => {
    const mails = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").selectAll().where("to_address", "=", address()).orderBy("id").execute(),
    );
    return [...JSON.stringify(mails).matchAll(/\/invitation\/([\w-]+)/g)].at(-1)![1]!;
  };
  const stands = async () => {
    const seen = await view(world, seeGuests, { actor: head, establishment: SCHOOL, input: {} });
    ok(seen.kind === "found");
    return seen.value.guests.find(({ id }) => id === guest)!.standing;
  };
  const begin = async (way: number) => {
    invited++;
    now = new Date("2026-11-25T09:00:00Z");
    const until = "2026-12-01";
    const asked = { name: "Lou", address: address(), until };
    ({ guest } = await deed(world, inviteGuest, head, { ...asked, language: "fr", roles: ["trainer"] }));
    if (way === 1) now = new Date("2026-12-10T09:00:00Z");
  };

  const steps = {
    renewed: () => does(renewGuest, head, { guest, until: "2026-12-20" }),
    entered: async () => {
      const { request } = await deed(world, askCode, ANYONE, { address: address(), language: "fr", school: SCHOOL });
      const { ticket } = await deed(world, tryCode, ANYONE, { request, code: await lastCode(world, address()) });
      return does(enterAsGuest, { kind: "holder", secret: await link() }, { ticket: ticket!, device: "" });
    },
    "taken back": () => does(revokeGuest, head, { id: guest }),
    closed: () => does(endInvitation, { kind: "clock", day: "2026-12-10" }, { id: guest }),
  };

  it("opens nothing past its last day, and says what to do", async () => {
    await begin(1);
    const { kind, ...why } = await steps.renewed();
    equal(kind, "invalid");
    const [one] = "issues" in why ? why.issues : [];
    match(one!.message("fr"), /^Cette invitation est arrivée à son terme : .* Invitez la personne de nouveau\.$/);
  });

  it("is moved by what its table allows, to where the table says, and by nothing else", async () => {
    await walk(INVITATION, { steps, stands, begin, ways: [["entered", "renewed", "taken back"], ["closed"]] });
  });
});
