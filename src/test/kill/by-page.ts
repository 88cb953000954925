/** The moments by the pages of the HTTP service: the form that somebody has before them, and sends. */
import type { Actor } from "../../act/permissions.ts";
import { GUEST_COOKIE, SESSION_COOKIE } from "../../page/session.ts";
import type { Cast, Ready } from "../../house/lives/play.ts";
import { bodyOf, type Fields, hiddenOf, plain } from "../journeys/sent-forms.ts";
import { Browser } from "./browser.ts";

/** Of an act of a life: on which page it is done, by which button, and what is typed there. */
type OnPage = {
  readonly path: (input: Record<string, string>, cast: Cast) => string;
  readonly button: string;
  readonly fields?: Fields;
  /** The button of the page on which it is read over first. */
  readonly sure?: string;
};

const PAGES: Readonly<Record<string, OnPage>> = {
  closeCommission: {
    path: ({ commission }) => `/admissions/commissions/${commission}/clore`,
    button: "Arrêter la liste et écrire à chacun",
  },
  closeJury: { path: ({ jury }) => `/jurys/${jury}`, button: "Clore la délibération", sure: "Clore définitivement" },
  publishResults: { path: (_, { kept }) => `/certifications/${String(kept.get("session"))}`, button: "Publier" },
};

/** A form as it was shown, filled in: sent again, it carries the same attempt. */
export type Shown = { readonly path: string; readonly body: string; readonly cookies: Record<string, string> };

export async function shownTo(
  origin: string,
  school: string,
  { act, ready, cast, as }: { readonly act: string; readonly ready: Ready; readonly cast: Cast; readonly as: string },
): Promise<Shown> {
  const page = PAGES[act]!;
  const cookies = { [ready.actor.kind === "guest" ? GUEST_COOKIE : SESSION_COOKIE]: tokenOf(ready.actor, cast, as) };
  const browser = new Browser(cookies);
  browser.origin = origin;
  const path = `/${school}${page.path(ready.input as Record<string, string>, cast)}`;
  const { status, text } = await browser.open(path);
  if (status !== 200) throw new Error(`${path} answers ${status}`);
  const form = formOf(text, page.button);
  const body = bodyOf({ ...hiddenOf(form), ...typed(form, ready.input), ...pressed(form, page.button) });
  if (page.sure === undefined) return { path, body, cookies: browser.cookies() };
  const sure = formOf((await browser.send(path, body)).text, page.sure);
  const asked = hiddenOf(sure);
  // The form that is done, then that it is sure: both are said under one name.
  const { do: done = [] } = pressed(sure, page.sure);
  return { path, body: bodyOf({ ...asked, do: [asked["do"]!, ...[done].flat()] }), cookies: browser.cookies() };
}

/** As the form is sent by somebody: what it answers. */
export async function sendShown(origin: string, { path, body, cookies }: Shown) {
  const browser = new Browser(cookies);
  browser.origin = origin;
  const { status, location } = await browser.send(path, body);
  return { status, location };
}

function tokenOf(actor: Actor, { people }: Cast, as: string): string {
  const one = people.get(as)!;
  if (actor.kind !== "guest") return one.token!;
  return [...one.invitations.values()].find(({ guest }) => guest === actor.guest)!.token!;
}

/** The form that has a button of these words. */
function formOf(text: string, button: string): string {
  const found = [...text.matchAll(/<form method="post"[^]*?<\/form>/g)].map(([form]) => form);
  const one = found.find((form) => buttonsOf(form).some((each) => plain(each) === button));
  if (one === undefined) throw new Error(`no form is sent by “${button}”`);
  return one;
}

const buttonsOf = (form: string) => [...form.matchAll(/<button[^]*?<\/button>/g)].map(([button]) => button);

function pressed(form: string, button: string): Fields {
  const one = buttonsOf(form).find((each) => plain(each) === button)!;
  const [, name] = /name="([^"]*)"/.exec(one) ?? [];
  const [, value] = /value="([^"]*)"/.exec(one) ?? [];
  return name === undefined ? {} : { [name]: value ?? "" };
}

/** Whatever is to be written there: a ground in each box, and the day that the act takes. */
function typed(form: string, input: Ready["input"]): Fields {
  const boxes = [...form.matchAll(/<textarea[^>]*name="([^"]+)"/g)].map(([, name]) => [
    name!,
    "Entendu hors de l’application.",
  ]);
  const [year = "", month = "", day = ""] =
    typeof input["notifiedOn"] === "string" ? input["notifiedOn"].split("-") : [];
  const parts = { day, month, year };
  const days = [...form.matchAll(/name="([^"]+-(day|month|year))"/g)].map(([, name, part]) => [
    name!,
    parts[part as keyof typeof parts],
  ]);
  return Object.fromEntries([...boxes, ...days]);
}
