/** Parses JSON from untrusted bytes, which must be an object in UTF-8; and writes JSON that many readers share. */
import { isUtf8 } from "node:buffer";
import type { Gathered } from "./bytes.ts";
import { isFixed, oncePerFixed } from "./fixed.ts";
import { issue, type Issue } from "./schema.ts";

/** The object, or the issues. */
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

const bytesOf = oncePerFixed((value: object) => Buffer.from(JSON.stringify(value)));

/** Writes a record like `JSON.stringify`; serializes its properties and list items that are fixed values only once. */
export function gatherObject(record: Readonly<Record<string, unknown>>, into: Gathered): void {
  let text = "{";
  const add = (value: unknown) => {
    if (!isFixed(value)) {
      text += JSON.stringify(value) ?? "null";
      return;
    }
    into.text(text);
    into.bytes(bytesOf(value, undefined));
    text = "";
  };
  let first = true;
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined) continue;
    text += `${first ? "" : ","}${JSON.stringify(key)}:`;
    first = false;
    if (!Array.isArray(value)) {
      add(value);
      continue;
    }
    text += "[";
    for (const [index, item] of value.entries()) {
      if (index > 0) text += ",";
      add(item);
    }
    text += "]";
  }
  into.text(`${text}}`);
}
