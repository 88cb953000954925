/** Every page, once per language: `/faire-ess/…` in French, `/faire-ess/en/…` in English. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Lang } from "../kit/lang.ts";
import { schoolPath } from "../kit/school-path.ts";
import { wallIn } from "../kit/zone.ts";
import { askedFirst, recognisedAgain } from "../people/proofs/pages/confirm.ts";
import { carryPage, shownAgain } from "../people/proofs/pages/carry.ts";
import { places } from "../people/pages/places.ts";
import { asFirstSent } from "../people/proofs/pages/first-sent.ts";
import { isFresh } from "../act/freshness.ts";
import { ProofAsked } from "../page/acting.ts";
import { guestOf } from "../people/guests/views.ts";
import { type Actor, isForGuests, may, type Permission } from "../act/permissions.ts";
import { GUEST_COOKIE, noteTaken, SESSION_COOKIE } from "../page/session.ts";
import { contentDisposition } from "../files/rules/disposition.ts";
import type { Person } from "../act/person.ts";
import { heldSession } from "../people/views.ts";
import { withBadge } from "../page/badge.ts";
import { standsInFor } from "../office/absences/stand-ins.ts";
import { dueFor } from "../waiting/badge.ts";
import type { World } from "../act/world.ts";
import { csrfField, csrfHolds, sentFromHere } from "./csrf.ts";
import { errorPage } from "./errors.ts";
import { frontRoutes } from "./front.ts";
import { formOf, formWithFiles } from "./sent-form.ts";
import type { Form, Page, PageResult, Visit } from "../page/page.ts";
import { notYours } from "./not-yours.ts";
import { pages } from "../house/pages.ts";
import { placeOf } from "./place.ts";

export function pageRoutes(app: FastifyInstance, world: World, all: readonly Page[] = pages): void {
  frontRoutes(app, world);
  for (const page of all) {
    for (const lang of ["fr", "en"] as const) {
      const url = schoolPath(":school", lang, page.path);
      const visited = (answer: Answer) => async (request: FastifyRequest, reply: FastifyReply) => {
        const visit = await visitOf(world, page, lang, request, reply);
        return visit ? answer(visit, page) : errorPage(world, request, reply, 404);
      };
      app.get(url, visited(serve));
      if (page.submit) app.post(url, visited(receive));
    }
  }
}

type Answer = (visit: Visit, page: Page) => Promise<FastifyReply>;

async function serve(visit: Visit, page: Page): Promise<FastifyReply> {
  const refused = guarded(visit, page);
  if (refused) return refused;
  const { asksFirst } = page;
  if (asksFirst === undefined || !may(visit.actor, asksFirst) || !isOld(visit))
    return send(visit, await page.view(visit));
  const then = encodeURIComponent(visit.request.url);
  return visit.reply.redirect(`${visit.link(places.confirm.to())}?vers=${then}`, 303);
}

async function receive(visit: Visit, page: Page): Promise<FastifyReply> {
  const { world, request, reply } = visit;
  const expired = isExpired(visit, page);
  const lack = expired || !page.who ? undefined : lackOf(visit, page.who);
  const refused = expired || lack ? undefined : guarded(visit, page);
  if (refused) return refused;
  const asked = expired || isOnlyHere(visit, page);
  const form = request.isMultipart() ? await formWithFiles(visit, page, !asked && !lack) : formOf(request.body);
  if (typeof form === "number") return errorPage(world, request, reply, form);
  const ours = csrfHolds(request, form.get("_csrf"));
  if (!ours && !sentFromHere(request)) return errorPage(world, request, reply, 403);
  if (lack) return send(visit, carryPage(visit, form, lack));
  if (!ours)
    return send(visit, await (asked ? askedFirst(visit, form, page) : shownAgain(visit, page, form, "outdated")));
  // Its token came after its files.
  if (!asked && form.dropped) return send(visit, await shownAgain(visit, page, form, "files"));
  if (asked) return takenAgain(visit, page, form);
  try {
    return await taken(page.timed ? await asFirstSent(visit, form) : visit, page, form);
  } catch (fault) {
    if (!(fault instanceof ProofAsked)) throw fault;
    // Files held in memory wait nowhere.
    return takenAgain(visit, page, form.small?.length ? { ...form, dropped: true } : form);
  }
}

/** Taken once its sender has shown who they are. */
async function takenAgain(visit: Visit, page: Page, form: Form): Promise<FastifyReply> {
  const again = await recognisedAgain(visit, form, page);
  if ("page" in again) return send(visit, again.page);
  const still = page.who && lackOf(again.visit, page.who);
  if (still) return send(again.visit, carryPage(again.visit, again.form, still));
  const barred = guarded(again.visit, page);
  if (barred) return barred;
  if (again.form.dropped) return send(again.visit, await shownAgain(again.visit, page, again.form, "files"));
  return taken(again.visit, page, again.form);
}

async function taken(visit: Visit, page: Page, form: Form): Promise<FastifyReply> {
  const result = await page.submit!(visit, form);
  // What is shown again, or to be confirmed, is not taken yet.
  if ("redirect" in result) noteTaken(visit);
  return send(visit, result);
}

/** A guest has no password to type here: the act says how they get a new code. */
const isOld = ({ actor, world }: Visit) => actor.kind === "account" && !isFresh(actor, world.now());

/** A form sent after the session ended is not lost. */
function isExpired(visit: Visit, { who }: Page): boolean {
  const { person, actor } = visit;
  return who !== undefined && person === undefined && !may(actor, who) && lackOf(visit, who) === undefined;
}

