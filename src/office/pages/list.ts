/** The list that an address asks of the queue, kept from its page to a dossier of it, and from that one to the next. */
import type { Static } from "typebox";
import type { Visit } from "../../page/page.ts";
import { type Cursor, type Group, isGroup, readCursor, writeCursor } from "../rules/queue.ts";
import type { Within } from "../views.ts";

/** What the address asks for. */
export type Asked = {
  readonly intake?: string;
  readonly group?: Group;
  readonly search?: string;
  /** `mine`, `nobody`, or the account of a colleague. */
  readonly officer?: string;
  readonly after?: string;
};

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function askedOf({ query }: Pick<Visit, "query">): Asked {
  const { campagne = "", groupe = "", nom = "", instructeur = "", apres = "" } = query;
  const officer = instructeur === "moi" ? "mine" : instructeur === "personne" ? "nobody" : instructeur;
  return {
    ...(ID.test(campagne) && { intake: campagne }),
    ...(isGroup(groupe) && { group: groupe }),
    ...(nom.trim() !== "" && { search: nom.trim().slice(0, 100) }),
    ...((officer === "mine" || officer === "nobody" || ID.test(officer)) && { officer }),
    ...(apres !== "" && { after: apres.slice(0, 60) }),
  };
}

export const OFFICERS: Readonly<Record<string, string>> = { mine: "moi", nobody: "personne" };

function queryOf({ intake, group, search, officer, after }: Asked): Record<string, string> {
  return {
    ...(intake && { campagne: intake }),
    ...(group && { groupe: group }),
    ...(search && { nom: search }),
    ...(officer && { instructeur: OFFICERS[officer] ?? officer }),
    ...(after && { apres: after }),
  };
}

/** Below the school, as `link` takes it. */
function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const said = new URLSearchParams(query);
  return said.size > 0 ? `${path}?${said.toString()}` : path;
}

/** The queue with something else asked. */
export function addressOf({ link }: Pick<Visit, "link">, asked: Asked, page = "/dossiers"): string {
  return link(withQuery(page, queryOf(asked)));
}

/** To a dossier of a list, in which one goes on from there: after its row, among those that stood there when it was shown. */
export function inList(asked: Asked, shownAt: number): (row: Cursor) => string {
  const list = new URLSearchParams(queryOf({ ...asked, after: "" })).toString();
  // A list has many rows, and a cursor nothing that an address would have to escape.
  const within = list === "" ? "?" : `?${list}&`;
  return (row) => `/dossiers/${row.id}${within}apres=${writeCursor(row)}&vue=${shownAt}`;
}

/** The list one came from to this page; `undefined` where one came from elsewhere. */
export function cameFrom({ query }: Pick<Visit, "query">): Static<typeof Within> | undefined {
  const { intake, after, ...rest } = askedOf({ query });
  const { vue = "" } = query;
  if (intake === undefined || after === undefined || !readCursor(after) || !/^\d{13}$/.test(vue)) return undefined;
  return { intake, after, shownAt: Number(vue), ...rest };
}

/** A page of the dossier, below the school, which keeps the list one came from; `more` is what else its address says. */
export function keepingList(
  { query }: Pick<Visit, "query">,
  path: string,
  more: Readonly<Record<string, string>> = {},
): string {
  return withQuery(path, { ...listKept({ query }), ...more });
}

/** What an address says of the list that one came from. */
export function listKept({ query }: Pick<Visit, "query">): Readonly<Record<string, string>> {
  const list = cameFrom({ query });
  return list ? { ...queryOf(list), vue: String(list.shownAt) } : {};
}

/** The list itself, from its beginning; the whole queue where one came from elsewhere. */
export function listItself({ query }: Pick<Visit, "query">): string {
  const list = cameFrom({ query });
  if (!list) return "/dossiers";
  return withQuery("/dossiers", queryOf({ ...list, after: "" }));
}
