/** What a person declares, held to its names: any part of a draft may be missing or mistaken, and none may be called otherwise. */
import type { Issue, JsonSchema } from "../kit/schema.ts";
import { unknownKeys } from "../kit/unknown-keys.ts";
import { Draft } from "./output.ts";

export function unknownDeclared(path: string, facts: unknown): Issue[] {
  return unknownKeys(Draft as unknown as JsonSchema, facts, path);
}
