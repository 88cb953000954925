/** The rows of guests: those of a school as it sees them, and what a guest sees, from the link to the way out. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { withSchool } from "../../db/school.ts";
import { addDays } from "../../kit/day.ts";
import { dayIn } from "../../kit/zone.ts";
import { inviteGuest, revokeGuest } from "../../people/guests/acts.ts";
import type { World } from "../../act/world.ts";
import { actorOf, deed, lastCode, openedSession } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type PageTable, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const SCHOOL = "faire-ess";
const LONG = "Marie-Antoinette-Joséphine de Villeneuve-Saint-Georges d’Aumont-Montmorency-Luxembourg";
const HEAD: Who = { key: "inviting", name: "Camille Vidal", roles: ["head-of-training"] };
const DIRECTOR: Who = { key: "proposing", name: "Jeanne Roux", roles: ["director"] };
const AUDITOR: Who = { key: "auditor", roles: ["auditor"] };

type Open = (tab: Page, place: Place) => Promise<unknown>;
const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

let invited = 0;

function worldOf({ served }: Place): World {
  if (!served.people) throw new NobodyToSignIn("it needs somebody invited, and the database is out of reach");
  return served.people.world;
}

/** The address of a new invitation’s page, and to whom it went; as the mail has it, below the school. */
async function invitation(tab: Page, place: Place, name = "Anne Martin"): Promise<{ path: string; address: string }> {
  const head = await signedIn(tab, place, HEAD);
  const world = worldOf(place);
  const actor = await actorOf(world, await openedSession(world, head, ["password", "totp"]));
  const address = `invitee-${(invited += 1)}@exemple.fr`;
  const until = addDays(dayIn(world.now(), world.zone(SCHOOL)), 23);
  const input = { name, address, language: "fr" as const, roles: ["interviewer" as const], until };
  await deed(world, inviteGuest, actor, input);
  const [mail] = await withSchool(world.db, SCHOOL, (tx) =>
    tx.selectFrom("mail").selectAll().where("to_address", "=", address).execute(),
  );
  await tab.context().clearCookies();
  return { path: /\/invitation\/[\w-]+/.exec(JSON.stringify(mail))![0], address };
}

const opened =
  (name?: string): Open =>
  async (tab, place) => {
    const { path } = await invitation(tab, place, name);
    await tab.goto(place.at(path));
  };

async function press(tab: Page, name: string): Promise<void> {
  const loaded = tab.waitForEvent("load");
  await tab.locator(name).click();
  await loaded;
}

/** The button pressed: the page waits for the code, which is given back. */
async function sent(tab: Page, place: Place, name?: string): Promise<string> {
  const { path, address } = await invitation(tab, place, name);
  await tab.goto(place.at(path));
  await press(tab, 'button[value="send"]');
  return lastCode(worldOf(place), address);
}

async function typed(tab: Page, code: string): Promise<void> {
  await tab.locator("#code").fill(code);
  await press(tab, "main form:has(#code) button");
}

/** Of a pair that still has somebody to hear: the invitation is taken back with a ground. */
async function awaited(world: World, guests: readonly string[]): Promise<void> {
  const [interview, other] = [randomUUID(), randomUUID()];
  const [from, until] = [world.now(), new Date(world.now().getTime() + 1_800_000)];
  const analysis = { analysis_at: from, analysis_until: from };
  const where = { dossier: other, intake: other, day: other, room: other, pair: "A", begins_at: from, ends_at: until };
  const rows = guests.map((guest) => ({ id: randomUUID(), interview, who: `guest:${guest}` }));
  await withSchool(world.db, SCHOOL, async (tx) => {
    const one = { id: interview, state: "convoked", version: 1, ...where, ...analysis };
    await tx.insertInto("interview").values(one).execute();
    await tx.insertInto("interview_examiner").values(rows).execute();
  });
}

const asHead: Open = async (tab, place) => {
  await signedIn(tab, place, HEAD);
  await tab.goto(place.at("/equipe/invites"));
};

