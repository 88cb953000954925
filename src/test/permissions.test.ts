/** Each act and each view, tried as everybody who may come: what the readable table says is what happens. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { type Actor, FORBIDDEN, perform, view } from "../act/act.ts";
import { byPeople, holdings } from "../act/binding.ts";
import { ACTS, HOUSE, VIEWS } from "../house/house.ts";
import { NOBODY } from "../kit/shapes.ts";
import { GUEST_ROLES, type GuestRole, may, type Reach, REACHES, ROLES, type Role } from "../act/permissions.ts";
import { type Holder, HOLDERS, PERMISSIONS } from "./permissions-document.ts";
import { newAttempt, type TestWorld, testWorld } from "./world.ts";

const SRC = join(import.meta.dirname, "..");
const guest = (roles: readonly GuestRole[]): Actor => ({
  kind: "guest",
  guest: NOBODY,
  session: NOBODY,
  roles,
  authenticatedAt: new Date(0),
});

/** Somebody of each kind; whoever has a role is signed in too. */
function actorOf(holder: Holder): Actor {
  const account = (roles: readonly Role[]): Actor => ({
    kind: "account",
    account: NOBODY,
    session: NOBODY,
    roles,
    authenticatedAt: new Date(0),
  });
  const role = ROLES.find((one) => one === holder);
  if (role) return account([role]);
  // A role that no account has.
  const only = GUEST_ROLES.find((one) => one === holder);
  if (only) return guest([only]);
  switch (holder) {
    case "account":
      return account([]);
    case "holder":
      return { kind: "holder", secret: "nothing" };
    case "proven":
      return { kind: "proven", account: NOBODY, means: ["password"] };
    case "vouched":
      return {
        kind: "vouched",
        school: "faire-ess",
        issuer: "https://exemple.fr",
        subject: "1",
        address: "a@exemple.fr",
        name: "A",
      };
    case "guest":
      return guest([]);
    case "clock":
      return { kind: "clock", day: "2026-12-01" };
    case "operator":
      return { kind: "operator" };
    case "payment-provider":
      return { kind: "payment-provider" };
    default:
      return { kind: "anyone" };
  }
}

/** No form has this field: whoever may is told so, and nothing is done; whoever may not hears nothing of it. */
const NONSENSE = { "no such field": true } as never;

