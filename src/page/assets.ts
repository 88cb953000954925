/**
 * Stylesheets, the font and the scripts, served from this origin, each under the hash of its bytes and therefore cached for ever. They are
 * built once, with the server; a theme of too little contrast stops it.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import type { Laws } from "../law/load.ts";
import type { World } from "../act/world.ts";
import { LANGS, type Lang } from "../kit/lang.ts";
import { typographicAll } from "../kit/typography.ts";
import { frameWords } from "./sentences.ts";
import { PLAIN_THEME, type Theme, themeSheet } from "./theme.ts";

/** The design system’s components that pages use, in the order in which they build on each other. */
const COMPONENTS =
  "base heading paragraph link list label button skip-link alert tag card details table fieldset input validation-message field error-summary";
const OWN = "frame forms content mine desk answers dossier files office money contract print";
/** `page/scripts/<name>.js`, served as written but for `"WORDS"`: what those say that are on every page, so that no page carries it. */
const SCRIPTS = ["autosave", "copy", "passkey", "unsent", "upload"] as const;
export type Script = (typeof SCRIPTS)[number];
const SCRIPT_WORDS: Readonly<Partial<Record<Script, (lang: Lang) => object>>> = {
  unsent: (lang) => frameWords[lang].unsent,
};
const FONT = "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";

type Asset = {
  readonly bytes: Buffer;
  readonly type: string;
  /** Brotli, compressed at the first request and cached, so that the start does not wait for it. */
  readonly packed: () => Buffer | undefined;
};

export type Assets = {
  /** The addresses of the common stylesheet, of the font, and of a school’s theme (`undefined`: the plain one). */
  readonly sheet: string;
  readonly font: string;
  readonly theme: (establishment: string | undefined) => string;
  /** Likewise the favicon. */
  readonly icon: (establishment: string | undefined) => string;
  /** The address of a script of `page/scripts/`; every page is complete without it. */
  readonly script: (name: Script) => string;
  readonly files: ReadonlyMap<string, Asset>;
};

const cache = new WeakMap<Laws, Assets>();

export function assetsOf(laws: Laws): Assets {
  const cached = cache.get(laws);
  if (cached) return cached;
  const assets = makeAssets(laws);
  cache.set(laws, assets);
  return assets;
}

export function assetRoutes(app: FastifyInstance, world: World): void {
  const { files } = assetsOf(world.laws);
  app.get("/assets/:file", (request, reply) => {
    const { file } = request.params as { file: string };
    const asset = files.get(file);
    if (!asset) return reply.callNotFound();
    reply
      .type(asset.type)
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("vary", "accept-encoding");
    const packs = /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    const packed = packs ? asset.packed() : undefined;
    return packed ? reply.header("content-encoding", "br").send(packed) : reply.send(asset.bytes);
  });
}

function makeAssets(laws: Laws): Assets {
  const files = new Map<string, Asset>();
  const add = (name: string, extension: string, type: string, bytes: Buffer): string => {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    const file = `${name}-${hash}.${extension}`;
    let compressed: Buffer | undefined;
    const packed = () => (type.startsWith("text/") ? (compressed ??= brotliCompressSync(bytes)) : undefined);
    files.set(file, { bytes, type, packed });
    return `/assets/${file}`;
  };
  const style = (name: string, text: string) => add(name, "css", "text/css; charset=utf-8", Buffer.from(text));
  const font = add("atkinson-hyperlegible-next", "woff2", "font/woff2", readFileSync(packageFile(FONT)));
  const sheet = style("livret", commonSheet(font));
  const plain = style("theme-plain", themeSheet(PLAIN_THEME));
  const themes = new Map(
    laws.establishments.map(({ data }) => [
      data.establishment,
      style(`theme-${data.establishment}`, themeSheet(data.theme)),
    ]),
  );
  const icon = (name: string, theme: Theme) => add(`icon-${name}`, "svg", "image/svg+xml", Buffer.from(iconOf(theme)));
  const plainIcon = icon("plain", PLAIN_THEME);
  const icons = new Map(
    laws.establishments.map(({ data }) => [data.establishment, icon(data.establishment, data.theme)]),
  );
  const scripts = new Map(
    SCRIPTS.map((name) => {
      return [name, add(name, "js", "text/javascript; charset=utf-8", Buffer.from(scriptOf(name)))] as const;
    }),
  );
  return {
    sheet,
    font,
    script: (name) => scripts.get(name)!,
    files,
    theme: (establishment) => (establishment !== undefined && themes.get(establishment)) || plain,
    icon: (establishment) => (establishment !== undefined && icons.get(establishment)) || plainIcon,
  };
}

function scriptOf(name: Script): string {
  const text = readFileSync(new URL(`./scripts/${name}.js`, import.meta.url), "utf8");
  const words = SCRIPT_WORDS[name];
  if (!words) return text;
  const said = Object.fromEntries(LANGS.map((lang) => [lang, typographicAll(words(lang), lang)]));
  return text.replace('"WORDS"', () => JSON.stringify(said));
}

/** An open booklet in the school’s colours, with nothing that could pass for an emblem of the State. */
function iconOf({ accent, onAccent }: Theme): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${accent}"/><path d="M6 9q6-2 10 2q4-4 10-2v13q-6-2-10 2q-4-4-10-2z" fill="${onAccent}"/><path d="M16 11v13" stroke="${accent}" stroke-width="2"/></svg>`;
}

/** Plain HTML, then components, each in its own layer: unlayered rules win, whatever the specificity. */
export function commonSheet(font: string): string {
  const components = COMPONENTS.split(" ").map((name) =>
    readFileSync(packageFile(`@digdir/designsystemet-css/${name}.css`), "utf8"),
  );
  const own = OWN.split(" ").map((name) => ownSheet(name));
  const layers = [`@layer plain{${ownSheet("base")}}`, `@layer components{${components.join("\n")}}`];
  const css = [ownSheet("tokens"), ...layers, ...own].join("\n");
  return css.replace('"FONT-LATIN"', `"${font}"`);
}

function ownSheet(name: string): string {
  return readFileSync(new URL(`./styles/${name}.css`, import.meta.url), "utf8");
}

function packageFile(name: string): string {
  return fileURLToPath(import.meta.resolve(name));
}
