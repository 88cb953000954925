/** What candidates and the finance office do on pages: sections saved, dossiers handed in, files sent, payments noted, copies asked for. */
import { randomUUID } from "node:crypto";
import { withSchool } from "../../db/school.ts";
import type { World } from "../../act/world.ts";
import { owes } from "../charging.ts";
import { aDossier, anIntake, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS } from "../dossiers.ts";
import { giveRoles, type Invented, makeAccount, openedSession } from "../people.ts";
import { pdf } from "../sent-files.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { Browser } from "./browser.ts";
import { Lost } from "./call.ts";
import { type Lane, type Scenario, sleep } from "./scenario.ts";

const PEOPLE = 4;
const PATIENCE_MS = 150_000;

type Prepared = { readonly person: Invented; readonly browser: Browser; readonly dossier: string };

async function signedIn(world: World, name: string): Promise<{ person: Invented; browser: Browser }> {
  const person = await makeAccount(world, { name, address: `${name}-${randomUUID().slice(0, 8)}@exemple.fr` });
  const token = await openedSession(world, person);
  return { person, browser: new Browser({ [SESSION_COOKIE]: token }) };
}

async function candidates(world: World, given: Parameters<typeof aDossier>[2]): Promise<Prepared[]> {
  await anIntake(world);
  const all: Prepared[] = [];
  for (let at = 0; at < PEOPLE; at++) {
    const signed = await signedIn(world, `candidate-${at}`);
    all.push({ ...signed, dossier: await aDossier(world, signed.person, given) });
  }
  return all;
}

/** Something that is counted up, one at a time; `now` reads what the service has. */
type Counting = {
  readonly browser: Browser;
  /** Sends the one after `count`; what it answers must be a 303, unless `sent` says otherwise. */
  readonly send: (count: number) => Promise<{ readonly status: number; readonly text: string }>;
  readonly now: () => Promise<number>;
  readonly what: string;
};

export function counting({ browser, send, now, what }: Counting): Lane & { readonly count: () => number } {
  let count = 0;
  let doubt = false;
  const once = async (): Promise<void> => {
    const { status, text } = await send(count);
    if (status !== 303) throw new Error(`${what}: ${status} ${/<h1[^>]*>([^<]*)/.exec(text)?.[1] ?? ""}`);
    count++;
  };
  return {
    count: () => count,
    step: async (origin) => {
      browser.origin = origin;
      try {
        await once();
        return 1;
      } catch (error) {
        if (error instanceof Lost) doubt = true;
        throw error;
      }
    },
    recover: async (origin) => {
      browser.origin = origin;
      const there = await now();
      const allowed = [count, ...(doubt ? [count + 1] : [])];
      if (!allowed.includes(there))
        return { faults: [`${what}: ${count} acknowledged and ${there} there`], doubts: doubt ? 1 : 0 };
      const was = doubt;
      doubt = false;
      if (there > count) count++;
      else if (was) await once();
      const after = await now();
      return {
        faults: after === count ? [] : [`${what}: sent again, ${count} acknowledged and ${after} there`],
        doubts: was ? 1 : 0,
      };
    },
  };
}

