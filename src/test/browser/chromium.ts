/**
 * A Chromium for the tests, from what is already there: `CHROMIUM`, the one of the npm package `@sparticuz/chromium`, or the one
 * of Debian. The package's has no window to draw, and does the same for a third of the processor; it needs no apt step: it is
 * unpacked once into a cache, with the libraries (nss, nspr, expat) and the fonts that a bare Debian lacks.
 */
import { execFile } from "node:child_process";
import { constants, existsSync } from "node:fs";
import { access, lstat, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const DEBIAN = "/usr/bin/chromium";

/** Nothing leaves the machine: no update, no sync, and every name but the loopback's is refused at once. */
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

export type Executable = { readonly path: string; readonly env: Readonly<Record<string, string>> };

/** Starts a browser; throws a sentence that says what to install where none can start. */
export async function launch(): Promise<Browser> {
  try {
    return await executable(process.env)
      .then(start)
      .catch((error: unknown) => {
        // Another machine than the package is for.
        if (process.env.CHROMIUM || !existsSync(DEBIAN)) throw error;
        return start({ path: DEBIAN, env: {} });
      });
  } catch (error) {
    throw new Error(
      `No Chromium could start: install the Debian package chromium, or set CHROMIUM to its path. ${firstLines(error)}`,
      {
        cause: error,
      },
    );
  }
}

function start({ path, env }: Executable): Promise<Browser> {
  // The sandbox is off: it refuses root, and needs user namespaces that containers forbid; the pages are our own.
  return chromium.launch({
    executablePath: path,
    args: QUIET,
    env: { ...process.env, ...env },
    chromiumSandbox: false,
  });
}

/** Which Chromium to start first, and with what in its environment. */
export async function executable(env: NodeJS.ProcessEnv): Promise<Executable> {
  if (env.CHROMIUM) return { path: env.CHROMIUM, env: {} };
  const folder = await unpacked(await cacheFolder());
  return {
    path: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), env.LD_LIBRARY_PATH ?? ""].filter(Boolean).join(":"),
      ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") }),
    },
  };
}

/**
 * The npm package's Chromium, unpacked in `cache` if it is not yet. Several test processes may come here at once: each
 * unpacks beside, and the first to rename its folder wins, so that nobody ever starts half a file.
 */
export async function unpacked(cache: string): Promise<string> {
  const folder = join(cache, `chromium-${await packageVersion()}-${process.arch}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true, mode: 0o700 });
  const staging = await mkdtemp(join(cache, "unpacking-"));
  try {
    // The package unpacks into the system's temporary folder, which only another process can have elsewhere.
    const unpack = fileURLToPath(new URL("unpack-chromium.ts", import.meta.url));
    await promisify(execFile)(process.execPath, [unpack], { env: { ...process.env, TMPDIR: staging } });
    await writeFile(join(staging, "fonts", "fonts.conf"), fontsOf(join(folder, "fonts")));
    await rename(staging, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return folder;
}

/** The package's own list of font folders names places it is not unpacked into here. */
function fontsOf(folder: string): string {
  return `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>\n`;
}

/** `node_modules/.cache`, or a private temporary folder where the packages belong to somebody else. */
async function cacheFolder(): Promise<string> {
  const packages = fileURLToPath(new URL("../../../", import.meta.resolve("@sparticuz/chromium")));
  const writable = await access(packages, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (writable) return join(packages, ".cache");
  const mine = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `livret-browser-${mine}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== mine) throw new Error(`${folder} belongs to another user`);
  return folder;
}

async function packageVersion(): Promise<string> {
  const file = new URL("../package.json", import.meta.resolve("@sparticuz/chromium"));
  return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version;
}

function firstLines(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split("\n").slice(0, 6).join(" ").replace(/\s+/g, " ");
}