describe("the table of who may do what", () => {
  let t: TestWorld;
  before(async () => {
    t = await testWorld();
  });
  after(() => t.close());

  /** Everybody who may come, a guest once for each thing that a guest may be let in for, and whether they may. */
  const comers = (name: string): readonly (readonly [string, Actor, boolean])[] => {
    const said = cells(name);
    return [
      ...[...said].map(([holder, may]) => [holder, actorOf(holder), may] as const),
      // Nothing of what anybody signed in may is theirs, but in the column of the role itself.
      ...GUEST_ROLES.map(
        (role) => [`guest for ${role}`, guest([role]), said.get("guest")! || written(name, role)] as const,
      ),
    ];
  };
  const written = (name: string, holder: Holder): boolean => lineOf(name)[HOLDERS.indexOf(holder)]!;

  const lineOf = (name: string): readonly boolean[] => {
    const line = readFileSync(PERMISSIONS, "utf8")
      .split("\n")
      .find((one) => one.startsWith(`| \`${name}\` |`));
    ok(line, `${name} is not in docs/permissions.md: npm run law:table`);
    const said = line
      .split("|")
      .slice(-HOLDERS.length - 1, -1)
      .map((cell) => cell.trim() === "●");
    equal(said.length, HOLDERS.length);
    return said;
  };

  const cells = (name: string): ReadonlyMap<Holder, boolean> => {
    const said = lineOf(name);
    // Whoever has a role is signed in, and may what anybody signed in may.
    const signedIn = said[HOLDERS.indexOf("account")]!;
    const invited = said[HOLDERS.indexOf("guest")]!;
    const has = (roles: readonly string[], one: Holder) => roles.includes(one);
    const also = (one: Holder) => (has(ROLES, one) ? signedIn : has(GUEST_ROLES, one) && invited);
    return new Map(HOLDERS.map((one, at) => [one, said[at]! || also(one)]));
  };

  it("names each act and each view once", () => {
    for (const all of [ACTS, VIEWS]) {
      const names = all.map(({ name }) => name);
      deepEqual(names, [...new Set(names)]);
    }
  });

  for (const act of ACTS)
    it(`holds for the act ${act.name}`, async () => {
      for (const [holder, actor, may] of comers(act.name)) {
        const request = { actor, establishment: "faire-ess", attempt: newAttempt(), input: NONSENSE };
        const { kind } = await perform(t.world, act, request);
        equal(kind, may ? "invalid" : "forbidden", holder);
      }
    });

  for (const seen of VIEWS)
    it(`holds for the view ${seen.name}`, async () => {
      for (const [holder, actor, may] of comers(seen.name)) {
        const { kind } = await view(t.world, seen, {
          actor,
          establishment: "faire-ess",
          input: NONSENSE,
        });
        equal(kind, may ? "invalid" : "forbidden", holder);
      }
    });

  const binding = ACTS.filter(({ binds }) => binds);

  for (const act of binding)
    it(`is not enough for ${act.name}, which binds: whoever signed in half an hour ago is asked again`, async () => {
      // Whatever its form asks for: nothing is read of it before.
      const bare = Object.fromEntries(Object.entries(act).filter(([part]) => part !== "prepare")) as typeof act;
      const signedIn = (minutes: number): Actor => {
        const authenticatedAt = new Date(t.world.now().getTime() - minutes * 60_000);
        const account = actorOf("account") as Extract<Actor, { kind: "account" }>;
        const all = { ...account, roles: ROLES, authenticatedAt };
        // What guests alone do.
        return may(all, act.who) ? all : ({ ...guest(GUEST_ROLES), authenticatedAt } as Actor);
      };
      const reached = { ...bare, form: Type.Object({}), perform: async () => FORBIDDEN };
      const kinds = [];
      for (const minutes of [29, 30]) {
        const request = { actor: signedIn(minutes), establishment: "faire-ess", attempt: newAttempt(), input: {} };
        kinds.push((await perform(t.world, reached, request)).kind);
      }
      deepEqual(kinds, ["forbidden", "invalid"]);
    });

  it("follows from what an act writes, unless it says why it is free; and no reason is left over", () => {
    for (const act of ACTS) {
      const byTables = byPeople(act.who) && holdings(act.writes).length > 0;
      const { binds, free } = act.because ?? {};
      equal(act.binds === true, binds !== undefined || (byTables && free === undefined), act.name);
      ok(binds !== "" && free !== "", act.name);
    }
    ok(binding.length > 120);
  });

  it("adopts, publishes, gives back, credits, closes, numbers and enrols by no token", () => {
    const names = new Set(binding.map(({ name }) => name));
    // A token adopted a jury’s proposals, published its results, and was the second of two.
    const those = ["adoptProposals", "publishResults", "agreeToProposal", "creditInvoice", "closeBooks"];
    for (const name of [...those, "issueTogether", "enrol", "decideEligibility"]) ok(names.has(name), name);
  });

  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => !name.startsWith("test/"));
  const source = (name: string) => readFileSync(join(SRC, name), "utf8");

  it("is asked by the form’s own door, and in no act by itself", () => {
    const acts = files.filter((name) => /(^|[/-])(acts|requests|erasing)\.ts$/.test(name));
    deepEqual(
      acts.filter((name) => /isFresh|authenticatedAt\.getTime/.test(source(name))),
      [],
    );
    // A page that performed an act without `act` (page/acting.ts) would not ask; these two have strangers alone.
    const pages = files.filter((name) => /\/pages\/[^.]+\.ts$/.test(name));
    deepEqual(
      pages.filter(
        (name) =>
          name !== "inquiry/pages/inquiry.ts" &&
          name !== "people/pages/code.ts" &&
          /import \{[^}]*\bperform\b[^}]*\} from "[./]*act\/act\.ts"/.test(source(name)),
      ),
      [],
    );
  });

  it("is asked on the page before wherever a page takes files for what binds", () => {
    const doing = (names: readonly string[]) => new RegExp(`(?<![.\\w"])(?:${names.join("|")})\\b(?!:)`);
    const acts = doing(binding.map(({ name }) => name));
    const ofPages = files.filter((name) => /\/pages\/[^.]+\.ts$/.test(name)).map(source);
    // What several pages share does it for them.
    const shared = ofPages
      .flatMap((text) => text.split(/(?=\nexport )/).slice(1))
      .flatMap((part) => (acts.test(part) ? (/^\nexport function (\w+)/.exec(part)?.slice(1) ?? []) : []));
    ok(shared.includes("attaching"));
    const does = doing([...binding.map(({ name }) => name), ...shared]);
    // Each page with the functions that follow it; what stands before the first are the imports.
    const pages = ofPages
      .flatMap((text) => text.split(/(?=\n(?:export )?const \w+(?:: Page = | = (?:formPage|actionPage)\())/).slice(1))
      .filter((page) => does.test(page) && /\n {2}(takesFiles|readsFiles)/.test(page));
    ok(pages.length > 7);
    deepEqual(
      pages.filter((page) => !/\n {2}asksFirst: "/.test(page)).map((page) => page.slice(0, 80)),
      [],
    );
  });

  /** What becomes of each act and view by a token of each role and reach, in the words of the refusal. */
  describe("by a token", () => {
    const roles = [[], ...ROLES.map((role) => [role])] as const satisfies readonly (readonly Role[])[];
    const program = (roles: readonly Role[], reach: Reach, chosen: readonly string[]): Actor => ({
      kind: "account",
      account: NOBODY,
      session: "",
      roles,
      authenticatedAt: new Date(0),
      token: { id: NOBODY, reach, chosen },
    });
    type Tried = { readonly kind: string; readonly why?: string };
    const allowed: Tried = { kind: "invalid" };
    const because = (why: string): Tried => ({ kind: "forbidden", why });
    const short = ({ kind, ...rest }: object & { kind: string }): Tried =>
      "why" in rest ? { kind, why: String(rest.why) } : { kind };

    for (const reach of REACHES)
      it(`that is for ${reach}: never more than its owner, and of that what it is for`, async () => {
        let allowedOnes = 0;
        for (const own of roles)
          for (const name of ["this", "another"]) {
            for (const act of ACTS) {
              const actor = program(own, reach, [name === "this" ? act.name : "somethingElse"]);
              const request = { actor, establishment: "faire-ess", attempt: newAttempt(), input: NONSENSE };
              const expected = !may(actor, act.who)
                ? { kind: "forbidden" }
                : reach === "read"
                  ? because("reads-only")
                  : act.binds
                    ? because("binds")
                    : act.shows && "lines" in act.shows
                      ? because("shown")
                      : reach === "chosen" && name !== "this"
                        ? because("not-chosen")
                        : allowed;
              deepEqual(short(await perform(t.world, act, request)), expected, `${act.name}, ${own.join()}`);
              if (expected === allowed) allowedOnes++;
            }
            for (const seen of VIEWS) {
              const actor = program(own, reach, [name === "this" ? seen.name : "somethingElse"]);
              const expected = !may(actor, seen.who)
                ? { kind: "forbidden" }
                : reach === "chosen" && name !== "this"
                  ? because("not-chosen")
                  : allowed;
              const request = { actor, establishment: "faire-ess", input: NONSENSE };
              deepEqual(short(await view(t.world, seen, request)), expected, `${seen.name}, ${own.join()}`);
              if (expected === allowed) allowedOnes++;
            }
          }
        ok(allowedOnes > 100);
      });

    it("offers its owner what they may do and no more, nothing that binds, and no name twice", () => {
      for (const own of roles) {
        const actor = program(own, "all", []);
        const offered = HOUSE.programs.choosableBy(actor);
        const names = offered.map(({ name }) => name);
        deepEqual(names, [...new Set(names)]);
        ok(offered.every(({ who }) => may(actor, who)));
        ok(!ACTS.some(({ name, binds }) => binds && names.includes(name)));
      }
    });
  });
});
