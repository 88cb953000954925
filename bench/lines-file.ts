/** A file of invented people, one JSON object a line, written as it is made. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Laws } from "../src/law/load.ts";
import { peopleOf } from "./people.ts";

export async function writePeople(laws: Laws, count: number, path: string): Promise<void> {
  const file = createWriteStream(path);
  const next = peopleOf(laws);
  for (let at = 0; at < count; ) {
    let lines = "";
    for (const end = Math.min(count, at + 1000); at < end; at++) lines += `${JSON.stringify(next(undefined, at))}\n`;
    if (!file.write(lines)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}
