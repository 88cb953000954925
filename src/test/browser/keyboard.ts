/** The words of a journey made by keyboard and ear alone: things are found by role and name, as the browser tells them to assistive technology. */
import assert from "node:assert/strict";
import type { CDPSession, Page } from "playwright-core";
import { drawn, FOCUSED, hasHeard, heard } from "./in-page.ts";
import { seenBy, withScripts } from "./watch.ts";

/** Names are compared with every run of spaces, no-break ones included, as one space. */
export type Focus = { readonly role: string; readonly name: string; readonly description: string };
export type Name = string | RegExp;

type Stop = Focus & { readonly node: number };

const LONGEST = 500;
/** Milliseconds until an announcement that does not come is a failure; one that comes is heard at once. */
const PATIENCE = 20_000;
const sessions = new WeakMap<Page, Promise<CDPSession>>();
const documentsHeard = new WeakMap<Page, number>();

/** Presses Tab until the thing is focused; stays where it is if it is focused already. `direction` "back" uses Shift+Tab. */
export async function tabTo(page: Page, role: string, name: Name, direction: "on" | "back" = "on"): Promise<Focus> {
  const key = direction === "on" ? "Tab" : "Shift+Tab";
  return goTo(page, key, (at) => at.role === role && named(at, name), `${key} never reaches ${role} ${sayName(name)}`);
}

/** In a group of radio buttons, which Tab enters once, the arrows move and choose. The group must be focused. */
export async function choose(page: Page, name: Name): Promise<Focus> {
  const at = await focused(page);
  assert.equal(at.role, "radio", `choose ${sayName(name)}: focus is not in a group of radio buttons but on ${say(at)}`);
  const there = await goTo(
    page,
    "ArrowDown",
    (one) => one.role === "radio" && named(one, name),
    `the arrows never reach radio ${sayName(name)}`,
  );
  // A button reached by Tab alone is focused but not chosen.
  await page.keyboard.press("Space");
  return there;
}

export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
}

export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
}

/** Presses Enter on what sends or follows, and waits for the page that comes, as far as somebody meets it: loaded and drawn. */
export async function enter(page: Page): Promise<void> {
  const loaded = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await loaded;
  await isDrawn(page);
}

export async function focused(page: Page): Promise<Focus> {
  const { role, name, description } = await stop(page);
  return { role, name, description };
}

/** The groups that a screen reader says as it enters them (the legend of a question, what is wrong with it), the nearest first. */
export async function groupsEntered(page: Page): Promise<readonly Pick<Focus, "name" | "description">[]> {
  const cdp = await sessionOf(page);
  const { result } = await cdp.send("Runtime.evaluate", { expression: FOCUSED });
  const { nodes } = await cdp.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId ?? "",
    fetchRelatives: true,
  });
  const groups: { name: string; description: string }[] = [];
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  for (let at = nodes[0]; at; at = byId.get(at.parentId ?? ""))
    if (at.role?.value === "group" || at.role?.value === "radiogroup")
      groups.push({
        name: plain(String(at.name?.value ?? "")),
        description: plain(String(at.description?.value ?? "")),
      });
  return groups;
}

export async function assertFocus(page: Page, role: string, name: Name): Promise<Focus> {
  const at = await focused(page);
  assert.ok(at.role === role && named(at, name), `focus is on ${say(at)}, not on ${role} ${sayName(name)}`);
  return at;
}

/**
 * What a screen reader has said unasked since the last call: the title of a page that came, the words of live regions
 * that changed, the words of what was given focus without Tab (an error summary, the heading of a step).
 */
export async function announced(page: Page): Promise<string[]> {
  const { length } = seenBy(page).documents;
  const came = length !== (documentsHeard.get(page) ?? 0);
  documentsHeard.set(page, length);
  // Loaded but not yet drawn, it has not put anything under focus.
  if (came) await isDrawn(page);
  const said = await page.evaluate(heard);
  return [...(came ? [await page.title()] : []), ...said].map(plain);
}

/** Waits until a live region or a move of focus has said `part`; leaves it for `announced`. */
export async function hear(page: Page, part: string): Promise<void> {
  await page.waitForFunction(hasHeard, part, { timeout: PATIENCE }).catch(async () => {
    assert.fail(`nothing announced "${part}"; announced: ${JSON.stringify(await announced(page))}`);
  });
}

async function isDrawn(page: Page): Promise<void> {
  await withScripts(page, () => page.evaluate(drawn));
}

async function goTo(page: Page, key: string, isIt: (at: Stop) => boolean, failure: string): Promise<Focus> {
  const met = new Map<number, string>();
  let at = await stop(page);
  for (let presses = 0; presses < LONGEST && !isIt(at); presses++) {
    await page.keyboard.press(key);
    at = await stop(page);
    if (met.has(at.node)) break;
    met.set(at.node, say(at));
  }
  assert.ok(isIt(at), `${failure}; it reaches: ${[...met.values()].join(", ") || "nothing"}`);
  const { role, name, description } = at;
  return { role, name, description };
}

/** Asked of the browser's own accessibility tree, not guessed from the markup. */
async function stop(page: Page): Promise<Stop> {
  const cdp = await sessionOf(page);
  const { result } = await cdp.send("Runtime.evaluate", { expression: FOCUSED });
  if (result.className === "HTMLBodyElement")
    return { role: "document", name: plain(await page.title()), description: "", node: 0 };
  const { nodes } = await cdp.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId ?? "",
    fetchRelatives: false,
  });
  const [node] = nodes;
  return {
    role: String(node?.role?.value ?? "none"),
    name: plain(String(node?.name?.value ?? "")),
    description: plain(String(node?.description?.value ?? "")),
    node: node?.backendDOMNodeId ?? -1,
  };
}

function sessionOf(page: Page): Promise<CDPSession> {
  let session = sessions.get(page);
  if (!session) sessions.set(page, (session = page.context().newCDPSession(page)));
  return session;
}

function named(at: Focus, name: Name): boolean {
  return typeof name === "string" ? at.name === plain(name) : name.test(at.name);
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function sayName(name: Name): string {
  return typeof name === "string" ? `"${name}"` : String(name);
}

function say({ role, name }: Focus): string {
  return `${role} "${name}"`;
}
