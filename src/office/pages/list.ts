/** The queue's list as URL parameters, kept from the queue to a dossier and on to the next one. */
import type { Static } from "typebox";
import { isId } from "../../kit/shapes.ts";
import { goingOn } from "../../page/back.ts";
import type { Visit } from "../../page/page.ts";
import {
  type Cursor,
  type Fee,
  FEES,
  type Group,
  isGroup,
  OUTCOMES,
  type Sort,
  SORTS,
  writeCursor,
} from "../rules/queue.ts";
import { LATEST, type Within } from "../views.ts";

/** The list the URL asks for. */
export type Asked = {
  readonly intake?: string;
  readonly group?: Group;
  readonly search?: string;
  /** `mine`, `nobody`, or a colleague's account. */
  readonly officer?: string;
  readonly door?: string;
  readonly eligibility?: (typeof OUTCOMES)[number];
  readonly fee?: Fee;
  readonly age?: number;
  readonly sort?: Sort;
  readonly desc?: boolean;
  readonly after?: string;
};

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function askedOf({ query }: Pick<Visit, "query">): Asked {
  const { campagne = "", groupe = "", nom = "", instructeur = "", apres = "" } = query;
  const { voie = "", recevabilite = "", frais = "", age = "", tri = "" } = query;
  const officer = instructeur === "moi" ? "mine" : instructeur === "personne" ? "nobody" : instructeur;
  return {
    ...(ID.test(campagne) && { intake: campagne }),
    ...(isGroup(groupe) && { group: groupe }),
    ...(nom.trim() !== "" && { search: nom.trim().slice(0, 100) }),
    ...((officer === "mine" || officer === "nobody" || ID.test(officer)) && { officer }),
    ...(/^[\w-]{1,40}$/.test(voie) && { door: voie }),
    ...(among(OUTCOMES, recevabilite) && { eligibility: recevabilite }),
    ...(among(FEES, frais) && { fee: frais }),
    ...(/^[1-9]\d?$/.test(age) && { age: Number(age) }),
    ...(among(SORTS, tri) && { sort: tri }),
    ...(query.sens === "desc" && { desc: true }),
    ...(apres !== "" && { after: apres.slice(0, 60) }),
  };
}

const among = <T extends string>(all: readonly T[], one: string): one is T => (all as readonly string[]).includes(one);

export const OFFICERS: Readonly<Record<string, string>> = { mine: "moi", nobody: "personne" };

function queryOf({
  intake,
  group,
  search,
  officer,
  door,
  eligibility,
  fee,
  age,
  sort,
  desc,
  after,
}: Asked): Record<string, string> {
  return {
    ...(intake && { campagne: intake }),
    ...(group && { groupe: group }),
    ...(search && { nom: search }),
    ...(officer && { instructeur: OFFICERS[officer] ?? officer }),
    ...(door && { voie: door }),
    ...(eligibility && { recevabilite: eligibility }),
    ...(fee && { frais: fee }),
    ...(age && { age: String(age) }),
    ...(sort && { tri: sort }),
    ...(desc && { sens: "desc" }),
    ...(after && { apres: after }),
  };
}

/** A path within the school, as `link` takes it. */
function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(query);
  return params.size > 0 ? `${path}?${params.toString()}` : path;
}

/** The queue with other filters. */
export function addressOf({ link }: Pick<Visit, "link">, asked: Asked, page = "/dossiers"): string {
  return link(withQuery(page, queryOf(asked)));
}

/**
 * Links to a dossier of a list so that reading goes on from its row, among those listed when it was shown. The address of a dossier says
 * its id once, and its intake not at all: a list is of one intake, and a page of it has fifty such links.
 */
export function inList({ intake: _its, ...asked }: Asked, shownAt: number): (row: Cursor) => string {
  const list = new URLSearchParams(queryOf({ ...asked, after: "" })).toString();
  // Computed once per list; a cursor needs no escaping in a URL.
  const within = list === "" ? "?" : `?${list}&`;
  return (row) => `/dossiers/${row.id}${within}apres=${inShort(row.at)}&vue=${inShort(new Date(shownAt))}`;
}

const SHORT = 36;
/** A moment in as few signs as an address takes. */
const inShort = (at: Date) => at.getTime().toString(SHORT);

function readShort(text: string): Date | undefined {
  const at = /^[0-9a-z]{1,9}$/.test(text) ? Number.parseInt(text, SHORT) : LATEST + 1;
  return at > LATEST ? undefined : new Date(at);
}

/** A page about one dossier. */
type AtDossier = Pick<Visit, "query" | "params">;

/** The list the reader came from; `undefined` if from elsewhere. */
export function cameFrom({ query, params }: AtDossier): Static<typeof Within> | undefined {
  const { after = "", ...rest } = askedOf({ query });
  const [at, shownAt] = [readShort(after), readShort(query.vue ?? "")];
  const { dossier } = params;
  return at && shownAt && isId(dossier)
    ? { after: writeCursor({ at, id: dossier }), shownAt: shownAt.getTime(), ...rest }
    : undefined;
}

/** A dossier page's path, keeping the list, and on the page itself any other that led to it; `more`: further parameters. */
export function keepingList(
  { path: here, query, params }: AtDossier & Pick<Visit, "path">,
  path: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const kept = withQuery(path, { ...listKept({ query, params }), ...more });
  return path === here ? goingOn({ query }, kept) : kept;
}

/** The URL parameters of the reader's list. */
export function listKept(visit: AtDossier): Readonly<Record<string, string>> {
  return cameFrom(visit) ? { ...queryOf(askedOf(visit)), vue: visit.query.vue! } : {};
}

/** That list from its beginning, of the dossier’s intake; the whole queue if the reader came from elsewhere. */
export function listItself(visit: AtDossier, intake: string): string {
  const list = cameFrom(visit);
  if (!list) return "/dossiers";
  return withQuery("/dossiers", queryOf({ intake, ...list, after: "" }));
}
