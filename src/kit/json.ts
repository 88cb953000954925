/** JSON from bytes that nobody vouches for: UTF-8 or nothing, an object or nothing; and JSON for many readers. */
import { isUtf8 } from "node:buffer";
import { oncePerFixed } from "./fixed.ts";
import { issue, type Issue } from "./schema.ts";

/** The object, or why there is none. */
export function readObject(bytes: Buffer): { object: Record<string, unknown> } | { issues: Issue[] } {
  if (!isUtf8(bytes)) return { issues: [issue("", "Ce texte n’est pas en UTF-8.", "This text is not UTF-8.")] };
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch {
    return { issues: [issue("", "Ce n’est pas du JSON.", "This is not JSON.")] };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { issues: [issue("", "Attendu : un objet JSON.", "Expected: a JSON object.")] };
  }
  return { object: value as Record<string, unknown> };
}

const textOf = oncePerFixed((value: object, _key: undefined) => JSON.stringify(value));

/** `JSON.stringify` of a record: its parts, and the items of its lists, are written once where they are fixed values. */
export function writeObject(record: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const [key, value] of Object.entries(record)) {
    if (value !== undefined) text += `${text === "" ? "{" : ","}${JSON.stringify(key)}:${textOfPart(value)}`;
  }
  return text === "" ? "{}" : `${text}}`;
}

function textOfPart(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (!Array.isArray(value)) return textOf(value, undefined);
  return `[${value.map(textOfItem).join(",")}]`;
}

function textOfItem(item: unknown): string {
  return typeof item === "object" && item !== null ? textOf(item, undefined) : JSON.stringify(item ?? null);
}