/** What its sender can do in another tab, while the form waits. */
function lackOf({ person, actor, request }: Visit, who: Permission): "second" | "guest" | undefined {
  if (may(actor, who)) return undefined;
  if (person) return mayComeToWork(person, who) ? "second" : undefined;
  const wasGuest = request.cookies[GUEST_COOKIE] !== undefined && actor.kind === "anyone";
  return wasGuest && isForGuests(who) ? "guest" : undefined;
}

/** Only this school's sign-in service identified the person, and the page’s act counts in every school. */
function isOnlyHere({ actor }: Visit, { everywhere }: Page): boolean {
  return everywhere === true && actor.kind === "account" && actor.onlyIn !== undefined;
}

/** The answer to a visitor who may not see the page: a redirect to sign in, or a refusal. */
function guarded(visit: Visit, { who }: Page): FastifyReply | Promise<FastifyReply> | undefined {
  if (who === undefined || may(visit.actor, who)) return undefined;
  const { request, reply } = visit;
  if (visit.person && !mayComeToWork(visit.person, who)) return send(visit, notYours(visit, who));
  // An ended guest session: the page says how to come in again.
  if (!visit.person && request.cookies[GUEST_COOKIE] !== undefined) return reply.redirect(visit.link("/invite"), 303);
  const then = request.method === "GET" ? request.url : visit.link(visit.path);
  const page = visit.person ? "/compte/second-facteur" : "/connexion";
  return reply.redirect(`${visit.link(page)}?vers=${encodeURIComponent(then)}`, 303);
}

/** The person has the role and only lacks the second proof. */
function mayComeToWork(person: Person, who: Permission): boolean {
  return may({ ...person.actor, roles: person.roles }, who);
}

/** `undefined` where the school or the diploma of the path is unknown. */
async function visitOf(
  world: World,
  page: Pick<Page, "path" | "who">,
  lang: Lang,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit | undefined> {
  const params = request.params as Record<string, string>;
  const place = placeOf(world, params);
  if (!place) return undefined;
  const { school, today } = place;
  const link = (path: string, to: Lang = lang) => schoolPath(school.establishment, to, path);
  const path = page.path.replace(/:([a-z]+)/g, (_, name: string) => params[name] ?? "");
  const token = request.cookies[SESSION_COOKIE];
  const here = { establishment: school.establishment, at: world.now() };
  const held = token === undefined ? undefined : await heldSession(world.db, token, here);
  const person = held && held.means.length > 0 ? held : undefined;
  const guestToken = request.cookies[GUEST_COOKIE];
  const guest = guestToken === undefined ? undefined : await guestOf(world.db, guestToken, { ...here, today });
  const reader = person?.actor ?? guest?.actor;
  const { time } = wallIn(here.at, school.timezone);
  const due = reader && dueFor(world, reader, { establishment: school.establishment, today, time, standsInFor });
  return {
    world,
    lang,
    ...place,
    path,
    params,
    query: queryOf(request),
    link,
    csrf: () => csrfField(request, reply),
    person,
    session: held?.actor,
    guest,
    actor: actorFor(page, person?.actor ?? { kind: "anyone" }, guest?.actor),
    ...(due && { due }),
    request,
    reply,
  };
}

/** One value per name, as in a form: the last. */
function queryOf({ query }: FastifyRequest): Record<string, string> {
  const pairs = Object.entries(query as Record<string, string | string[]>);
  return Object.fromEntries(pairs.map(([name, value]) => [name, [value].flat().at(-1) ?? ""]));
}

/** The guest where only the guest may open the page; else the person. */
function actorFor({ who }: Pick<Page, "who">, own: Actor, guest: Actor | undefined): Actor {
  return guest && who !== undefined && !may(own, who) && may(guest, who) ? guest : own;
}

const PDF = "application/pdf";

/** Answers to a form that show it again, to which the browser must be able to go back: by `docs/decisions/typed-text.md`. */
const ASKS_AGAIN: readonly number[] = [403, 409, 422];

async function send(visit: Visit, result: PageResult): Promise<FastifyReply> {
  const { reply, request, world } = visit;
  if ("notFound" in result) return errorPage(world, request, reply, 404);
  if ("redirect" in result) return reply.redirect(result.redirect, 303);
  if ("download" in result) {
    const { stream, size, type, name } = result.download;
    return reply
      .type(type)
      .header("content-disposition", contentDisposition(name))
      .header("content-length", size)
      .header("content-security-policy", "default-src 'none'; sandbox")
      .header("cache-control", "no-store")
      .send(stream);
  }
  if ("json" in result)
    return reply
      .status(result.status ?? 200)
      .header("cache-control", "no-store")
      .send(result.json);
  if ("file" in result) {
    if (result.etag !== undefined) {
      reply.header("etag", result.etag);
      const had = (request.headers["if-none-match"] ?? "").split(",").map((one) => one.trim());
      if (had.includes(result.etag)) return reply.header("cache-control", "private, no-cache").status(304).send();
    }
    return (
      reply
        .type(result.type)
        // A PDF opens in the browser; a spreadsheet is downloaded.
        .header(
          "content-disposition",
          result.type === PDF ? `inline; filename="${result.name}"` : contentDisposition(result.name),
        )
        .header("cache-control", result.etag === undefined ? "no-store" : "private, no-cache")
        .send(result.file)
    );
  }
  const { lang, due } = visit;
  const { status = 200 } = result;
  const asksAgain = request.method === "POST" && ASKS_AGAIN.includes(status);
  const page = due ? await withBadge(result.html.text, lang, due) : result.html.text;
  return reply
    .status(status)
    .type("text/html; charset=utf-8")
    .header("content-language", lang)
    .header("cache-control", result.reshown || asksAgain ? "private, no-cache" : "no-store")
    .send(page);
}
