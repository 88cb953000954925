/** The page that led here, carried in the address (`?de=`), so that «back» leads to it, also after a form was sent on the way. */
import type { Visit } from "./page.ts";

/** A path of this school without dots, so that it leads to no other site and no other school. */
const OWN = /^(?:\/[\w-]+)+(?:\?[\w.~%=&+*-]*)?$/;

/** `undefined` where the address names no page of ours. */
export function cameFrom({ query: { de } }: Pick<Visit, "query">): string | undefined {
  return de !== undefined && de.length <= 1_000 && OWN.test(de) ? de : undefined;
}

/** The page that is read, with what it was asked, as the one to come back to. */
export function hereOf({ path, query }: Pick<Visit, "path" | "query">): string {
  const { fait: _done, de: _from, ...list } = query;
  const asked = new URLSearchParams(list).toString();
  return asked === "" ? path : `${path}?${asked}`;
}

/** A page of ours, with the one to come back to. */
export function comingFrom(from: string, to: string): string {
  const [, page = "", part = ""] = /^([^#]*)(.*)$/s.exec(to)!;
  return `${page}${page.includes("?") ? "&" : "?"}${new URLSearchParams({ de: from }).toString()}${part}`;
}

/** Where one goes on to after a form: still with the page that led to it, unless one is back there. */
export function goingOn(visit: Pick<Visit, "query">, to: string): string {
  const from = cameFrom(visit);
  const isThere = from === undefined || /[?&]de=/.test(to) || pathOf(to) === pathOf(from);
  return isThere ? to : comingFrom(from, to);
}

const pathOf = (to: string) => to.replace(/[?#].*$/s, "");
