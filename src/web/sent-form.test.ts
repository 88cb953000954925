import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { withSchool } from "../db/school.ts";
import { html } from "../kit/html.ts";
import { MOST_BYTES } from "../kit/file-problem.ts";
import { pdf } from "../test/sent-files.ts";
import { testWorldOf } from "../test/server.ts";
import { signedIn } from "../test/signed-in.ts";
import type { World } from "../act/world.ts";
import { fileField, form } from "../page/form.ts";
import type { Form, Page } from "../page/page.ts";
import { buildServer } from "./server.ts";

const paper = (comment: string) => pdf({ comment });
type Part = { readonly name: string; readonly file?: string; readonly value: string | Buffer };

describe("a form that brings files", () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let hers: string;
  let sent: Form | undefined;

  const page: Page = {
    name: "test-files",
    path: "/essai",
    who: "apply",
    takesFiles: true,
    view: (visit) => ({
      html: form(visit, fileField({ name: "cv", label: "CV", errors: [], lang: "fr", many: true }), { files: true }),
    }),
    submit: (_visit, given) => {
      sent = given;
      return { html: html`<p>Reçu</p>` };
    },
  };
  const { takesFiles: _, ...bare } = page;
  const plain: Page = { ...bare, name: "test-plain", path: "/sans" };

  before(async () => {
    ({ world, close } = await testWorldOf());
    app = await buildServer(world, { perMinute: 1_000_000, pages: [page, plain] });
    hers = (await signedIn(world, "claire@exemple.fr", "faire-ess")).cookie;
  });
  after(async () => {
    await app.close();
    await close();
  });

  const token = "x".repeat(32);
  const csrf: Part = { name: "_csrf", value: token };
  const cookie = () => `${hers}; livret_form=${token}`;

  async function post(
    parts: readonly Part[],
    more: { cookie?: string; path?: string; boundary?: string; headers?: Record<string, string> } = {},
  ) {
    sent = undefined;
    const body = Buffer.concat([
      ...parts.flatMap(({ name, file, value }) => [
        Buffer.from(
          `--b\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? "" : `; filename="${file}"\r\ncontent-type: application/pdf`}\r\n\r\n`,
        ),
        Buffer.from(value),
        Buffer.from("\r\n"),
      ]),
      Buffer.from("--b--\r\n"),
    ]);
    const { statusCode, body: text } = await app.inject({
      method: "POST",
      url: `/faire-ess${more.path ?? "/essai"}`,
      headers: {
        cookie: more.cookie ?? cookie(),
        "content-type": `multipart/form-data; boundary=${more.boundary ?? "b"}`,
        ...more.headers,
      },
      payload: body,
    });
    return { status: statusCode, text };
  }
  const uploads = () =>
    withSchool(world.db, "faire-ess", (tx) => tx.selectFrom("upload").select("id").orderBy("id").execute());

  it("gives the page each file and every field", async () => {
    const shown = await app.inject({ url: "/faire-ess/essai", headers: { cookie: hers } });
    assert.match(shown.body, /<form [^>]*enctype="multipart\/form-data"[^>]*>\s*<input type="hidden" name="_csrf"/);
    const { status } = await post([
      csrf,
      { name: "kind", value: "cv" },
      { name: "cv", file: "un.pdf", value: paper("1") },
      { name: "cv", file: "deux.pdf", value: paper("2") },
      { name: "after", value: "é" },
    ]);
    assert.equal(status, 200);
    assert.deepEqual([sent!.get("kind"), sent!.get("after")], ["cv", "é"]);
    assert.deepEqual(
      sent!.files.map((file) => [file.field, file.name, "upload" in file]),
      [
        ["cv", "un.pdf", true],
        ["cv", "deux.pdf", true],
      ],
    );
  });

  it("loses neither the other files nor the fields when one fails", async () => {
    await post([
      csrf,
      { name: "cv", file: "gros.pdf", value: Buffer.concat([pdf(), Buffer.alloc(MOST_BYTES)]) },
      { name: "cv", file: "page.html", value: "<script>" },
      { name: "cv", file: "bon.pdf", value: paper("3") },
      { name: "after", value: "1" },
    ]);
    assert.deepEqual(
      sent!.files.map((file) => ("problem" in file ? file.problem : "taken")),
      ["too-big", "unknown-type", "taken"],
    );
    assert.equal(sent!.get("after"), "1");
  });

  it("takes a field where no file was chosen for what it is", async () => {
    await post([csrf, { name: "cv", file: "", value: "" }]);
    assert.deepEqual(sent!.files, []);
  });

  it("says of the files beyond the twentieth that they were too many, and takes the twenty", async () => {
    await post([
      csrf,
      ...Array.from({ length: 25 }, (_, at) => ({ name: "cv", file: `${at}.pdf`, value: paper(String(at)) })),
    ]);
    assert.equal(sent!.files.filter((file) => "upload" in file).length, 20);
    assert.equal(sent!.files.filter((file) => "problem" in file && file.problem === "too-many").length, 5);
  });

  it("keeps nothing of a form whose token is wrong, missing, or comes after the file", async () => {
    const before = await uploads();
    const file = { name: "cv", file: "a.pdf", value: paper("x") };
    for (const parts of [[{ ...csrf, value: "y".repeat(32) }, file], [file], [file, csrf]]) {
      const { status } = await post(parts);
      assert.equal(status, 403);
      assert.equal(sent, undefined);
    }
    assert.deepEqual(await uploads(), before);
  });

  it("keeps no file of a stranger, who is asked who they are", async () => {
    const before = await uploads();
    const { status } = await post([csrf, { name: "cv", file: "a.pdf", value: pdf() }], {
      cookie: `livret_form=${token}`,
    });
    assert.equal(status, 200);
    assert.equal(sent, undefined);
    assert.deepEqual(await uploads(), before);
  });

  it("is refused by a page that takes no files", async () => {
    assert.equal((await post([csrf, { name: "a", value: "b" }], { path: "/sans" })).status, 415);
  });

  it("of ten thousand parts, of another boundary, or with a name of the language itself, is refused", async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ name: `f${at}`, value: "" }));
    assert.equal((await post([csrf, ...many])).status, 413);
    assert.equal((await post([csrf], { boundary: "c" })).status, 400);
    assert.equal((await post([csrf, { name: "__proto__", value: "1" }])).status, 400);
    assert.equal((await post([csrf, { name: "a", value: "v".repeat(70_000) }])).status, 413);
    assert.equal(sent, undefined);
  });
});
