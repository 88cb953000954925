/**
 * The one table of what can be on screen: page × state. The browser tests walk it, `npm run screens` draws it, and a page
 * that the server registers without a row here fails (`page-routes.ts`).
 */
import type { Page } from "playwright-core";
import type { Lang } from "../../kit/lang.ts";
import type { Invented } from "../people.ts";
import type { People, Who } from "./people.ts";

/** `empty`: nothing entered yet; `full`: an ordinary day; `error`: refused or not found; `very long`: the longest words and lists. */
export type State = "empty" | "full" | "error" | "very long";

/** A Livret that answers; how it was started is not the table's business. */
export type Served = {
  readonly origin: string;
  readonly school: string;
  /** Who may be signed in; absent where its database is out of reach, and then rows that need somebody cannot be opened. */
  readonly people?: People;
  /** Where a deployment of several schools answers, by the state of its front page; absent where there is none. */
  readonly several?: Readonly<Partial<Record<State, string>>>;
};

export type PageRow = {
  readonly page: string;
  /** As the server registers it (`/:school/en/:diploma`), or words in brackets for what no route serves: `(not found)`. */
  readonly path: string;
  readonly state: State;
  /** What sets it apart from another row of the same page in the same state. */
  readonly apart?: string;
  readonly lang: Lang;
  /** Of the document on screen: 200, unless said. */
  readonly status?: number;
  /** Brings the page into its state, with or without scripts, as a person would: links, fields, buttons. */
  readonly open: (page: Page, served: Served) => Promise<void>;
};

export type PageTable = {
  readonly rows: readonly PageRow[];
  /** GET routes that show no page to anybody, each with why; a pattern ending in `*` stands for all that begins so. */
  readonly notPages: readonly { readonly path: string; readonly why: string }[];
};

export type Place = {
  readonly served: Served;
  readonly lang: Lang;
  /** The address of a path below the school. */
  readonly at: (path: string) => string;
};

export class NobodyToSignIn extends Error {}

/** Signs the tab in as somebody invented: `await signedIn(tab, place, { key: "officer", roles: ["admission-officer"] })`. */
export function signedIn(tab: Page, { served }: Pick<Place, "served">, who: Who): Promise<Invented> {
  if (!served.people)
    throw new NobodyToSignIn("it needs somebody signed in, and the database of this Livret is out of reach");
  return served.people.enter(tab, who);
}

type Twin = Omit<PageRow, "lang" | "open"> & { readonly open: (page: Page, place: Place) => Promise<unknown> };

/** The two rows, French and English, of a page whose path is given below the school. */
export function inBothLanguages(twin: Twin): PageRow[] {
  return (["fr", "en"] as const).map((lang) => {
    const below = (school: string, path: string) =>
      `/${school}${lang === "en" ? "/en" : ""}${path === "/" ? "" : path}`;
    return {
      ...twin,
      lang,
      path: twin.path.startsWith("(") ? twin.path : below(":school", twin.path),
      open: async (page, served) => {
        await twin.open(page, { served, lang, at: (path) => served.origin + below(served.school, path) });
      },
    };
  });
}

export function nameOf({ page, state, apart, lang }: PageRow): string {
  return `${page} (${state}${apart === undefined ? "" : ` ${apart}`}, ${lang})`;
}

/** Sent by a browser that no longer holds what the form was given with: what may be wrong with a form without fields. */
export const outdated =
  (open: (tab: Page, place: Place) => Promise<unknown>) =>
  async (tab: Page, place: Place): Promise<void> => {
    await open(tab, place);
    await tab.context().clearCookies({ name: "livret_form" });
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").first().click();
    await loaded;
  };
