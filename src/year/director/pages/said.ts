/** What the views give as keys, as it is read: kinds of what waits, and months. */
import { may, type Permission, type Role, ROLES, WHO_MAY } from "../../../act/permissions.ts";
import { type Lang, sayDay, sayList } from "../../../kit/lang.ts";
import type { Visit } from "../../../page/page.ts";
import { sayRole } from "../../../people/sentences.ts";
import type { seeDeadlines } from "../views.ts";

type WaitingKind = NonNullable<Awaited<ReturnType<typeof seeDeadlines.read>>>["waiting"][number];

type Said = WaitingKind & {
  readonly says: string;
  readonly roles: string;
  /** The reader may do it, and has its list. */
  readonly mine: boolean;
};

/** A key that this version does not declare any more is left out. */
export function saidKinds(visit: Visit, kinds: readonly WaitingKind[]): readonly Said[] {
  const { lang, actor } = visit;
  return kinds.flatMap((one) => {
    const kind = saidKind(visit, { ...one, count: Math.max(1, one.late + one.soon) });
    if (!kind) return [];
    const permission = one.permission as Permission;
    const holders = WHO_MAY[permission].filter((holder): holder is Role =>
      (ROLES as readonly string[]).includes(holder),
    );
    const roles = sayList(
      holders.map((role) => sayRole(role, lang)),
      lang,
      "or",
    );
    return [{ ...one, says: kind.says, roles, mine: may(actor, permission) }];
  });
}

type Counted = { readonly key: string; readonly count: number; readonly facts: WaitingKind["facts"] };

/** Several of a kind that has no words for many are said as the first of them. */
export function saidKind(
  { world, lang }: Visit,
  { key, count, facts }: Counted,
): { readonly says: string } | undefined {
  const declared = world.waits.flatMap(({ keys }) => (Object.hasOwn(keys, key) ? keys[key]! : []))[0];
  if (!declared) return undefined;
  return { says: ((count > 1 && declared.many?.(count)) || declared.words(facts).verb)[lang] };
}

/** « décembre 2026 »; "December 2026". */
export function sayMonth(month: string, lang: Lang): string {
  const day = sayDay(`${month}-01`, lang);
  return day.slice(day.indexOf(" ") + 1);
}
