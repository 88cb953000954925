/**
 * One journey, walked in two ways: by keyboard and ear on a narrow screen in `npm test`, and without scripts in `prove:pages`. The
 * journey says what a person does; a way does it, finds everything by its role and its name, and judges each page it comes to.
 */
import assert from "node:assert/strict";
import { it } from "node:test";
import type { Locator, Page } from "playwright-core";
import type { Lang } from "../../kit/lang.ts";
import { axeFaults, layoutFaults } from "../browser/checks.ts";
import {
  announced,
  choose,
  enter,
  focused,
  groupsEntered,
  hear,
  type Name,
  press,
  tabTo,
  type,
} from "../browser/keyboard.ts";
import { testBrowser } from "../browser/shared-browser.ts";
import { openTab, type Tab } from "../browser/watch.ts";

export type Kind = "keyboard" | "no script";
/** What `npm test` walks by keyboard, `prove:pages` walks without scripts. */
export const KINDS: readonly Kind[] = [process.env.LIVRET_SCRIPTS === "off" ? "no script" : "keyboard"];

const PHONE = 320;
/** Milliseconds after which what does not come is a failure. */
const PATIENCE = 20_000;

export type FileSent = { readonly name: string; readonly bytes: Buffer };

/** `group` is the legend of the question where the name alone is not enough: a day has three fields, and a period two days. */
export type Way = {
  readonly tab: Tab;
  readonly page: Page;
  /** Follows a link, or presses a button, to the page that comes. */
  readonly follow: (name: Name) => Promise<void>;
  /** `stays`: a script shows what comes without leaving the page, as it does with a file that is refused. */
  readonly send: (name: Name, stays?: "stays") => Promise<void>;
  /** What follows a link's name by ear, asked of the accessibility tree. */
  readonly described: (link: Name, as: string) => Promise<void>;
  /** Is told, without having asked; where no script runs, the page says it as it comes. */
  readonly hears: (text: string) => Promise<void>;
  readonly write: (name: Name, text: string, group?: string) => Promise<void>;
  /** Of radio buttons that stand together, one of which is named `any`. */
  readonly pick: (name: Name, any?: Name) => Promise<void>;
  readonly tick: (name: Name) => Promise<void>;
  readonly select: (name: Name, option: string) => Promise<void>;
  /** Opens what is folded under its name, on the spot. */
  readonly unfold: (name: Name) => Promise<void>;
  readonly attach: (name: Name, files: readonly FileSent[]) => Promise<void>;
  /** After a page came, it is that of this title, and sound; what was just done is told first where there is something to tell. */
  readonly arrives: (title: RegExp, told?: string) => Promise<void>;
  /** After something was refused, is told all of it at once, and is led to the first field by its name. */
  readonly refused: (said: string, role: string, name: Name) => Promise<void>;
  readonly says: (text: RegExp) => Promise<void>;
};

export async function openWay(kind: Kind, width = PHONE, lang: Lang = "fr"): Promise<Way> {
  const tab = await openTab(await testBrowser(), { width, script: kind === "keyboard" });
  tab.page.setDefaultTimeout(PATIENCE);
  return kind === "keyboard" ? byKeyboard(tab, FRAME[lang]) : withoutScript(tab, FRAME[lang]);
}

/** What every page says in the same words: the way past its menu, and that something was refused. */
type Frame = { readonly skip: string; readonly problem: string; readonly error: RegExp };
const FRAME: Readonly<Record<Lang, Frame>> = {
  fr: { skip: "Aller au contenu", problem: "Il y a un problème", error: /^Erreur/ },
  en: { skip: "Skip to the content", problem: "There is a problem", error: /^Error/ },
};

export async function writeDay(way: Way, day: readonly [string, string, string], group: string): Promise<void> {
  await way.write("Jour", day[0], group);
  await way.write("Mois", day[1], group);
  await way.write("Année", day[2], group);
}

/** Declares the steps of a journey, each of which begins where the one before it ended: after one fails, the others only say so. */
export function stepByStep(): (sentence: string, take: () => Promise<void>) => void {
  let stuck = false;
  return (sentence, take) =>
    void it(sentence, async () => {
      assert.ok(!stuck, "the step before this one failed");
      stuck = true;
      await take();
      stuck = false;
    });
}

