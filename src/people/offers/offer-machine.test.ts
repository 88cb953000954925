/** An offered role, by the real acts: in each state, all that the table of its states bars is tried too. */
import { equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Static, TSchema } from "typebox";
import { type Act, perform } from "../../act/act.ts";
import type { Role } from "../../act/permissions.ts";
import { withSchool } from "../../db/school.ts";
import { walk } from "../../test/machine.ts";
import { type AccountActor, actorOf, deed, giveRoles, makeAccount, openedSession } from "../../test/people.ts";
import { newAttempt, type TestWorld, testWorld } from "../../test/world.ts";
import { confirmRole, giveRole, takeRole } from "../staff/acts.ts";
import { acceptRole, declineRole } from "./acts.ts";
import { OFFER, offerState } from "./rules/offer.ts";
import { offersTo } from "./store.ts";

const SCHOOL = "faire-ess";

describe("an offered role, whatever is tried", () => {
  let t: TestWorld;
  let ada: AccountActor;
  let dan: AccountActor;
  let owner: AccountActor;
  let offer = "";
  before(async () => {
    t = await testWorld();
    ada = await somebody("ada", ["administrator"]);
    dan = await somebody("dan", ["director"]);
  });
  after(() => t.close());

  async function somebody(key: string, roles: readonly Role[]): Promise<AccountActor> {
    const person = await makeAccount(t.world, { name: key, address: `${key}@exemple.fr` });
    if (roles.length > 0) await giveRoles(t.world, person, [...roles]);
    return actorOf(t.world, await openedSession(t.world, person, ["password", "totp"]), SCHOOL);
  }
  const does = <F extends TSchema, V>(act: Act<F, V>, actor: AccountActor, input: Static<F>) =>
    perform(t.world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
  const offered = async () =>
    withSchool(t.world.db, SCHOOL, async (tx) => (await offersTo(tx, owner.account)).find(({ id }) => id === offer));
  const stands = async () => offerState(await offered(), "2026-12-01");

  const LAPSED = 4;
  const begin = async (way: number) => {
    owner = await somebody(`owner-${way}`, []);
    const role = way === 0 || way === 3 ? "disability-advisor" : "finance";
    await deed(t.world, giveRole, ada, { address: `owner-${way}@exemple.fr`, role });
    const [one] = await withSchool(t.world.db, SCHOOL, (tx) => offersTo(tx, owner.account));
    offer = one!.id;
    if (way < LAPSED) return;
    // As it would be thirty days on.
    await withSchool(t.world.db, SCHOOL, (tx) =>
      tx.updateTable("role_offer").set({ until: "2026-11-30" }).where("id", "=", offer).execute(),
    );
  };

  const steps = {
    confirmed: () => does(confirmRole, dan, { id: offer }),
    accepted: () => does(acceptRole, owner, { id: offer }),
    declined: () => does(declineRole, owner, { id: offer }),
    "taken-back": () => does(takeRole, ada, { id: offer }),
  };

  it("is moved by what its table allows, to where the table says, and by nothing else", async () => {
    const ways = [["confirmed", "accepted"], ["declined"], ["taken-back"], ["taken-back"], ["declined"]] as const;
    await walk(OFFER, { steps, stands, begin, ways });
  });

  it("says, once it lapsed, that the school can offer it again", async () => {
    await begin(LAPSED + 1);
    const outcome = await steps.accepted();
    ok(outcome.kind === "invalid");
    match(outcome.issues[0]!.message("fr"), /n’a pas été accepté à temps/);
    equal(await stands(), "lapsed");
  });
});
