/** What waits among people: a role offered, and what two people give. */
import { deepEqual } from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Actor } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { acting } from "../test/admissions.ts";
import { candidate } from "../test/dossiers.ts";
import { deed, giveRoles, type Invented, makeAccount } from "../test/people.ts";
import { testWorldOf } from "../test/server.ts";
import { soundWaiting, waitingFor } from "../test/waiting-lines.ts";
import { confirmGuest, inviteGuest, withdrawGuest } from "./guests/acts.ts";
import { acceptRole, declineRole } from "./offers/acts.ts";
import { confirmRole, giveRole, takeRole } from "./staff/acts.ts";
import { seeOffers } from "./offers/views.ts";
import { view } from "../act/act.ts";

const SCHOOL = "faire-ess";

describe("what waits among people", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let director: Actor;
  let second: Actor;
  let lea: Invented;
  let her: Actor;
  before(async () => {
    ({ world, close } = await testWorldOf());
    const [dan, ada] = [await staff("Dan", "director"), await staff("Ada", "administrator")];
    director = acting(world, ["director"], dan.account);
    second = acting(world, ["administrator"], ada.account);
    lea = await makeAccount(world, { name: "Léa", address: "lea@exemple.fr" });
    her = candidate(world, lea);
  });
  afterEach(() => soundWaiting(world));
  after(() => close());

  const staff = async (name: string, role: "director" | "administrator") => {
    const person = await makeAccount(world, { name, address: `${name.toLowerCase()}@exemple.fr` });
    await giveRoles(world, person, [role]);
    return person;
  };
  const offer = async () => {
    const seen = await view(world, seeOffers, { actor: director, establishment: SCHOOL, input: {} });
    return seen.kind === "found" ? seen.value.offers[0]! : undefined;
  };

  it("is to answer a role that is offered, for whoever it is offered to, by its last day", async () => {
    await deed(world, giveRole, director, { address: lea.address, role: "finance" });
    const { id, until } = (await offer())!;
    deepEqual(await waitingFor(world, her), [["acceptRole", until]]);
    deepEqual(await waitingFor(world, second), []);
    await deed(world, acceptRole, her, { id });
    deepEqual(await waitingFor(world, her), []);
  });

  it("goes with an offer that is declined, or taken back", async () => {
    for (const answer of [
      (id: string) => deed(world, declineRole, her, { id }),
      (id: string) => deed(world, takeRole, director, { id }),
    ]) {
      await deed(world, giveRole, director, { address: lea.address, role: "trainer" });
      const { id, until } = (await offer())!;
      deepEqual(await waitingFor(world, her), [["acceptRole", until]]);
      await answer(id);
      deepEqual(await waitingFor(world, her), []);
    }
  });

  it("is to confirm a role that two people give, before it is offered to whoever receives it", async () => {
    await deed(world, giveRole, director, { address: lea.address, role: "jury-member" });
    const { id, until } = (await offer())!;
    deepEqual(await waitingFor(world, her), []);
    deepEqual(await waitingFor(world, second), [["confirmRole", until]]);
    // The first of two leaves it to the second.
    deepEqual(await waitingFor(world, director, "confirmRole"), []);
    deepEqual(await waitingFor(world, acting(world, ["admission-officer"])), []);
    await deed(world, confirmRole, second, { id });
    deepEqual(await waitingFor(world, second), []);
    deepEqual(await waitingFor(world, her), [["acceptRole", until]]);
    await deed(world, acceptRole, her, { id });
  });

  it("is to confirm a guest whom two people let in, until they do, or the proposal is taken back", async () => {
    const guest = { name: "Paul", address: "paul@ailleurs.fr", language: "fr", until: "2026-12-20" } as const;
    const propose = async () => (await deed(world, inviteGuest, director, { ...guest, roles: ["authority"] })).waits!;
    const first = await propose();
    deepEqual(await waitingFor(world, second), [["confirmGuest", "2026-12-20"]]);
    deepEqual(await waitingFor(world, director, "confirmGuest"), []);
    await deed(world, withdrawGuest, director, { id: first });
    deepEqual(await waitingFor(world, second), []);
    const again = await propose();
    deepEqual(await waitingFor(world, second), [["confirmGuest", "2026-12-20"]]);
    await deed(world, confirmGuest, second, { id: again });
    deepEqual(await waitingFor(world, second), []);
  });
});
