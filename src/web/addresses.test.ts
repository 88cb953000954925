/** What a school or a diploma cannot be called: the loader's lists are those of the addresses that there are. */
import { deepEqual } from "node:assert/strict";
import { it } from "node:test";
import { NO_DIPLOMA, NO_SCHOOL } from "../law/addresses.ts";
import { testServer } from "../test/server.ts";
import { pages } from "../house/pages.ts";

const first = (path: string) => path.split("/")[1] ?? "";
const names = (paths: readonly string[]) =>
  [...new Set(paths.map(first))].filter((one) => /^[a-z]/.test(one)).toSorted();

it("no school is called as an address of the program begins, nor by the language of its pages", async () => {
  const app = await testServer();
  const routes = app.printRoutes({ commonPrefix: false }).split("\n");
  const below = routes.flatMap((line) => /^ {4}[├└]── (\S+)/.exec(line)?.slice(1) ?? []);
  // The front page of several schools is there in English, too.
  deepEqual(NO_SCHOOL, names([...below.map((one) => `/${one}`), "/en"]));
  await app.close();
});

it("no diploma is called as a page of the school, nor by the language of its pages", () => {
  deepEqual(NO_DIPLOMA, names([...pages.map(({ path }) => path), "/en"]));
});
