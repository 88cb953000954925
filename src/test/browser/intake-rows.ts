/** The rows of intakes: their public terms, and the pages on which a head of training prepares, opens and changes one. */
import type { Page } from "playwright-core";
import { changeIntake, saveIntake } from "../../intake/acts.ts";
import { seeIntake } from "../../intake/views.ts";
import { view } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { HEAD_OF_TRAINING, type Made, openedIntake, preparedIntake, WHOLE } from "../intakes.ts";
import { deed } from "../people.ts";
import { inBothLanguages, NobodyToSignIn, type PageRow, type Place, signedIn } from "./pages.ts";
import type { Who } from "./people.ts";

const HEAD: Who = { key: "head", name: "Dominique Martin", roles: ["head-of-training"] };
const AUDITOR: Who = { key: "reader", name: "Claude Petit", roles: ["auditor"] };

const LONG = {
  fr: "Rentrée exceptionnelle et décentralisée de septembre 2027, ouverte à toute l’Occitanie",
  en: "Exceptional and decentralised intake of September 2027, open to the whole of Occitanie",
};
const SENTENCE = "Le recours gracieux, adressé à la direction, n’interrompt pas le délai du recours contentieux. ";
const IN_ENGLISH =
  "An internal appeal, sent to the direction, does not stop the time for going to court from running. ";
const VERY_LONG = {
  ...WHOLE,
  label: LONG,
  appeal: { fr: `${SENTENCE.repeat(8)}\n\n${SENTENCE.repeat(8)}`, en: IN_ENGLISH.repeat(16) },
};

type Open = (tab: Page, place: Place) => Promise<unknown>;

const rows = (page: string, path: string, state: PageRow["state"], open: Open, status?: number): PageRow[] =>
  inBothLanguages({ page, path, state, open, ...(status && { status }) });

/** Each is made once for all rows: what one row sees, the next sees too. */
const made = new WeakMap<World, Map<string, Promise<Made>>>();

async function intake(place: Place, key: string, make: (world: World) => Promise<Made>): Promise<Made> {
  const world = worldOf(place);
  const known = made.get(world) ?? new Map<string, Promise<Made>>();
  made.set(world, known);
  const found = known.get(key) ?? make(world);
  known.set(key, found);
  return found;
}

function worldOf({ served }: Place): World {
  if (!served.people) throw new NobodyToSignIn("the database of this Livret is out of reach");
  return served.people.world;
}

const empty = (place: Place) => intake(place, "empty", (world) => preparedIntake(world));
const ready = (place: Place) => intake(place, "ready", (world) => preparedIntake(world, WHOLE));
const opened = (place: Place) => intake(place, "opened", (world) => openedIntake(world));
const wrong = (place: Place) =>
  intake(place, "wrong", (world) =>
    preparedIntake(world, {
      ...WHOLE,
      closes: { day: "2027-03-28", time: "02:30" },
      decidesBy: "2027-03-01",
      toCheck: ["places", "fees"],
    }),
  );
const longest = (place: Place) =>
  intake(place, "longest", async (world) => {
    const { id, version } = await openedIntake(world, VERY_LONG);
    const reason = "Grève des transports le dernier soir. ".repeat(6);
    const closes = { day: "2027-04-11", time: "23:59" };
    return { id, ...(await deed(world, changeIntake, HEAD_OF_TRAINING, { id, version, reason, closes, places: 28 })) };
  });

type Which = (place: Place) => Promise<Made>;

const at =
  (who: Who, which: Which, page = ""): Open =>
  async (tab, place) => {
    const { id } = await which(place);
    await signedIn(tab, place, who);
    await tab.goto(place.at(`/campagnes/${id}${page}`));
  };

const terms =
  (which: Which): Open =>
  async (tab, place) => {
    const { id } = await which(place);
    await tab.goto(place.at("/"));
    const { school } = place.served;
    const diploma = worldOf(place).laws.establishments.find(({ data }) => data.establishment === school)!.data
      .diplomas[0]!.diploma;
    await tab.goto(place.at(`/${diploma}/campagne/${id}`));
  };

