/** People for the rows of the table of pages: each is made once, the first time a row asks for them. */
import type { Page } from "playwright-core";
import type { Means, Role } from "../../act/permissions.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import type { World } from "../../act/world.ts";
import { giveRoles, type Invented, makeAccount, openedSession } from "../people.ts";

export type Who = {
  /** Two rows with the same key meet the same person; what a row does for them is there for the next. */
  readonly key: string;
  readonly name?: string;
  readonly roles?: readonly Role[];
  /** How they signed in: with a second proof where they have roles, unless said. */
  readonly means?: readonly Means[];
  /** Done once, as the person comes to be: what must be there before their page is opened. */
  readonly prepare?: (world: World, person: Invented) => Promise<unknown>;
};

export type People = {
  readonly world: World;
  /** Signs the tab in. */
  readonly enter: (tab: Page, who: Who) => Promise<Invented>;
};

export function peopleOf(world: World, { origin, school }: { origin: string; school: string }): People {
  const known = new Map<string, Promise<Invented>>();
  const make = async ({ key, name = "Camille Durand", roles = [], prepare }: Who) => {
    const person = await makeAccount(world, { name, address: `${key}@exemple.fr`, school });
    await giveRoles(world, person, roles, school);
    await prepare?.(world, person);
    return person;
  };
  return {
    world,
    enter: async (tab, who) => {
      const made = known.get(who.key) ?? make(who);
      known.set(who.key, made);
      const person = await made;
      const means = who.means ?? (who.roles ? ["password", "totp"] : ["password"]);
      const value = await openedSession(world, person, means);
      await tab.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
      return person;
    },
  };
}
