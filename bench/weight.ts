/** `npm run bench weight`: what a first visit to the diploma's page brings over the wire, compressed as a browser asks. */
import type { FastifyInstance } from "fastify";
import { testServer } from "../src/test/server.ts";

const PAGE = "/faire-ess/deis";
const HEADERS = { "accept-encoding": "br, gzip", accept: "text/html,*/*" };
const KILOBYTE = 1000;

export async function benchWeight(): Promise<void> {
  const app = await testServer();
  try {
    const page = await app.inject({ url: PAGE, headers: HEADERS });
    const { body } = await app.inject({ url: PAGE });
    const parts = [{ name: "page", size: page.rawPayload.length }, ...(await assetsIn(app, body))];
    const total = (fonts: boolean) =>
      parts.filter(({ name }) => fonts || !isFont(name)).reduce((sum, { size }) => sum + size, 0);
    console.log(`\nWeight of a first view, compressed (${PAGE})`);
    for (const { name, size } of parts) console.log(`  ${name.padEnd(60)} ${sayKilobytes(size)}`);
    console.log(`  ${"without the font".padEnd(60)} ${sayKilobytes(total(false))} (goal ≤ 40)`);
    console.log(`  ${"with it".padEnd(60)} ${sayKilobytes(total(true))} (goal ≤ 100)`);
  } finally {
    await app.close();
  }
}

/** Whatever the page makes a browser fetch at once: stylesheets, scripts, fonts, pictures. */
async function assetsIn(app: FastifyInstance, body: string): Promise<{ name: string; size: number }[]> {
  const linked = [
    ...body.matchAll(
      /<link rel="(?:preload|stylesheet|icon)"[^>]* href="([^"]+)"|<link[^>]* href="(\/assets\/[^"]+)"|<(?:script|img)[^>]* src="(\/[^"]+)"/g,
    ),
  ];
  const urls = new Set(linked.flatMap((found) => found.slice(1).filter((url) => url !== undefined)));
  const answers = [...urls].map(async (name) => ({
    name,
    size: (await app.inject({ url: name, headers: HEADERS })).rawPayload.length,
  }));
  return Promise.all(answers);
}

const isFont = (name: string) => name.endsWith(".woff2");
const sayKilobytes = (bytes: number) => `${(bytes / KILOBYTE).toFixed(1).padStart(6)} KB`;
