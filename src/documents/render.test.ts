import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { extractText, getDocumentProxy } from "unpdf";
import { type Renderer, RenderError, startRenderer } from "./render.ts";

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "livret-render-"));
});
after(() => rmSync(folder, { recursive: true }));

const HEAD =
  '#import "house.typ": families\n#let d = json("data.json")\n#set document(title: "A test", date: auto)\n#set text(font: families, fallback: false, lang: "en")\n';

function template(name: string, body: string): string {
  const path = join(folder, `${name}.typ`);
  writeFileSync(path, HEAD + body);
  return path;
}

/** A renderer for one test, always closed. */
async function withRenderer<T>(use: (renderer: Renderer) => Promise<T>, options = {}): Promise<T> {
  const renderer = startRenderer(options);
  try {
    return await use(renderer);
  } finally {
    await renderer.close();
  }
}

async function textOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text;
}

const letter = (text: string) => ({ date: "2026-11-25", text });
const fault = (name: string) => (error: unknown) => error instanceof RenderError && error.fault === name;

describe("the renderer", () => {
  it("starts no process before the first document", async () => {
    await withRenderer(async (renderer) => assert.equal(renderer.pid(), undefined));
  });

  it("gives the same bytes for the same data, from another process and on another day", async () => {
    const path = template("same", "#d.text");
    const print = () => withRenderer((renderer) => renderer.render(path, letter("Bonjour")));
    const [first, second] = [await print(), await print()];
    assert.ok(first.equals(second));
    assert.match(first.toString("latin1"), /\(D:20261125120000/);
    const other = await withRenderer((renderer) => renderer.render(path, { ...letter("Bonjour"), date: "2026-11-26" }));
    assert.ok(!first.equals(other));
  });

  it("prints each of many documents asked for at once with its own data", async () => {
    const path = template("many", "#d.text");
    await withRenderer(async (renderer) => {
      const names = Array.from({ length: 20 }, (_, at) => `letter-${at}-`);
      const printed = await Promise.all(names.map((name) => renderer.render(path, letter(name))));
      for (const [at, pdf] of printed.entries()) assert.match(await textOf(pdf), new RegExp(names[at]!));
    });
  });

  it("refuses one more than may wait, and prints those it took", async () => {
    const path = template("full", "#d.text");
    await withRenderer(
      async (renderer) => {
        const taken = [renderer.render(path, letter("a")), renderer.render(path, letter("b"))];
        await assert.rejects(renderer.render(path, letter("c")), fault("busy"));
        assert.equal((await Promise.all(taken)).length, 2);
      },
      { waiting: 1 },
    );
  });

  it("serves whoever asks in turn, and a queue that one place fills has room for the next", async () => {
    const path = template("turns", "#d.text");
    await withRenderer(
      async (renderer) => {
        const served: string[] = [];
        const ask = (place: string, text: string) =>
          renderer.render(path, letter(text), place).then(() => void served.push(text));
        const many = [1, 2, 3, 4].map((at) => ask("many", `many ${at}`));
        const dropped = assert.rejects(many.at(-1)!, fault("busy"));
        await Promise.all([ask("one", "one"), ...many.slice(0, -1), dropped]);
        assert.deepEqual(served, ["many 1", "many 2", "one", "many 3"]);
      },
      { waiting: 3 },
    );
  });

  it("survives the kill of its process, the document under way included", async () => {
    const path = template("killed", "#d.text");
    await withRenderer(async (renderer) => {
      const under = renderer.render(path, letter("under way"));
      const first = renderer.pid()!;
      process.kill(first, "SIGKILL");
      assert.match(await textOf(await under), /under way/);
      assert.notEqual(renderer.pid(), first);
      process.kill(renderer.pid()!, "SIGKILL");
      assert.match(await textOf(await renderer.render(path, letter("the next"))), /the next/);
    });
  });

  it("replaces its process after so many documents", async () => {
    const path = template("recycled", "#d.text");
    await withRenderer(
      async (renderer) => {
        const processes = new Set<number | undefined>();
        for (let at = 0; at < 4; at++) {
          const printing = renderer.render(path, letter(String(at)));
          processes.add(renderer.pid());
          await printing;
        }
        assert.equal(processes.size, 2);
      },
      { documents: 2 },
    );
  });

  it("replaces its process above a bound of memory", async () => {
    const path = template("heavy", "#d.text");
    await withRenderer(
      async (renderer) => {
        await renderer.render(path, letter("a"));
        assert.equal(renderer.pid(), undefined);
      },
      { memory: 1 },
    );
  });

  it("gives up on a document that takes too long, and on the process that holds it", async () => {
    const slow = template("slow", "#for i in range(100000) { for j in range(100000) { let x = i + j } }");
    await withRenderer(
      async (renderer) => {
        await assert.rejects(renderer.render(slow, letter("")), fault("timeout"));
        assert.equal(renderer.pid(), undefined);
      },
      { timeoutMs: 500 },
    );
  });

  it("ends what it accepted when it is closed, then refuses", async () => {
    const path = template("closing", "#d.text");
    const renderer = startRenderer();
    const printing = [renderer.render(path, letter("a")), renderer.render(path, letter("b"))];
    const closed = renderer.close();
    await assert.rejects(renderer.render(path, letter("c")), fault("closed"));
    assert.equal((await Promise.all(printing)).length, 2);
    await closed;
    assert.equal(renderer.pid(), undefined);
  });
});

describe("what a template may not do", () => {
  const refusals: readonly (readonly [string, string, RegExp])[] = [
    ["read outside its folder", '#read("/../../../etc/hostname")', /failed to load file/],
    ["read an absolute path of the machine", '#read("/etc/hostname")', /not found/],
    ["fetch a package", '#import "@preview/example:0.1.0"', /failed to download package/],
    ["leave a picture without words", "#figure(rect())", /alt/i],
    ["skip a level of heading", "= One\n=== Three", /heading/],
    ["ask for a fact that is not there", "#d.nothing.more", /dictionary does not contain key/],
  ];
  for (const [what, body, message] of refusals) {
    it(`${what}, and the error says where`, async () => {
      const path = template("refused", body);
      await withRenderer((renderer) =>
        assert.rejects(
          renderer.render(path, letter("")),
          (error: Error) =>
            fault("refused")(error) && /refused\.typ/.test(error.message) && message.test(error.message),
        ),
      );
    });
  }

  it("use a font of the machine: only those of the project are there", async () => {
    const path = template("machine", '#set text(font: "DejaVu Sans", fallback: true)\nabc \u{1f600}');
    const printed = withRenderer((renderer) => renderer.render(path, letter("")));
    // That font has the face, and so would print it where the machine has the font; none of ours does.
    await assert.rejects(printed, fault("refused"));
  });

  for (const body of ["#panic(d.text)", "#int(d.text)", "#datetime(d.text)", "#read(d.text)", "#d.at(d.text)"]) {
    it(`put a person's words into an error (${body})`, async () => {
      const path = template("secret", body);
      await withRenderer((renderer) =>
        assert.rejects(
          renderer.render(path, letter("Zébulon")),
          (error: Error) => fault("refused")(error) && !error.message.includes("Zébulon"),
        ),
      );
    });
  }
});

describe("a hostile text", () => {
  const path = () => template("hostile", "#d.text");
  const prints = async (text: string) =>
    textOf(await withRenderer((renderer) => renderer.render(path(), letter(text))));
  const asIs = [
    '#import "@preview/x:1.0.0"',
    "$ x^2 $ \\ * _ ` ~ @label <label> // no",
    "#panic(1) [ ] { }",
    "</script><b>",
    "Ἀθῆναι Москва",
    "çœ « æ » ’",
  ];
  for (const text of asIs) {
    it(`comes out as it is: ${text}`, async () => assert.ok((await prints(text)).includes(text), await prints(text)));
  }

  const spelt = [
    ["what no font has", "中文 \u{1f600}", "[U+4E2D][U+6587] [U+1F600]"],
    ["what would turn the line around", "a\u202eb", "a[U+202E]b"],
    ["controls", "a\u0001b\u009fc", "a[U+0001]b[U+009F]c"],
    ["half a character", "a\ud800b", "a[U+D800]b"],
    ["private use and what is no character", "a\ue000b\ufffec", "a[U+E000]b[U+FFFE]c"],
    ["a backslash before what looks like an escape", "a\\u0001b", "a\\u0001b"],
  ] as const;
  for (const [what, text, printed] of spelt) {
    it(`is spelt out where it is ${what}`, async () =>
      assert.ok((await prints(text)).includes(printed), await prints(text)));
  }

  it("comes without the mark that begins a file, wherever it was copied to", async () => {
    assert.ok((await prints("\ufeffune\ufeff phrase")).includes("une phrase"));
  });

  it("keeps the letters of scripts that run from right to left", async () => {
    const text = await prints("שלום مرحبا");
    for (const letter of "שלום") assert.ok(text.includes(letter), text);
  });
});
