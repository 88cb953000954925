/** What a program may ask for over HTTP, and what somebody may choose for a token of theirs: drawn from the declarations. */
import type { Label } from "../kit/lang.ts";
import type { Act, View } from "./act.ts";
import { type Actor, may, type Permission, ROLES, WHO_MAY } from "./permissions.ts";

type Declared = Pick<Act, "who" | "scope">;

/** By a token of their own, a person or somebody with a role. */
export const byToken = ({ who }: Declared) => isFor(who, ["account", ...ROLES]);
export const bySecret = ({ who }: Declared) => isFor(who, ["holder"]);
export const byAnyone = ({ who }: Declared) => isFor(who, ["anyone"]);

/**
 * Acts of the calendar and of the operator have no door here; nor have those of the deployment, which are about signing in at a
 * browser, one's own account and being let in as a guest: a program that could do them would be its owner; nor what tells a page
 * where to send a code.
 */
const OF_PAGES: readonly Permission[] = ["hold an invitation", "hold a link to confirm", "hold a reminder"];
const fromOutside = (one: Declared) =>
  one.scope !== "deployment" && !OF_PAGES.includes(one.who) && (byAnyone(one) || bySecret(one) || byToken(one));

function isFor(who: Act["who"], kinds: readonly string[]): boolean {
  return (WHO_MAY[who] as readonly string[]).some((holder) => kinds.includes(holder));
}

export type Choosable = {
  readonly kind: "act" | "view";
  readonly name: string;
  readonly label: Label;
  readonly who: Permission;
};

/** What of all that is declared a program reaches. */
export type Programs = {
  readonly acts: readonly Act[];
  readonly views: readonly View[];
  /** What somebody may choose for a token: what they may do now, but for what binds them and what takes no token. */
  readonly choosableBy: (actor: Actor) => Choosable[];
  /** Acts that attach a file sent by itself: whoever may do none of them has no use for sending one. */
  readonly takeFiles: readonly Act[];
};

export function programsOf(declared: { readonly acts: readonly Act[]; readonly views: readonly View[] }): Programs {
  const acts = declared.acts.filter(fromOutside);
  const views = declared.views.filter(fromOutside);
  return {
    acts,
    views,
    choosableBy: (actor) => {
      const theirs = (one: Declared) => byToken(one) && may(actor, one.who);
      return [
        ...views.filter(theirs).map((one) => choosable("view", one)),
        ...acts.filter((one) => theirs(one) && !one.binds).map((one) => choosable("act", one)),
      ];
    },
    takeFiles: acts.filter(({ form }) => Object.hasOwn((form as { properties?: object }).properties ?? {}, "upload")),
  };
}

function choosable(kind: Choosable["kind"], { name, label, who }: Omit<Choosable, "kind">): Choosable {
  return { kind, name, label, who };
}
