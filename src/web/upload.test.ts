import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Page as Tab } from "playwright-core";
import { autosaving, kept, SAID } from "../inquiry/pages/autosave.ts";
import { html } from "../kit/html.ts";
import { fileProblems } from "../files/words.ts";
import { noBrowser, testBrowser } from "../test/browser/shared-browser.ts";
import { makeAccount, openedSession } from "../test/people.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import type { World } from "../act/world.ts";
import { button, errorSummary, type FieldError, fileField, form, textArea } from "../page/form.ts";
import { layout } from "../page/layout.ts";
import type { Page, Visit } from "../page/page.ts";
import { buildServer } from "./server.ts";
import { SESSION_COOKIE } from "../page/session.ts";

const good = (name: string) => ({ name, mimeType: "application/pdf", buffer: pdf({ comment: name }) });
const bad = { name: "virus.exe", mimeType: "application/pdf", buffer: Buffer.from("MZ") };

describe("a form that brings files, in a browser", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin: string;
  let cookie: { name: string; value: string; url: string };
  let sends = 0;
  let taken = 0;

  const note = (visit: Visit) =>
    form(
      visit,
      html`${textArea({ name: "note", label: "Note", value: "", rows: 2, errors: [], lang: visit.lang })}${SAID}`,
      {
        hidden: { _seen: "1" },
        data: autosaving(visit, "Enregistrer"),
      },
    );
  const shown = (visit: Visit, errors: readonly FieldError[]) => {
    const field = fileField({ name: "files", label: "Vos fichiers", errors, lang: visit.lang, many: true });
    const main = html`${errorSummary(errors, visit.lang)}<h1>Essai</h1>${form(visit, html`${field}<div>${button("Envoyer")}</div>`, { files: true })}${errors.length > 0 && note(visit)}`;
    return {
      html: layout(visit, { title: "Essai", main, scripts: ["upload", "autosave"] }),
      status: errors.length > 0 ? 422 : 200,
    };
  };
  const page: Page = {
    name: "test-upload",
    path: "/essai",
    who: "apply",
    takesFiles: true,
    view: (visit) =>
      visit.query.recu
        ? { html: layout(visit, { title: `Reçu : ${visit.query.recu}`, main: html`` }) }
        : shown(visit, []),
    submit: (visit, sent) => {
      if (sent.get("note")) return kept(visit, "2");
      sends++;
      taken = sent.files.filter((file) => "upload" in file).length;
      const errors = sent.files.flatMap((file) =>
        "problem" in file
          ? [{ field: "files", message: `${file.name} – ${fileProblems[visit.lang][file.problem]}` }]
          : [],
      );
      return errors.length > 0
        ? shown(visit, errors)
        : { redirect: `${visit.link("/essai")}?recu=${sent.files.length}` };
    },
  };

  before(async () => {
    ({ world, close } = await testWorldOf());
    app = await buildServer(world, { perMinute: 1_000_000, pages: [page] });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const her = await makeAccount(world, { name: "Claire", address: "claire@exemple.fr" });
    cookie = { name: SESSION_COOKIE, value: await openedSession(world, her), url: origin };
  });
  after(async () => {
    await app.close();
    await close();
  });

  async function opened(script: boolean): Promise<Tab> {
    const context = await (await testBrowser()).newContext({ javaScriptEnabled: script, locale: "fr-FR" });
    await context.addCookies([cookie]);
    const tab = await context.newPage();
    await tab.goto(`${origin}/faire-ess/essai`);
    return tab;
  }
  const send = (tab: Tab) => tab.getByRole("button", { name: "Envoyer" }).click();

  /** Whatever script brought the page. */
  async function keptAsItIsWritten(tab: Tab): Promise<void> {
    await tab.getByRole("textbox", { name: "Note" }).fill("Deux pages.");
    await tab.keyboard.press("Tab");
    await tab.getByRole("status").getByText("Enregistré à").waitFor();
  }

  for (const script of [true, false]) {
    describe(script ? "with scripts" : "without", () => {
      it("says what is wrong with a file, with the words in focus, then takes others", async () => {
        const tab = await opened(script);
        await tab.getByLabel("Vos fichiers").setInputFiles([good("un.pdf"), bad]);
        await send(tab);
        await tab.getByText("virus.exe – Ce fichier n’est ni un PDF").first().waitFor();
        await tab.locator("#errors:focus").waitFor();
        if (script) await keptAsItIsWritten(tab);
        await tab.getByLabel("Vos fichiers").setInputFiles([good("un.pdf"), good("deux.pdf")]);
        await send(tab);
        await tab.getByRole("heading", { name: /Reçu\s: 2/ }).waitFor();
        await tab.context().close();
      });
    });
  }

  it("keeps the other files where the store does not take one of them", async () => {
    const refused = good("refusé.pdf");
    const folder = join(world.files!.store.scratch, "..", "faire-ess");
    mkdirSync(folder, { recursive: true });
    const shelf = join(folder, createHash("sha256").update(refused.buffer).digest("hex").slice(0, 2));
    writeFileSync(shelf, "");
    const tab = await opened(false);
    await tab.getByLabel("Vos fichiers").setInputFiles([good("avant.pdf"), refused, good("après.pdf")]);
    await send(tab);
    await tab.getByText("refusé.pdf – Notre service des fichiers n’a pas répondu").first().waitFor();
    assert.equal(taken, 2);
    rmSync(shelf);
    await tab.context().close();
  });

  it("lists what was chosen, and says before it is sent what will not be taken", async () => {
    const tab = await opened(true);
    const long = { name: "long.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(21 * 1024 * 1024) };
    await tab.getByLabel("Vos fichiers").setInputFiles([good("un.pdf"), long]);
    const lines = await tab.locator(".chosen-files li").allTextContents();
    assert.match(lines[0]!, /^un\.pdf \(1.ko\)$/);
    assert.match(lines[1]!, /^long\.pdf \(22.Mo\) dépasse 20.Mo.: il ne sera pas pris$/);
    await tab.context().close();
  });

  it("says how far it is and how long it takes, politely, and is sent once however often the button is pressed", async () => {
    const tab = await opened(true);
    const before = sends;
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    await tab.route("**/essai", async (route) => {
      if (route.request().method() === "POST") await released;
      await route.continue();
    });
    await tab.getByLabel("Vos fichiers").setInputFiles([good("un.pdf")]);
    await send(tab);
    await send(tab);
    assert.equal(await tab.getByRole("progressbar", { name: "Envoi des fichiers" }).isVisible(), true);
    assert.match((await tab.getByRole("status").textContent())!, /Envo/);
    release();
    await tab.getByRole("heading", { name: /Reçu\s: 1/ }).waitFor();
    assert.equal(sends, before + 1);
    await tab.context().close();
  });

  it("cut off says so aloud, and keeps what was chosen, to be sent again", async () => {
    const tab = await opened(true);
    await tab.getByLabel("Vos fichiers").setInputFiles([good("un.pdf")]);
    await tab.route("**/essai", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await send(tab);
    await tab.getByRole("alert").getByText("L’envoi s’est interrompu").waitFor();
    await tab.unroute("**/essai");
    await send(tab);
    await tab.getByRole("heading", { name: /Reçu\s: 1/ }).waitFor();
    await tab.context().close();
  });
});