/** Somebody proposed by the director, whom an administrator is to confirm. */
const toConfirm: Open = async (tab, place) => {
  const director = await signedIn(tab, place, DIRECTOR);
  const world = worldOf(place);
  const actor = await actorOf(world, await openedSession(world, director, ["password", "totp"]));
  const address = `proposed-${(invited += 1)}@exemple.fr`;
  const until = addDays(dayIn(world.now(), world.zone(SCHOOL)), 23);
  const input = { name: LONG, address, language: "fr" as const, roles: ["authority" as const], until };
  await deed(world, inviteGuest, actor, input);
  await tab.context().clearCookies();
  await signedIn(tab, place, { key: "confirming", roles: ["administrator"] });
  await tab.goto(place.at("/equipe/invites"));
};

export const guestRows: readonly PageRow[] = [
  ...rows("guests", "/equipe/invites", "very long", toConfirm),
  ...rows("guests", "/equipe/invites", "empty", async (tab, place) => {
    await signedIn(tab, place, AUDITOR);
    await tab.goto(place.at("/equipe/invites"));
  }),
  ...rows(
    "guests",
    "/equipe/invites",
    "error",
    async (tab, place) => {
      await asHead(tab, place);
      await press(tab, "main form:has(#name) button");
    },
    422,
  ),
  ...rows("guests", "/equipe/invites", "full", async (tab, place) => {
    const world = worldOf(place);
    await invitation(tab, place, LONG);
    await invitation(tab, place);
    const head = await signedIn(tab, place, HEAD);
    const actor = await actorOf(world, await openedSession(world, head, ["password", "totp"]));
    const last = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("guest").select(["id", "name"]).where("ended_at", "is", null).execute(),
    );
    const { id } = last.find(({ name }) => name === "Anne Martin")!;
    await deed(world, revokeGuest, actor, { id });
    await awaited(
      world,
      last.flatMap((one) => (one.id === id ? [] : [one.id])),
    );
    await tab.goto(place.at("/equipe/invites"));
    for (const one of await tab.locator("main details").all()) await one.locator("summary").click();
  }),
  ...rows("invitation", "/invitation/:link", "full", opened()),
  ...rows("invitation", "/invitation/:link", "very long", (tab, place) => sent(tab, place, LONG)),
  ...rows(
    "invitation",
    "/invitation/:link",
    "error",
    async (tab, place) => {
      const right = await sent(tab, place);
      await typed(tab, right === "000000" ? "000001" : "000000");
    },
    422,
  ),
  ...rows("invitation-over", "/invitation/:link", "error", (tab, { at }) => tab.goto(at("/invitation/passee")), 404),
  ...rows("guest", "/invite", "full", async (tab, place) => typed(tab, await sent(tab, place, LONG))),
  ...rows("guest-calendar", "/invite/calendrier", "empty", async (tab, place) => {
    await typed(tab, await sent(tab, place));
    await tab.goto(place.at("/invite/calendrier"));
  }),
  ...rows("guest-calendar", "/invite/calendrier", "full", async (tab, place) => {
    await typed(tab, await sent(tab, place));
    await tab.goto(place.at("/invite/calendrier"));
    await press(tab, "main form button.ds-button");
    await tab.goto(place.at("/invite/calendrier"));
  }),
  ...rows(
    "outdated-form",
    "/invite/calendrier",
    "error",
    async (tab, place) => {
      await typed(tab, await sent(tab, place));
      await tab.goto(place.at("/invite/calendrier"));
      await tab.context().clearCookies({ name: "livret_form" });
      await press(tab, "main form button.ds-button");
    },
    403,
  ),
  ...rows(
    "guest",
    "/invite",
    "error",
    async (tab, place) => {
      await typed(tab, await sent(tab, place));
      await press(tab, "main form button.ds-button");
    },
    403,
  ),
];

export const guestNotPages: PageTable["notPages"] = [
  { path: "/:school/invite/donnees", why: "a guest's copy of what is held about them, as JSON; its journey takes it" },
  { path: "/:school/en/invite/donnees", why: "the same in English" },
];
