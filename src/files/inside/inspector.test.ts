import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { deflateSync } from "node:zlib";
import { exif, pdf, photo, pngChunk, withChunk, withPart } from "../../test/sent-files.ts";
import { type FileType, fileTypeOf } from "../rules/file-type.ts";
import { type Inspector, type InspectorOptions, startInspector } from "./inspector.ts";
import type { Look } from "./seen.ts";

const MiB = 1024 * 1024;

describe("looking inside a file", () => {
  let folder: string;
  let inspector: Inspector;
  let count = 0;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "livret-look-"));
    inspector = startInspector(folder);
  });
  after(async () => {
    await inspector.close();
    rmSync(folder, { recursive: true });
  });

  async function look(bytes: Buffer, type: FileType = fileTypeOf(bytes)!, by = inspector) {
    const path = join(folder, String(++count));
    writeFileSync(path, bytes);
    const seen = await by.look({ path, type });
    const kept = "changed" in seen && seen.changed ? readFileSync(seen.changed.path) : undefined;
    return { seen, kept };
  }
  const problem = async (bytes: Buffer, type?: FileType) =>
    ((await look(bytes, type)).seen as { problem?: string }).problem;
  /** One that takes less, for files that would take everything. */
  async function looking(options: InspectorOptions, ...all: Buffer[]): Promise<Look[]> {
    const narrow = startInspector(folder, { places: 1, ...options });
    const seen: Look[] = [];
    for (const bytes of all) seen.push((await look(bytes, undefined, narrow)).seen);
    await narrow.close();
    return seen;
  }

  it("counts the pages of a PDF, and believes no count that it gives of itself", async () => {
    assert.deepEqual((await look(pdf({ pages: 9 }))).seen, { pages: 9, notices: [] });
    assert.deepEqual((await look(pdf({ pages: 2, count: 1_000_000_000 }))).seen, { pages: 2, notices: [] });
    for (const count of [1, 2, 0, -1])
      assert.deepEqual((await look(pdf({ pages: 3, count }))).seen, { pages: 3, notices: [] });
    assert.equal(await problem(pdf({ pages: 501, count: 9 })), "too-many-pages");
    const locked = (await look(pdf({ pages: 3, count: 1, owner: "secret" }))).seen;
    assert.deepEqual(locked, { pages: 3, notices: ["restricted"] });
  });

  it("says which PDF is locked, damaged, cut short, without a page or with too many", async () => {
    assert.equal(await problem(pdf({ user: "secret" })), "encrypted-pdf");
    assert.equal(await problem(Buffer.from("%PDF-1.7\nnothing of the kind")), "corrupt-pdf");
    assert.equal(await problem(pdf({ pages: 20 }).subarray(0, 900)), "corrupt-pdf");
    assert.equal(await problem(pdf({ pages: 0 })), "no-pages");
    assert.equal(await problem(pdf({ pages: 501 })), "too-many-pages");
    assert.equal(await problem(pdf({ pages: 500 })), undefined);
  });

  it("takes a PDF that only its owner may change, and says so", async () => {
    assert.deepEqual((await look(pdf({ owner: "secret" }))).seen, { pages: 1, notices: ["restricted"] });
  });

  it("takes the place and the device out of a JPEG, and leaves every point and the side that is up", async () => {
    const [plain, sent] = [photo("jpg"), withPart(photo("jpg"), 0xe1, exif(6, "43.61N 3.87E"))];
    assert.deepEqual((await look(plain)).seen, { pages: null, notices: [] });
    const { seen, kept } = await look(withPart(sent, 0xfe, Buffer.from("a comment")));
    assert.deepEqual((seen as { notices: unknown }).notices, ["place-removed"]);
    assert.ok(!kept!.includes("43.61N") && !kept!.includes("a comment"));
    const exifAt = kept!.indexOf("Exif\0\0");
    assert.equal(kept!.readUInt16BE(exifAt + 6 + 18), 6);
    const points = plain.subarray(plain.indexOf(Buffer.from([0xff, 0xdb])));
    assert.ok(kept!.subarray(-points.length).equals(points));
  });

  it("takes texts and days out of a PNG, and leaves every point", async () => {
    const bare = (await look(photo("png"))).kept!;
    const { kept } = await look(withChunk(photo("png"), "eXIf", Buffer.from("43.61N")));
    assert.deepEqual(kept, bare);
    assert.deepEqual((await look(bare)).seen, { pages: null, notices: [] });
  });

  it("cuts off what follows the end of a photo: an archive, a page, another photo", async () => {
    for (const type of ["jpg", "png"] as const) {
      const { kept } = await look(Buffer.concat([photo(type), Buffer.from("PK\x03\x04<script>")]));
      assert.ok(!kept!.includes("<script>"));
    }
  });

  it("makes a JPEG of a HEIC photo", async () => {
    const { seen, kept } = await look(photo("heic"));
    assert.deepEqual((seen as { notices: unknown }).notices, ["converted"]);
    assert.equal(fileTypeOf(kept!), "jpeg");
    const frame = kept!.indexOf(Buffer.from([0xff, 0xc0]));
    assert.deepEqual([kept!.readUInt16BE(frame + 7), kept!.readUInt16BE(frame + 5)], [64, 48]);
  });

  it("says which photo is damaged, cut short or immense", async () => {
    const [jpg, png, heic] = [photo("jpg"), photo("png"), photo("heic")];
    for (const half of [jpg.subarray(0, 300), png.subarray(0, 200), heic.subarray(0, 420)])
      assert.equal(await problem(half), "corrupt-photo");
    const spoiled = Buffer.from(png);
    spoiled.writeUInt8(spoiled[60]! ^ 1, 60);
    assert.equal(await problem(spoiled), "corrupt-photo");
    const wide = Buffer.from(jpg);
    wide.writeUInt16BE(65_535, wide.indexOf(Buffer.from([0xff, 0xc0])) + 7);
    assert.equal(await problem(wide), "immense-photo");
    const size = Buffer.alloc(13);
    size.writeUInt32BE(20_000, 0);
    size.writeUInt32BE(20_000, 4);
    assert.equal(await problem(Buffer.concat([png.subarray(0, 8), pngChunk("IHDR", size)])), "immense-photo");
    const vast = Buffer.from(heic);
    vast.writeUInt32BE(50_000, vast.indexOf("ispe") + 8);
    assert.equal(await problem(vast), "immense-photo");
  });

  it("ends what takes too much memory or too long, and looks at the next file all the same", async () => {
    // 300 MB of objects in 300 kB.
    const packed = deflateSync(Buffer.alloc(300 * 1024 * 1024, "1 0 obj "));
    const bomb = Buffer.concat([
      Buffer.from(
        `%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1000000 /First 10 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
      ),
      packed,
      Buffer.from(
        "\nendstream\nendobj\n2 0 obj\n<< /Type /XRef /Size 4 /W [1 2 1] /Root 3 0 R /Length 16 >>\nstream\n\0\0\0\0\x01\0\x09\0\x01\0\0\0\x02\0\x01\0\nendstream\nendobj\ntrailer\n<< /Root 3 0 R >>\n%%EOF",
        "latin1",
      ),
    ]);
    const [first, second] = await looking({ memory: 150 * 1024 * 1024 }, bomb, pdf());
    assert.ok("problem" in first!, JSON.stringify(first));
    assert.deepEqual(second, { pages: 1, notices: [] });
    const [slow] = await looking({ timeoutMs: 0 }, pdf());
    assert.deepEqual(slow, { problem: "unreadable" });
  });

  /** Bytes that become `size` once unpacked, `levels` times over. */
  const bomb = (size: number, levels = 1): Buffer => {
    let packed = deflateSync(Buffer.alloc(size), { level: 9 });
    for (let level = 1; level < levels; level++) packed = deflateSync(packed);
    return packed;
  };
  /** A PDF of one page and what it draws; the table of its objects is left out, and every reader makes its own. */
  const drawing = (entries: string, data: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(
        `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n4 0 obj\n<< ${entries} /Length ${data.length} >>\nstream\n`,
      ),
      data,
      Buffer.from("\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n"),
    ]);

  it("refuses a PDF of a few kB that becomes immense, however it is packed", async () => {
    const vast = bomb(512 * MiB);
    const twice = deflateSync(vast);
    const [flate, hex] = ["/Filter /FlateDecode", Buffer.from(`${twice.toString("hex")}>`)];
    const runs = Buffer.alloc(14 * MiB, Buffer.from([129, 32]));
    const bombs: readonly (readonly [string, string, Buffer])[] = [
      ["deflated", flate, vast],
      ["deflated twice", "/Filter [/FlateDecode /FlateDecode]", twice],
      ["deflated twice, as nobody says", flate, twice],
      ["written in hexadecimal", "/Filter [/ASCIIHexDecode /FlateDecode /FlateDecode]", hex],
      ["its way under another name", "/Filter /#46lateDecode", vast],
      ["its way said elsewhere", "/Filter 9 0 R", hex],
      ["five times over", "/Filter [/Fl /Fl /Fl /Fl /Fl]", bomb(5_000, 5)],
      ["in runs", "/Filter /RunLengthDecode", runs],
      ["in runs, deflated", "/Filter [/FlateDecode /RunLengthDecode]", deflateSync(runs)],
      [
        "a picture of 60 000 × 60 000",
        "/Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /Filter /DCTDecode",
        photo("jpg"),
      ],
    ];
    for (const [what, entries, data] of bombs) assert.equal(await problem(drawing(entries, data)), "immense-pdf", what);
    const frame = Buffer.from(photo("jpg"));
    const at = frame.indexOf(Buffer.from([0xff, 0xc0]));
    frame.writeUInt16BE(60_000, at + 5);
    frame.writeUInt16BE(60_000, at + 7);
    assert.equal(await problem(drawing("/Width 64 /Height 48 /Filter /DCTDecode", frame)), "immense-pdf");
    assert.ok(drawing(flate, twice).length < 10_000, "which is to be small");
  });

  it("refuses one that is locked, of which only the reader can tell, within the reader’s bounds", async () => {
    const drawn = bomb(512 * MiB);
    assert.equal(await problem(pdf({ owner: "secret", drawn })), "unreadable");
    const little = deflateSync(Buffer.from("q Q"));
    assert.deepEqual((await look(pdf({ owner: "secret", drawn: little, pages: 3 }))).seen, {
      pages: 3,
      notices: ["restricted"],
    });
  });

  it("takes a PDF whose parts become large, each within measure", async () => {
    for (const [entries, data] of [
      ["/Filter /FlateDecode", bomb(200 * MiB)],
      ["/Filter [/FlateDecode /FlateDecode]", bomb(5 * MiB, 2)],
      ["/Filter /FlateDecode", Buffer.from("not deflated at all")],
      ["", Buffer.from("q 1 0 0 1 0 0 cm Q ".repeat(1_000))],
      ["/Subtype /Image /Width 9921 /Height 14031 /BitsPerComponent 1 /Filter /CCITTFaxDecode", Buffer.alloc(10)],
    ] as const)
      assert.deepEqual((await look(drawing(entries, data))).seen, { pages: 1, notices: [] }, entries);
  });

  it("refuses a photo that is small and becomes immense: by its points, its bits or the meaning of its colours", async () => {
    const png = (width: number, height: number, depth: number, colours: number, ...more: Buffer[]): Buffer => {
      const head = Buffer.alloc(13);
      head.writeUInt32BE(width, 0);
      head.writeUInt32BE(height, 4);
      head.set([depth, colours], 8);
      const points = pngChunk("IDAT", bomb(16 * MiB));
      return Buffer.concat([
        Buffer.from("89504e470d0a1a0a", "hex"),
        pngChunk("IHDR", head),
        ...more,
        points,
        pngChunk("IEND", Buffer.alloc(0)),
      ]);
    };
    assert.equal(await problem(png(60_000, 60_000, 8, 2)), "immense-photo");
    assert.equal(await problem(png(9_999, 9_999, 16, 6)), "immense-photo");
    const colours = pngChunk("iCCP", Buffer.concat([Buffer.from("a\0\0", "latin1"), bomb(64 * MiB)]));
    assert.equal(await problem(png(100, 100, 8, 2, colours)), "immense-photo");
    assert.equal(await problem(png(100, 100, 8, 2)), undefined);
  });

  it("takes one file of each sender in turn, however many somebody sent before", async () => {
    const narrow = startInspector(folder, { places: 1 });
    const path = join(folder, "fair.pdf");
    writeFileSync(path, pdf());
    const order: string[] = [];
    const send = async (by: string, name: string) => {
      await narrow.look({ path, type: "pdf", by });
      order.push(name);
    };
    await Promise.all([send("a", "a1"), send("a", "a2"), send("a", "a3"), send("b", "b1"), send("c", "c1")]);
    await narrow.close();
    assert.deepEqual(order, ["a1", "a2", "b1", "c1", "a3"]);
  });

  it("takes a photo with however many tables to write its points with", async () => {
    const one = Buffer.from([1, 1, ...Array.from({ length: 15 }, () => 0), 0, 0]).subarray(0, 18);
    const part = Buffer.alloc(3_600 * one.length, one);
    const tables = Array.from({ length: 70 }).reduce<Buffer>((photos) => withPart(photos, 0xc4, part), photo("jpg"));
    assert.equal(await problem(tables), undefined);
  });

  it("says of a photo with fewer points than it announces that it is damaged", async () => {
    const [jpg, png] = [photo("jpg"), photo("png")];
    const tall = Buffer.from(jpg);
    const frame = tall.indexOf(Buffer.from([0xff, 0xc0]));
    for (const side of [9_999, 400]) {
      tall.writeUInt16BE(side, frame + 5);
      tall.writeUInt16BE(side, frame + 7);
      assert.equal(await problem(tall), "corrupt-photo", `${side} × ${side}`);
    }
    for (const [width, height] of [
      [9_999, 9_999],
      [64, 49],
    ] as const) {
      const size = Buffer.from(png.subarray(16, 29));
      size.writeUInt32BE(width, 0);
      size.writeUInt32BE(height, 4);
      const other = Buffer.concat([png.subarray(0, 8), pngChunk("IHDR", size), png.subarray(33)]);
      assert.equal(await problem(other), "corrupt-photo", `${width} × ${height}`);
    }
  });

  it("takes a PDF that does something when it is opened, and says so", async () => {
    const catalog = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>";
    assert.deepEqual((await look(pdf({ catalog }))).seen, { pages: 1, notices: ["active"] });
    const link = "/OpenAction << /S /Launch /F (cmd.exe) >>";
    assert.deepEqual((await look(pdf({ catalog: link }))).seen, { pages: 1, notices: ["active"] });
    // Most programs write where the first page is to be shown: that does nothing.
    assert.deepEqual((await look(pdf({ catalog: "/OpenAction [3 0 R /FitH null]" }))).seen, { pages: 1, notices: [] });
  });

  it("is nothing that reaches the rest of the machine", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "livret-else-"));
    const path = join(elsewhere, "a.pdf");
    writeFileSync(path, pdf());
    await assert.rejects(inspector.look({ path, type: "pdf" }), /ERR_ACCESS_DENIED/);
    rmSync(elsewhere, { recursive: true });
  });
});
