/** Titles and periods half filled, or filled in wrongly: kept as they were typed, shown again with what is missing, never counted. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { view } from "../../act/act.ts";
import type { Draft } from "../../inquiry/rules/draft.ts";
import { toInput } from "../../inquiry/rules/draft.ts";
import { buildServer } from "../../web/server.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { aDossier, candidate, DECLARED_IN_FULL, FULL_FILES } from "../../test/dossiers.ts";
import { bodyOf, hiddenOf, plain } from "../../test/journeys/sent-forms.ts";
import { type Visitor, visitor } from "../../test/journeys/visitor.ts";
import { type Invented, makeAccount, openedSession } from "../../test/people.ts";
import { pdf } from "../../test/sent-files.ts";
import { LAWS, testWorldOf } from "../../test/server.ts";
import type { World } from "../../act/world.ts";
import { openDossier } from "../views.ts";

describe("what is half filled in a dossier", () => {
  let world: World;
  let close: () => Promise<unknown>;
  let app: Awaited<ReturnType<typeof buildServer>>;
  let people = 0;
  before(async () => {
    ({ world, close } = await testWorldOf());
    app = await buildServer(world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await close();
  });

  type Her = Visitor & { readonly person: Invented; readonly at: (step?: string) => string; readonly id: string };
  async function somebody(declared: Draft = DECLARED_IN_FULL): Promise<Her> {
    const person = await makeAccount(world, { name: "Claire", address: `claire-${(people += 1)}@exemple.fr` });
    const files = [...FULL_FILES.filter(([piece]) => piece !== "personal-text"), TEXT];
    const id = await aDossier(world, person, { declared, files });
    const her = visitor(app, "/faire-ess");
    her.cookies.set(SESSION_COOKIE, await openedSession(world, person));
    return { ...her, person, id, at: (step = "") => `/deis/dossier/${id}${step && `/${step}`}` };
  }
  const TEXT = ["personal-text", "presentation.pdf", pdf({ pages: 7 })] as const;

  const opened = async ({ person, id }: Her) => {
    const asked = { actor: candidate(world, person), establishment: "faire-ess", input: { dossier: id } };
    const found = await view(world, openDossier, asked);
    if (found.kind !== "found") throw new Error(found.kind);
    return found.value;
  };
  const counted = async (her: Her) =>
    toInput(LAWS.diplomas[0]!.data, (await opened(her)).draft, "2026-11-25").experience.map(({ from }) => from);
  const status = async (her: Her, key: string) => (await opened(her)).tasks.find((task) => task.key === key)?.status;
  const date = (name: string, day: string, month: string, year: string) => ({
    [`${name}-day`]: day,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
  });
  const NOTHING = { share: "", percent: "", hours: "", full: "", field: "" };
  /** What a field of the page holds. */
  const valueOf = (text: string, name: string) =>
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(text)?.[1] ?? "";
  const errors = (text: string) => /class="[^"]*error-summary/.test(text) || /data-color="danger"/.test(text);

  it("keeps a period with a first day and no last, says what is missing beside it, and does not count it", async () => {
    const her = await somebody();
    const sent = await her.fillFaulty(her.at("periode/2"), {
      ...NOTHING,
      ...date("from", "01", "9", "2017"),
      ...date("to", "", "", ""),
    });
    match(plain(sent.text), /Ce que vous avez écrit est enregistré/);
    const again = await her.open(her.at("periode/2"));
    equal(again.status, 200);
    deepEqual(
      ["from-day", "from-month", "from-year"].map((name) => valueOf(again.text, name)),
      ["01", "9", "2017"],
    );
    match(plain(again.text), /toujours en cours/);
    ok(errors(again.text));
    equal(await status(her, "experience"), "in-progress");
    deepEqual(await counted(her), ["2020-10-01"]);
    match(plain((await her.open(her.at("experience"))).text), /À partir du 1.. septembre 2017, fin à compléter/);
    match(plain((await her.open(her.at("deposer"))).text), /ne peut pas encore être déposé/);
    // Completed, it is an ordinary period, and nothing of what was half typed stays.
    const whole = {
      ...date("from", "1", "9", "2017"),
      ...date("to", "31", "8", "2020"),
      share: "full",
      field: "social-intervention",
    };
    equal((await her.fill(her.at("periode/2"), { ...NOTHING, ...whole })).status, 303);
    equal((await opened(her)).draft.typed, undefined);
    equal(await status(her, "experience"), "done");
  });

  it("keeps a day that does not exist, words where a number is asked, and a first day after the last", async () => {
    const her = await somebody();
    const wrong = {
      ...NOTHING,
      ...date("from", "31", "2", "2017"),
      ...date("to", "31", "8", "2016"),
      share: "percent",
      percent: "la moitié",
    };
    match((await her.fillFaulty(her.at("periode/2"), wrong)).text, /error-summary/);
    const again = (await her.open(her.at("periode/2"))).text;
    deepEqual(
      ["from-day", "from-month", "from-year", "percent", "to-year"].map((name) => valueOf(again, name)),
      ["31", "2", "2017", "la moitié", "2016"],
    );
    const backwards = { ...wrong, ...date("from", "1", "2", "2017"), share: "full", field: "social-intervention" };
    match((await her.fillFaulty(her.at("periode/2"), backwards)).text, /error-summary/);
    deepEqual(await counted(her), ["2020-10-01"]);
    equal(await status(her, "experience"), "in-progress");
  });

  it("lets one come back later with a page half filled, and remembers a period of which only the share is known", async () => {
    const her = await somebody({ ...DECLARED_IN_FULL, periods: [{ item: 2 }], periodsDone: false });
    const later = await her.fill(her.at("periode/2"), { ...NOTHING, share: "full", _then: "later" });
    deepEqual([later.status, later.location], [303, her.at()]);
    // That there is no other period holds, though this one is not complete.
    equal((await her.fill(her.at("experience"), {})).status, 422);
    deepEqual((await opened(her)).draft.periods, [{ item: 2, share: { as: "full" } }]);
    equal((await opened(her)).draft.periodsDone, true);
    equal(await status(her, "experience"), "in-progress");
  });

  it("keeps of a title a wrong day of award, a level in words, and a country not chosen; the title is then not complete", async () => {
    const kind = { item: 1, kind: "rncp", country: "BE", level: 6, attestation: { level: 6 }, awardedOn: "2016-06-01" };
    const her = await somebody({ ...DECLARED_IN_FULL, titles: [kind] });
    equal(await status(her, "titles"), "done");
    const wrong = { choice: "kind:rncp", measure: "6", country: "BE", level: "", years: "trois" };
    match(
      (await her.fillFaulty(her.at("titre/1"), { ...wrong, ...date("awarded", "31", "6", "2016") })).text,
      /error-summary/,
    );
    const page = (await her.open(her.at("titre/1"))).text;
    deepEqual(
      ["awarded-day", "awarded-month", "years"].map((name) => valueOf(page, name)),
      ["31", "6", "trois"],
    );
    const { awardedOn, attestation, ...rest } = (await opened(her)).draft.titles[0]!;
    deepEqual(
      [awardedOn, attestation, rest],
      [undefined, undefined, { item: 1, kind: "rncp", country: "BE", level: 6 }],
    );
    equal(await status(her, "titles"), "in-progress");
    equal((await her.fill(her.at("titre/1/retirer"), { remove: "yes" })).status, 303);
    equal((await opened(her)).draft.typed, undefined);
  });

  it("counts a year as filled, says what is certain of it, and shows it as it was typed", async () => {
    const her = await somebody();
    const title = (await opened(her)).draft.titles[0]!;
    const typed = { choice: `title:${title.title}`, ...date("awarded", "", "", "2016") };
    equal((await her.fill(her.at(`titre/${title.item}`), typed)).status, 303);
    equal(await status(her, "titles"), "done");
    const period = { ...NOTHING, ...date("from", "", "", "2019"), ...date("to", "", "", "2020") };
    const whole = { ...period, share: "full", field: "social-intervention" };
    equal((await her.fill(her.at("periode/2"), whole)).status, 303);
    equal(await status(her, "experience"), "done");
    const experience = plain((await her.open(her.at("experience"))).text);
    match(experience, /De 2019 à 2020/);
    match(experience, /nous comptons au moins ce qui est sûr/);
    const review = plain((await her.open(her.at("deposer"))).text);
    match(review, /Peut-être : une date change tout|Vous n’avez pas donné tous les jours/);
    match(review, /Date d’obtention 2016 .*De 2019 à 2020/);
    ok(!/31 décembre 20|1er janvier 20(?:16|19|20)/.test(review));
  });

  it("keeps of a further title and period what was typed, on a page of their own, and adds them once", async () => {
    const her = await somebody({ ...DECLARED_IN_FULL, next: 9 });
    const title = { choice: "title:DEIS", ...date("awarded", "31", "6", "2016"), _then: "add" };
    const sent = await her.fill(her.at("titres"), title);
    equal(sent.location, her.at("titre/9"));
    const page = (await her.open(her.at("titre/9"))).text;
    ok(errors(page));
    deepEqual([valueOf(page, "awarded-day"), valueOf(page, "awarded-month")], ["31", "6"]);
    deepEqual((await opened(her)).draft.titles.at(-1), { item: 9, title: "DEIS" });
    equal((await her.fill(her.at("titre/9"), { ...title, ...date("awarded", "30", "6", "2016") })).status, 303);
    equal((await opened(her)).draft.typed, undefined);
    const period = { ...NOTHING, ...date("from", "1", "", "2019") };
    equal((await her.fill(her.at("experience"), period)).location, her.at("periode/10"));
    equal(valueOf((await her.open(her.at("periode/10"))).text, "from-day"), "1");
    equal(await status(her, "experience"), "in-progress");
  });

  it("finds hours again that were kept half typed under the names of before", async () => {
    const deis = { item: 1, title: "DEIS", awardedOn: "2012-12-01", startedOn: null };
    const never = LAWS.diplomas[0]!.data.grants!.never;
    const units = LAWS.diplomas[0]!.data.domains.flatMap((one) => one.units).filter(
      ({ unit }) => !never.includes(unit),
    );
    const hours = Object.fromEntries(units.map(({ unit }, at) => [unit, at === 1 ? "vingt" : ""]));
    const typed = { allegement: { has: "yes", protocol: "P-2026-4", hours } };
    const her = await somebody({ ...DECLARED_IN_FULL, titles: [deis], typed });
    const page = (await her.open(her.at("allegement"))).text;
    deepEqual(
      ["protocol", "hours-0", "hours-1"].map((name) => valueOf(page, name)),
      ["P-2026-4", "", "vingt"],
    );
    ok(errors(page));
  });

  it("keeps who employs and how far a request for funding is, and of a day that is none only that it is asked again", async () => {
    const her = await somebody({
      ...DECLARED_IN_FULL,
      plan: { track: "deis", funding: [{ source: "employer-plan" }] },
    });
    const said = { employer: "Association des Trois Ponts", "state-employer-plan": "granted" };
    const path = her.at("demandes");
    match(
      (await her.fillFaulty(path, { ...said, ...date("on-employer-plan", "30", "2", "2026") })).text,
      /error-summary/,
    );
    const again = (await her.open(path)).text;
    deepEqual(
      ["employer", "on-employer-plan-day"].map((name) => valueOf(again, name)),
      [said.employer, "30"],
    );
    equal(await status(her, "plan"), "in-progress");
    match(
      (await her.fillFaulty(path, { ...said, ...date("on-employer-plan", "3", "3", "2027") })).text,
      /error-summary/,
    );
    equal((await her.fill(path, { ...said, ...date("on-employer-plan", "3", "3", "2026") })).status, 303);
    equal(await status(her, "plan"), "done");
    for (const page of ["resultat", "deposer"])
      match(
        plain((await her.open(her.at(page))).text),
        /Demande accordée \(3 mars 2026\).*Association des Trois Ponts/s,
      );
    const result = plain((await her.open(her.at("resultat"))).text);
    match(result, /Avec ce que dit votre dossier, il vous reste 700 h de théorie/);
    ok(!/resterait/.test(result));
    match(plain((await her.open(her.at("financement"))).text), /Qui paie la formation/);
    // Nothing of it is compulsory.
    equal(
      (await her.fill(path, { employer: "", "state-employer-plan": "", ...date("on-employer-plan", "", "", "") }))
        .status,
      303,
    );
    equal(await status(her, "plan"), "done");
  });

  it("keeps of domains held and hours granted whatever was typed, and counts only what is whole", async () => {
    const deis = { item: 1, title: "DEIS", awardedOn: "2012-12-01", startedOn: null };
    const her = await somebody({ ...DECLARED_IN_FULL, titles: [deis] });
    const path = her.at("acquis");
    // Looked at and left as it was, it is not begun.
    equal((await her.fill(path, {})).status, 422);
    equal((await opened(her)).draft.typed, undefined);
    const { domains, held: ways } = LAWS.diplomas[0]!.data;
    const by = ways[0]!.by;
    const said = { "held-0": by, ...date("on-0", "27", "6", "2019"), "held-1": by, ...date("on-1", "31", "6", "2020") };
    const sent = await her.fillFaulty(path, said);
    match(plain(sent.text), /Ce que vous avez écrit est enregistré/);
    const again = (await her.open(path)).text;
    deepEqual(
      ["on-0-year", "on-1-day"].map((name) => valueOf(again, name)),
      ["2019", "31"],
    );
    ok(errors(again));
    deepEqual((await opened(her)).draft.plan?.held, [{ domain: domains[0]!.domain, by, validatedOn: "2019-06-27" }]);
    equal(await status(her, "plan"), "in-progress");
    const none = Object.fromEntries(domains.map((_, at) => [`held-${at}`, "no"]));
    equal((await her.fill(path, { ...said, ...none })).status, 303);
    equal((await opened(her)).draft.typed, undefined);
    equal(await status(her, "plan"), "done");
    // Hours: a number that is none beside one that is, then a protocol without a name.
    const hours = her.at("allegement");
    const half = { has: "yes", protocol: "P-2026-4", "hours-0": "dix", "hours-1": "20" };
    match((await her.fillFaulty(hours, half)).text, /error-summary/);
    const typed = (await her.open(hours)).text;
    deepEqual(
      ["protocol", "hours-0", "hours-1"].map((name) => valueOf(typed, name)),
      ["P-2026-4", "dix", "20"],
    );
    deepEqual(
      (await opened(her)).draft.plan?.grants?.map(({ hours: granted }) => granted),
      [20],
    );
    match(plain((await her.open(her.at("resultat"))).text), /à compléter/);
    match((await her.fillFaulty(hours, { ...half, protocol: "" })).text, /error-summary/);
    deepEqual((await opened(her)).draft.plan?.grants, []);
    equal(await status(her, "plan"), "in-progress");
    // Not asked any more once the title that allows it is gone: it holds nothing back.
    equal((await her.fill(her.at("titre/1/retirer"), { remove: "yes" })).status, 303);
    equal(await status(her, "plan"), "done");
  });

  it("is kept by the script as by the button, and not over what another tab kept since", async () => {
    const her = await somebody();
    const byScript = async (shown: string, path: string, fields: Record<string, string>) => {
      const answer = await app.inject({
        method: "POST",
        url: `/faire-ess${path}`,
        cookies: Object.fromEntries(her.cookies),
        headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
        payload: bodyOf({ ...hiddenOf(shown), ...fields }),
      });
      return { status: answer.statusCode, ...answer.json<{ version?: string; stale?: boolean }>() };
    };
    const path = her.at("periode/2");
    const [one, other] = [await her.open(path), await her.open(path)];
    const first = await byScript(one.text, path, { ...NOTHING, ...date("from", "3", "", "") });
    equal(first.status, 200);
    equal(valueOf((await her.open(path)).text, "from-day"), "3");
    const more = { ...NOTHING, ...date("from", "3", "9", ""), _seen: first.version! };
    equal((await byScript(one.text, path, more)).status, 200);
    const overtaken = await byScript(other.text, path, { ...NOTHING, ...date("from", "4", "", "") });
    deepEqual([overtaken.status, overtaken.stale], [409, true]);
    match(plain((await her.sendFrom(other, path, { ...NOTHING, ...date("from", "4", "", "") })).text), /3 9/);
    // The words on a number of pages, which are kept in the same way.
    const piece = her.at("piece/personal-text");
    const shown = await her.open(piece);
    equal((await byScript(shown.text, piece, { explanation: "Deux parcours" })).status, 200);
    equal((await byScript(shown.text, piece, { explanation: "Autre chose" })).stale, true);
    const both = await her.sendFrom(shown, piece, { explanation: "Autre chose" });
    equal(both.status, 422);
    match(plain(both.text), /« Deux parcours ».*Autre chose/s);
  });
});
