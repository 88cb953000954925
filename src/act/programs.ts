/** The acts and views of the API, and those selectable for a token, derived from the declarations. */
import type { Label } from "../kit/lang.ts";
import type { Act, View } from "./act.ts";
import { type Actor, may, type Permission, ROLES, WHO_MAY } from "./permissions.ts";

type Declared = Pick<Act, "who" | "scope">;

/** Open to a token of an account, with or without a role. */
export const byToken = ({ who }: Declared) => isFor(who, ["account", ...ROLES]);
export const bySecret = ({ who }: Declared) => isFor(who, ["holder"]);
export const byAnyone = ({ who }: Declared) => isFor(who, ["anyone"]);

/**
 * Not in the API: acts of the calendar and the operator; acts of the deployment (signing in, the own account, a guest's access), as
 * a program that could do them could take its owner's place; and these, which tell a page where to send a code.
 */
const OF_PAGES: readonly Permission[] = ["hold an invitation", "hold a link to confirm", "hold a reminder"];
const fromOutside = (declared: Declared) =>
  declared.scope !== "deployment" &&
  !OF_PAGES.includes(declared.who) &&
  (byAnyone(declared) || bySecret(declared) || byToken(declared));

function isFor(who: Act["who"], kinds: readonly string[]): boolean {
  return (WHO_MAY[who] as readonly string[]).some((holder) => kinds.includes(holder));
}

export type Choosable = {
  readonly kind: "act" | "view";
  readonly name: string;
  readonly label: Label;
  readonly who: Permission;
};

/** The acts and views that a program can reach. */
export type Programs = {
  readonly acts: readonly Act[];
  readonly views: readonly View[];
  /** What an actor may choose for a token: all that they may do now, except acts that bind and those that take no token. */
  readonly choosableBy: (actor: Actor) => Choosable[];
  /** Acts that attach an uploaded file; an actor who may do none of them has no reason to upload. */
  readonly takeFiles: readonly Act[];
};

export function programsOf(declared: { readonly acts: readonly Act[]; readonly views: readonly View[] }): Programs {
  const acts = declared.acts.filter(fromOutside);
  const views = declared.views.filter(fromOutside);
  return {
    acts,
    views,
    choosableBy: (actor) => {
      const theirs = (declared: Declared) => byToken(declared) && may(actor, declared.who);
      return [
        ...views.filter(theirs).map((view) => choosable("view", view)),
        ...acts.filter((act) => theirs(act) && !onPagesAlone(act)).map((act) => choosable("act", act)),
      ];
    },
    takeFiles: acts.filter(({ form }) => Object.hasOwn((form as { properties?: object }).properties ?? {}, "upload")),
  };
}

/** What no token does: it binds, or signs what a page showed. */
export function onPagesAlone({ binds, shows }: Pick<Act, "binds" | "shows">): boolean {
  return binds === true || (shows !== undefined && "lines" in shows);
}

function choosable(kind: Choosable["kind"], { name, label, who }: Omit<Choosable, "kind">): Choosable {
  return { kind, name, label, who };
}
