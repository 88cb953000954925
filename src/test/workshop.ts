/**
 * What the worlds of one process have after each other: the child that typesets, and a folder for files with the children that look
 * into them. Each child takes half a second of a processor to begin, and holds nothing up while it rests.
 */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RenderError, type Renderer, startRenderer } from "../documents/render.ts";
import { folderStore } from "../files/folder-store.ts";
import { type Inspector, InspectorFault, startInspector } from "../files/inside/inspector.ts";
import type { FileService } from "../files/service.ts";
import { textFaults, textsOf } from "./browser/language.ts";
import { englishIn } from "./one-language.ts";

const typesetter = startRenderer();

type Place = { readonly folder: string; readonly inspector: Inspector };
const free: Place[] = [];
process.once("exit", () => {
  for (const { folder } of free) rmSync(folder, { recursive: true, force: true });
});

export type Workshop = {
  readonly documents: Pick<Renderer, "render">;
  readonly files: FileService;
  /** Where its files lie. */
  readonly folder: string;
  /** Once all that was asked for is done; nothing more is taken. */
  readonly close: () => Promise<void>;
};

export function openWorkshop(): Workshop {
  const place = free.pop() ?? newPlace();
  const { folder, inspector } = place;
  const asked = new Set<Promise<unknown>>();
  let isClosed = false;
  const noted = <T>(work: Promise<T>): Promise<T> => {
    const done = work.then(
      () => {},
      () => {},
    );
    asked.add(done);
    void done.then(() => asked.delete(done));
    return work;
  };
  return {
    folder,
    documents: {
      render: (template, data) =>
        isClosed
          ? Promise.reject(new RenderError("closed", "This world was closed"))
          : noted(inOneLanguage(data).then(() => typesetter.render(template, data))),
    },
    files: {
      store: folderStore(folder),
      inspector: {
        look: (sent) => (isClosed ? Promise.reject(new InspectorFault("closed")) : noted(inspector.look(sent))),
      },
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await Promise.all(asked);
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      free.push(place);
    },
  };
}

async function inOneLanguage(data: object): Promise<void> {
  if (!("lang" in data) || typeof data.lang !== "string") return;
  const { lang } = data;
  const found = lang === "fr" ? englishIn(data).map((text) => `in English: « ${text} »`) : [];
  found.push(...textsOf(data, lang).flatMap((text) => textFaults(text, lang)));
  if (found.length > 0) throw new Error(`What a paper says is amiss: ${found.join(" | ")}`);
}

function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "livret-files-"));
  return { folder, inspector: startInspector(folderStore(folder).scratch) };
}
