/** JSON from bytes that nobody vouches for: UTF-8 or nothing, an object or nothing. */
import { isUtf8 } from "node:buffer";
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