async function send(tab: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await tab.locator(`#${name}`).fill(value);
  const loaded = tab.waitForEvent("load");
  await tab.locator("main form button.ds-button").last().click();
  await loaded;
}

/** Opened in a tab while somebody else saves. */
const staleSave: Open = async (tab, place) => {
  const world = worldOf(place);
  const { id } = await preparedIntake(world, WHOLE);
  await signedIn(tab, place, HEAD);
  await tab.goto(place.at(`/campagnes/${id}/reglages`));
  const seen = await view(world, seeIntake, {
    actor: HEAD_OF_TRAINING,
    establishment: place.served.school,
    input: { id },
  });
  if (seen.kind !== "found") throw new Error("The intake is not there");
  const { version, settings } = seen.value.intake;
  await deed(world, saveIntake, HEAD_OF_TRAINING, {
    id,
    version,
    settings: { ...settings, places: 30, decidesBy: null },
  });
  await send(tab, { places: "26" });
};

/** A form left open until its cookie was gone. */
const outdated =
  (open: Open): Open =>
  async (tab, place) => {
    await open(tab, place);
    await tab.context().clearCookies({ name: "livret_form" });
    const loaded = tab.waitForEvent("load");
    await tab.locator("main form button.ds-button").first().click();
    await loaded;
  };

const list = "/campagnes";
const one = "/campagnes/:intake";

export const intakeRows: readonly PageRow[] = [
  ...rows("intake-terms", "/:diploma/campagne/:intake", "full", terms(opened)),
  ...rows("intake-terms", "/:diploma/campagne/:intake", "very long", terms(longest)),
  ...rows("intakes", list, "full", async (tab, place) => {
    await Promise.all([empty(place), opened(place)]);
    await signedIn(tab, place, HEAD);
    await tab.goto(place.at(list));
  }),
  ...rows(
    "outdated-form",
    list,
    "error",
    outdated(async (tab, place) => {
      await signedIn(tab, place, HEAD);
      await tab.goto(place.at(list));
    }),
    403,
  ),
  ...rows("intake", one, "empty", at(HEAD, empty)),
  ...rows(
    "outdated-form",
    one,
    "error",
    outdated(async (tab, place) => {
      await at(HEAD, empty)(tab, place);
      // To delete is asked for behind a line of its own.
      await tab.locator("main details summary").first().click();
    }),
    403,
  ),
  ...rows("intake", one, "full", at(AUDITOR, opened)),
  ...rows("intake", one, "very long", at(HEAD, longest)),
  ...rows("intake-settings", `${one}/reglages`, "empty", at(HEAD, empty, "/reglages")),
  ...rows("intake-settings", `${one}/reglages`, "full", at(HEAD, wrong, "/reglages")),
  ...rows(
    "intake-settings",
    `${one}/reglages`,
    "error",
    async (tab, place) => {
      await at(HEAD, empty, "/reglages")(tab, place);
      await send(tab, {
        "closes-day": "31",
        "closes-month": "2",
        "closes-year": "2027",
        "closes-time": "25:00",
        places: "beaucoup",
      });
    },
    422,
  ),
  ...rows("intake-settings", `${one}/reglages`, "very long", staleSave, 409),
  ...rows("intake-preview", `${one}/apercu`, "full", at(HEAD, ready, "/apercu")),
  ...rows("intake-open", `${one}/ouvrir`, "full", at(HEAD, ready, "/ouvrir")),
  ...rows("intake-open", `${one}/ouvrir`, "error", at(HEAD, wrong, "/ouvrir")),
  ...rows("intake-change", `${one}/modifier`, "full", at(HEAD, opened, "/modifier")),
  ...rows(
    "intake-change",
    `${one}/modifier`,
    "error",
    async (tab, place) => {
      await at(HEAD, opened, "/modifier")(tab, place);
      await send(tab, { "closes-day": "1", "closes-month": "3", "closes-year": "2027", reason: "Trop de monde" });
    },
    422,
  ),
];