function byKeyboard(tab: Tab, words: Frame): Way {
  const { page } = tab;
  const judged = new Set<string>();
  /** Each page once, and once more with what was refused on it: a title says both. */
  const judge = async () => {
    const title = await page.title();
    if (!judged.has(title)) assert.deepEqual(await faultsAt(tab), [], page.url());
    judged.add(title);
  };
  /** Where Tab begins on each page: at its very start, whose first stop leads past the menu. */
  const pastTheMenu = async () => {
    const at = await focused(page);
    assert.equal(at.role, "document", `a new page begins at its start, not on ${at.role} "${at.name}"`);
    await press(page, "Tab");
    const skip = await focused(page);
    assert.deepEqual([skip.role, skip.name], ["link", words.skip], "the first stop leads to the content");
    await press(page, "Enter");
    assert.equal((await focused(page)).role, "main", "the first stop leads to the content");
  };
  return {
    ...common(tab),
    follow: async (name) => {
      await tabTo(page, "link", name);
      await enter(page);
    },
    send: async (name, stays) => {
      await tabTo(page, "button", name);
      await (stays ? press(page, "Enter") : enter(page));
    },
    described: async (link, as) => {
      const { description } = await tabTo(page, "link", link);
      assert.equal(description, as);
    },
    hears: (text) => hear(page, text),
    write: async (name, text, group) => {
      await tabTo(page, "textbox", name);
      if (group) assert.equal((await groupsEntered(page))[0]?.name, group);
      await press(page, "Control+a");
      await type(page, text);
    },
    pick: async (name, any = name) => {
      await tabTo(page, "radio", any);
      await choose(page, name);
    },
    tick: async (name) => {
      await tabTo(page, "checkbox", name);
      await press(page, "Space");
    },
    // What is typed in a closed list chooses the option that begins so.
    select: async (name, option) => {
      await tabTo(page, "combobox", name);
      await type(page, option);
      const chosen = await page.locator(":focus").locator("option:checked").innerText();
      assert.equal(chosen.replaceAll(/\s/g, " "), option.replaceAll(/\s/g, " "));
    },
    unfold: async (name) => {
      await tabTo(page, "DisclosureTriangle", name);
      await press(page, "Enter");
      await unfolded(page.locator(":focus"));
    },
    attach: async (name, files) => {
      await tabTo(page, "button", name);
      await page.locator(":focus").setInputFiles(files.map(sentFile));
    },
    arrives: async (title, told) => {
      const [said, ...more] = await announced(page);
      assert.match(said ?? "", title);
      await judge();
      if (told === undefined) await pastTheMenu();
      else assert.deepEqual(more, [told]);
    },
    refused: async (said, role, name) => {
      await hear(page, words.problem);
      assert.match(await page.title(), words.error);
      const heard = (await announced(page)).join(" ");
      assert.ok(heard.includes(said), `"${said}" is not in what was said: ${heard}`);
      await judge();
      await tabTo(page, "link", said);
      await press(page, "Enter");
      const at = await focused(page);
      assert.ok(at.role === role && sameName(at.name, name), `the message leads to ${at.role} "${at.name}"`);
      const told = [at, ...(await groupsEntered(page))].map(({ description }) => description);
      assert.ok(told.join(" ").includes(said), `neither the field nor its group says it: ${told.join(" | ")}`);
    },
  };
}

function withoutScript(tab: Tab, words: Frame): Way {
  const { page } = tab;
  const one = (
    role: "link" | "button" | "radio" | "checkbox" | "textbox" | "combobox",
    name: Name,
    within: Page | Locator = page,
  ) => within.getByRole(role, { name, exact: typeof name === "string" });
  const goes = async (what: Locator) => {
    const loaded = page.waitForEvent("load");
    await what.click();
    await loaded;
  };
  return {
    ...common(tab),
    follow: (name) => goes(one("link", name).first()),
    send: (name) => goes(one("button", name).first()),
    described: async (link, as) => {
      await one("link", link).first().focus();
      assert.equal((await focused(page)).description, as);
    },
    hears: async () => {},
    write: (name, text, group) =>
      one("textbox", name, group ? page.getByRole("group", { name: group, exact: true }) : page).fill(text),
    pick: (name) => one("radio", name).first().check(),
    tick: (name) => one("checkbox", name).first().check(),
    select: async (name, option) => void (await one("combobox", name).selectOption({ label: option })),
    unfold: async (name) => {
      const summary = page.locator("summary", { hasText: name });
      await summary.click();
      await unfolded(summary);
    },
    attach: (name, files) =>
      page.getByLabel(name, { exact: typeof name === "string" }).setInputFiles(files.map(sentFile)),
    arrives: async (title, told) => {
      const main = (await page.locator("main").innerText()).replaceAll(/\s/g, " ");
      if (told !== undefined) assert.ok(main.includes(told), `"${told}" is not in: ${main}`);
      assert.match((await page.title()).replaceAll(/\s/g, " "), title);
      assert.deepEqual(faultsOf(tab), []);
    },
    refused: async (said, _role, name) => {
      assert.match(await page.title(), words.error);
      await one("link", said).click();
      const field = page.locator(":target");
      assert.ok((await field.count()) === 1, `the message "${said}" leads to ${String(name)}`);
    },
  };
}

/** Nothing but what then stands below tells when the browser has opened it. */
function unfolded(summary: Locator): Promise<void> {
  return summary.locator("xpath=following-sibling::*[1]").waitFor();
}

function common(tab: Tab) {
  const { page } = tab;
  return {
    tab,
    page,
    says: async (text: RegExp) => assert.match((await page.locator("main").innerText()).replaceAll(/\s+/g, " "), text),
  };
}

/** Nothing sticks out of a narrow screen, axe finds nothing, the console is silent. */
async function faultsAt(tab: Tab): Promise<readonly unknown[]> {
  return [...(await layoutFaults(tab.page)), ...(await axeFaults(tab.page)), ...faultsOf(tab)];
}

/** What the console said; that a page came with the status of a refusal is no fault. */
function faultsOf({ seen }: Tab): readonly object[] {
  return seen.faults.filter(({ text }) => !text.startsWith("Failed to load resource"));
}

function sentFile({ name, bytes }: FileSent) {
  const mimeType = name.endsWith(".pdf") ? "application/pdf" : name.endsWith(".jpg") ? "image/jpeg" : "text/html";
  return { name, mimeType, buffer: bytes };
}

function sameName(name: string, wanted: Name): boolean {
  return typeof wanted === "string" ? name === wanted : wanted.test(name);
}
