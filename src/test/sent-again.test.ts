/** What somebody typed and sent is never lost: every form page of the house, each time with what its form lacks. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { ROLES, WHO_MAY } from "../act/permissions.ts";
import type { World } from "../act/world.ts";
import { pages } from "../house/pages.ts";
import { ProofAsked } from "../page/acting.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import type { Page } from "../page/page.ts";
import { buildServer } from "../web/server.ts";
import { giveRoles, makeAccount, openedSession } from "./people.ts";
import { testWorldOf } from "./server.ts";

const TEXT = "Une lettre écrite longuement, avec des « guillemets » et d’autres signes & <b>.";
const TOKEN = "a".repeat(32);
const FROM_HERE = { "sec-fetch-site": "same-origin" };

const forms = pages.filter(({ submit }) => submit);
/** With letters in place of its parameters: of things that are not there. */
const addressOf = ({ path }: Page) => `/faire-ess${path.replace(":diploma", "deis").replace(/:[a-z]+/g, "x1")}`;
const takesFiles = ({ takesFiles: takes, readsFiles }: Page) => takes === true || readsFiles !== undefined;

describe("a form that was sent and cannot be taken", () => {
  let world: World;
  let close: () => Promise<void>;
  let app: FastifyInstance;
  const now = new Date("2026-11-25T20:00:00Z");
  const sessions = new Map<string, string>();
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    for (const role of [undefined, ...ROLES]) {
      const person = await makeAccount(world, { name: "Claire", address: `${role ?? "elle"}@exemple.fr` });
      if (role) await giveRoles(world, person, [role]);
      sessions.set(role ?? "account", await openedSession(world, person, ["password", "totp"]));
    }
  });
  after(async () => {
    await app.close();
    await close();
  });

  type Sending = { readonly token: boolean; readonly session: string | undefined; readonly files?: boolean };
  const send = async (page: Page, { token, session, files = false }: Sending, to = app) => {
    const fields = { texte: TEXT, _attempt: "essai", ...(token && { _csrf: TOKEN }) };
    const part = ([name, value]: readonly [string, string]) =>
      `--livret\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const file = `--livret\r\ncontent-disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n%PDF-1.4\r\n`;
    const multipart = `${Object.entries(fields).map(part).join("")}${file}--livret--\r\n`;
    return to.inject({
      method: "POST",
      url: addressOf(page),
      cookies: { ...(token && { livret_form: TOKEN }), ...(session !== undefined && { [SESSION_COOKIE]: session }) },
      headers: {
        ...FROM_HERE,
        "content-type": files ? "multipart/form-data; boundary=livret" : "application/x-www-form-urlencoded",
      },
      payload: files ? multipart : new URLSearchParams(fields).toString(),
    });
  };
  const isThere = (text: string) => text.includes("Une lettre écrite longuement") && text.includes("&amp; &lt;b&gt;.");
  /** Somebody who may open the page; `undefined` where only guests may, or whoever holds a secret. */
  const opener = ({ who }: Page): string | undefined => {
    if (who === undefined) return sessions.get("account");
    const holders: readonly string[] = WHO_MAY[who];
    return sessions.get(["account", ...ROLES].find((one) => holders.includes(one)) ?? "");
  };
  /** The pages whose answer does not have what was typed. */
  const losing = async (all: readonly Page[], sending: (page: Page) => Sending, to = app) => {
    const lost: string[] = [];
    for (const page of all) {
      const answer = await send(page, sending(page), to);
      if (!isThere(answer.body)) lost.push(`${page.name} (${answer.statusCode}): ${page.path}`);
    }
    return lost;
  };

  it("has what was typed in its answer once the session has ended, on every page that asks who one is", async () => {
    const asking = forms.filter(({ who }) => who !== undefined);
    ok(asking.length > 100);
    deepEqual(await losing(asking, () => ({ token: true, session: undefined })), []);
    const bringing = asking.filter(takesFiles);
    ok(bringing.length > 10);
    deepEqual(await losing(bringing, () => ({ token: true, session: undefined, files: true })), []);
  });

  it("has what was typed in its answer where the form’s cookie is gone, on every page", async () => {
    const open = forms.filter((page) => opener(page) !== undefined);
    ok(open.length > 100);
    deepEqual(await losing(open, (page) => ({ token: false, session: opener(page) })), []);
    const bringing = open.filter(takesFiles);
    deepEqual(await losing(bringing, (page) => ({ token: false, session: opener(page), files: true })), []);
    deepEqual(await losing(forms, () => ({ token: false, session: undefined })), []);
  });

  it("has what was typed in its answer where a fresh proof is asked, whichever page’s act asks it", async () => {
    const open = forms.filter((page) => page.who !== undefined && opener(page) !== undefined);
    const asking: Page[] = open.map((page) => ({ ...page, submit: () => Promise.reject(new ProofAsked()) }));
    ok(asking.length > 100);
    const asks = await buildServer(world, { perMinute: 1_000_000, pages: asking });
    const lost = async (all: readonly Page[], files: boolean) =>
      losing(all, (page) => ({ token: true, session: opener(page), files }), asks);
    deepEqual(await lost(asking, false), []);
    deepEqual(await lost(asking.filter(takesFiles), true), []);
    await asks.close();
  });

  it("is shown to nobody where another site sent it", async () => {
    const page = forms.find(({ name }) => name === "connexion-code")!;
    const payload = new URLSearchParams({ address: "x@exemple.fr", texte: TEXT }).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" };
    const answer = await app.inject({ method: "POST", url: addressOf(page), headers, payload });
    equal(answer.statusCode, 403);
    ok(!isThere(answer.body));
  });
});
