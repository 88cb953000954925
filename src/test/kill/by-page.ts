/** The moments by the pages of the HTTP service: the form that somebody has before them, and sends. */
import type { Actor } from "../../act/permissions.ts";
import { GUEST_COOKIE, SESSION_COOKIE } from "../../page/session.ts";
import type { Cast, Ready } from "../../house/lives/play.ts";
import { bodyOf, type Fields, hiddenOf, plain, unescaped } from "../journeys/sent-forms.ts";
import { Browser } from "./browser.ts";

/** Of an act of a life: on which page it is done, and by which button. */
type OnPage = {
  readonly path: (input: Record<string, string>, cast: Cast) => string;
  readonly button: string;
  /** The button of the page on which it is read over first. */
  readonly sure?: string;
};

const PAGES: Readonly<Record<string, OnPage>> = {
  closeCommission: {
    path: ({ commission }) => `/admissions/commissions/${commission}/clore`,
    button: "Arrêter la liste et écrire à chacun",
  },
  closeJury: { path: ({ jury }) => `/jurys/${jury}`, button: "Clore la délibération", sure: "Clore définitivement" },
  carryOver: {
    path: ({ file }) => `/reprise/verifier/${file!.slice("sha256:".length)}`,
    button: "Reprendre ces personnes",
  },
  issueProposed: {
    path: () => "/finances/a-facturer",
    button: "Émettre ce qui est coché",
    sure: "Émettre ce qui est coché",
  },
  importBankFile: {
    path: ({ file }) => `/finances/banque/verifier/${file!.slice("sha256:".length)}`,
    button: "Importer",
  },
  closeBooks: { path: () => "/finances/ecritures/cloture", button: "Clôturer", sure: "Clôturer" },
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
  const body = bodyOf({
    ...hiddenOf(form),
    ...shownFilled(form),
    ...typed(form, ready.input),
    ...pressed(form, page.button),
  });
  if (page.sure === undefined) return { path, body, cookies: browser.cookies() };
  const sure = formOf((await browser.send(path, body)).text, page.sure);
  const asked = inputsOf(sure, ({ type }) => type === "hidden");
  // The form that is done, then that it is sure: both are said under one name.
  const { do: done = [] } = pressed(sure, page.sure);
  const both = [...[asked["do"] ?? []].flat(), ...[done].flat()];
  return { path, body: bodyOf({ ...asked, ...(both.length > 0 && { do: both }) }), cookies: browser.cookies() };
}

/** As the form is sent by somebody: what it answers. */
export async function sendShown(origin: string, { path, body, cookies }: Shown) {
  const browser = new Browser(cookies);
  browser.origin = origin;
  const { status, location, text } = await browser.send(path, body);
  // Of what is answered at once, what became of each.
  return { status, location, became: location ? "" : plain(/<table[^]*?<\/table>/.exec(text)?.[0] ?? "") };
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

type Input = { readonly type: string; readonly name: string; readonly value: string; readonly checked: boolean };

/** What the page itself has filled in or ticked. */
const shownFilled = (form: string): Fields =>
  inputsOf(form, ({ type, value, checked }) =>
    type === "checkbox" || type === "radio" ? checked : type !== "hidden" && value !== "",
  );

function inputsOf(form: string, wanted: (input: Input) => boolean): Fields {
  const inputs = [...form.matchAll(/<input [^>]*>/g)].map(([tag]): Input => {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const value = unescaped(attribute("value") ?? "on");
    return {
      type: attribute("type") ?? "text",
      name: attribute("name") ?? "",
      value,
      checked: / checked[ >/]/.test(tag),
    };
  });
  const chosen = inputs.filter((one) => one.name !== "" && wanted(one));
  return Object.fromEntries(
    [...Map.groupBy(chosen, ({ name }) => name)].map(([name, of]) => [name, of.map(({ value }) => value)]),
  );
}

/** Whatever is to be written there: a ground in each box, and the day that the act takes. */
function typed(form: string, input: Ready["input"]): Fields {
  const boxes = [...form.matchAll(/<textarea[^>]*name="([^"]+)"/g)].map(([, name]) => [
    name!,
    "Entendu hors de l’application.",
  ]);
  // A day that the act takes; else it stays as the page has it.
  if (typeof input["notifiedOn"] !== "string") return Object.fromEntries(boxes);
  const [year = "", month = "", day = ""] = input["notifiedOn"].split("-");
  const parts = { day, month, year };
  const days = [...form.matchAll(/name="([^"]+-(day|month|year))"/g)].map(([, name, part]) => [
    name!,
    parts[part as keyof typeof parts],
  ]);
  return Object.fromEntries([...boxes, ...days]);
}