/** A section of a dossier, saved again and again. */
export function saves(school: string): Scenario {
  let lanes: (Lane & { readonly count: () => number })[] = [];
  return {
    name: "saves",
    prepare: async (world) => {
      lanes = (await candidates(world, {})).map(({ browser, dossier }) => {
        const path = `/${school}/deis/dossier/${dossier}/partie/contact`;
        const now = async () => Number(/value="(\d+) rue de l/.exec((await browser.open(path)).text)?.[1] ?? 0);
        const send = async (count: number) => {
          const fields = { ...FULL_SECTIONS.contact, street: `${count + 1} rue de l’Exemple` } as never;
          return browser.send(path, browser.fill(await browser.open(path), fields));
        };
        return counting({ browser, send, now, what: "a section" });
      });
    },
    lanes: () => lanes,
    settle: async (db) => {
      const rows = await withSchool(db, school, (tx) =>
        tx.selectFrom("dossier_section").select("version").where("section", "=", "contact").execute(),
      );
      const saved = rows.reduce((sum, { version }) => sum + version, 0);
      const told = lanes.reduce((sum, one) => sum + one.count(), 0);
      return saved === told ? [] : [`${told} saves were acknowledged and ${saved} are there`];
    },
  };
}

/** A dossier handed in, taken back, handed in again; every receipt remains. */
export function submits(school: string): Scenario {
  let lanes: (Lane & { readonly count: () => number })[] = [];
  return {
    name: "submits",
    prepare: async (world) => {
      const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
      lanes = (await candidates(world, given)).map(({ browser, dossier }) => {
        const base = `/${school}/deis/dossier/${dossier}`;
        const isDraft = async () => (await browser.open(`${base}/deposer`)).status === 200;
        // What is handed in an odd number of times is in; an even number, taken back.
        const receipts = async () =>
          new Set([...(await browser.open(base)).text.matchAll(/recepisse\/([^"/]+)/g)].map(([, number]) => number))
            .size;
        const now = async () => 2 * (await receipts()) - ((await isDraft()) ? 0 : 1);
        const send = async (count: number) => {
          if (count % 2 === 1)
            return browser.send(`${base}/reprendre`, browser.fill(await browser.open(`${base}/reprendre`), {}));
          const shown = await browser.open(`${base}/deposer`);
          return browser.send(`${base}/deposer`, browser.fill(shown, { agreed: "yes" }));
        };
        return counting({ browser, send, now, what: "a dossier" });
      });
    },
    lanes: () => lanes,
    settle: async (db) => {
      const { kept, charges } = await withSchool(db, school, async (tx) => ({
        kept: await tx.selectFrom("submission").select("number").execute(),
        charges: await tx.selectFrom("charge").select("about").execute(),
      }));
      const told = lanes.reduce((sum, one) => sum + Math.ceil(one.count() / 2), 0);
      const begun = lanes.filter((one) => one.count() > 0).length;
      return [
        ...(kept.length === told ? [] : [`${told} dossiers were handed in and ${kept.length} are there`]),
        ...(new Set(kept.map(({ number }) => number)).size === kept.length ? [] : ["one number was given twice"]),
        ...(charges.length === begun ? [] : [`${begun} were to be charged and ${charges.length} were`]),
      ];
    },
  };
}

/** Files sent one after the other, none lost and none kept twice. */
export function uploads(school: string): Scenario {
  let lanes: (Lane & { readonly count: () => number })[] = [];
  return {
    name: "uploads",
    prepare: async (world) => {
      lanes = (await candidates(world, {})).map(({ browser, dossier }) => {
        const path = `/${school}/deis/dossier/${dossier}/piece/cv`;
        // One file stands there: the next takes its place.
        const now = async () => Number(/cv-(\d+)\.pdf/.exec((await browser.open(path)).text)?.[1] ?? 0);
        const send = async (count: number) => {
          const name = `cv-${count + 1}.pdf`;
          const bytes = pdf({ pages: 1, comment: `${dossier} ${name} ${"x".repeat(20_000)}` });
          return browser.sendFile(path, await browser.open(path), "files", { name, bytes });
        };
        return counting({ browser, send, now, what: "a file" });
      });
    },
    lanes: () => lanes,
    settle: async (db) => {
      const rows = await withSchool(db, school, (tx) =>
        tx.selectFrom("stored_file").select(["about", "name"]).where("detached_at", "is", null).execute(),
      );
      const expected = lanes.filter((one) => one.count() > 0).length;
      return rows.length === expected ? [] : [`${expected} files stand and ${rows.length} are there`];
    },
  };
}

/** Payments noted by the finance office, a cent each. */
export function cash(school: string): Scenario {
  let lanes: (Lane & { readonly count: () => number })[] = [];
  return {
    name: "cash",
    prepare: async (world) => {
      const person = await makeAccount(world, { name: "finance", address: "finance@exemple.fr" });
      await giveRoles(world, person, ["finance"], school);
      lanes = [];
      for (let at = 0; at < PEOPLE; at++) {
        const token = await openedSession(world, person, ["password", "totp"]);
        const browser = new Browser({ [SESSION_COOKIE]: token });
        const { id } = await owes(world, school);
        const base = `/${school}/finances/frais/${id}`;
        const now = async () =>
          new Set([...(await browser.open(base)).text.matchAll(/R-\d{4}-\d{6}/g)].map(([number]) => number)).size;
        const today = new Date();
        const day = {
          "paidOn-day": String(today.getDate()),
          "paidOn-month": String(today.getMonth() + 1),
          "paidOn-year": String(today.getFullYear()),
        };
        const send = async () => {
          const shown = await browser.open(`${base}/paiement`);
          return browser.send(`${base}/paiement`, browser.fill(shown, { amount: "0,01", ...day, means: "cash" }));
        };
        lanes.push(counting({ browser, send, now, what: "payments" }));
      }
    },
    lanes: () => lanes,
    settle: async (db) => {
      const rows = await withSchool(db, school, (tx) =>
        tx.selectFrom("payment").select(["number", "amount"]).execute(),
      );
      const told = lanes.reduce((sum, one) => sum + one.count(), 0);
      return [
        ...(rows.length === told ? [] : [`${told} payments were acknowledged and ${rows.length} are there`]),
        ...(new Set(rows.map(({ number }) => number)).size === rows.length ? [] : ["one number was given twice"]),
      ];
    },
  };
}

/** Copies of one's data asked for: work that follows an act, and ends in one file and one mail. */
export function jobs(school: string): Scenario {
  let lanes: (Lane & { readonly count: () => number })[] = [];
  let browsers: Browser[] = [];
  const path = `/${school}/compte/donnees`;
  const asked = async (browser: Browser) =>
    [...(await browser.open(path)).text.matchAll(/<li>Copie demandée le[^<]*\((en cours|prête|terminée)\)/g)].map(
      ([, state]) => state,
    );
  return {
    name: "jobs",
    prepare: async (world) => {
      const signed = [];
      for (let at = 0; at < PEOPLE; at++) signed.push(await signedIn(world, `asker-${at}`));
      browsers = signed.map(({ browser }) => browser);
      lanes = signed.map(({ browser }) => {
        const send = async () => {
          while ((await asked(browser)).includes("en cours")) await sleep(30);
          return browser.send(path, browser.fill(await browser.open(path), {}));
        };
        return counting({ browser, send, now: async () => (await asked(browser)).length, what: "copies" });
      });
    },
    lanes: () => lanes,
    settled: async (origin) => {
      const ends = Date.now() + PATIENCE_MS;
      for (const browser of browsers) {
        browser.origin = origin;
        while ((await asked(browser)).includes("en cours")) {
          if (Date.now() > ends) return ["a copy was never made"];
          await sleep(200);
        }
      }
      return [];
    },
    settle: async (db) => {
      const { rows, mails } = await withSchool(db, school, async (tx) => ({
        rows: await tx.selectFrom("data_request_work").select(["id", "state"]).execute(),
        mails: await tx.selectFrom("mail").select("about").where("about", "like", "data-request:%").execute(),
      }));
      const told = lanes.reduce((sum, one) => sum + one.count(), 0);
      return [
        ...(rows.length === told ? [] : [`${told} copies were asked for and ${rows.length} are there`]),
        ...rows.filter(({ state }) => state !== "ready").map(({ state }) => `a copy is said to be ${state}`),
        ...(mails.length === rows.length && new Set(mails.map(({ about }) => about)).size === rows.length
          ? []
          : [`${rows.length} copies were made and ${mails.length} mails written`]),
      ];
    },
  };
}
