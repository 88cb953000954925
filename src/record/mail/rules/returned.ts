/**
 * Reads a mail that came back: a report on delivery (RFC 3464), such as servers send to the address that mails come from.
 * Pure, and wary: anybody can send to that address. It only believes a report that names one of our mails by its
 * Message-ID, which nobody can guess, and says nothing of any other.
 */

export type Returned = {
  /** The id of ours, from `<id@domain>`. */
  readonly mail: string;
  /** `failed` for good; `delayed`, where a server is still trying; the others are good news. */
  readonly action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** Such as `5.1.1`; empty where the report gives none. */
  readonly status: string;
  /** What the other server said, or the status where it said nothing. */
  readonly said: string;
};

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;
const ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const SAID_MAX = 1_000;
/** Reports are short; what is longer is none, or holds a whole mail with its attachments behind what we read. */
const READ_MAX = 256 * 1024;

/** `undefined` for what is no report on a mail of ours. */
export function readReturned(message: string): Returned | undefined {
  const text = message.slice(0, READ_MAX).replaceAll("\r\n", "\n");
  const { head, body } = split(text);
  const type = fieldOf(head, "content-type") ?? "";
  if (!/^multipart\/report\b/i.test(type)) return undefined;
  const boundary = /\bboundary="?([^";\n]+)"?/i.exec(type)?.[1]?.trim();
  if (boundary === undefined) return undefined;
  const parts = partsOf(body, boundary);
  const report = parts.find((part) => /^message\/(?:global-)?delivery-status\b/i.test(part.type));
  const original = parts.find((part) => /^(?:message\/(?:rfc822|global)|text\/rfc822-headers)\b/i.test(part.type));
  const mail = new RegExp(`<(${ID})@[^>\\s]+>`, "i").exec(
    fieldOf(split(original?.text ?? "").head, "message-id") ?? "",
  );
  if (!report || !mail) return undefined;
  return { mail: mail[1]!.toLowerCase(), ...worstOf(report.text) };
}

/** A report has a block for the mail and one for each addressee; ours have one. The worst counts. */
function worstOf(text: string): Omit<Returned, "mail"> {
  const blocks = text.split(/\n{2,}/).flatMap((block) => {
    const action = fieldOf(block, "action")?.toLowerCase();
    const known = ACTIONS.find((one) => one === action);
    if (!known) return [];
    const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fieldOf(block, "status") ?? "")?.[0] ?? "";
    // «smtp; 550 5.1.1 User unknown»: what stands before is the kind of what follows.
    const diagnostic = (fieldOf(block, "diagnostic-code") ?? "").replace(/^[\w-]+;\s*/, "");
    return [{ action: known, status, said: (diagnostic || status || known).slice(0, SAID_MAX) }];
  });
  const order = (action: Returned["action"]) => ACTIONS.indexOf(action);
  return blocks.toSorted((a, b) => order(a.action) - order(b.action))[0] ?? NOTHING;
}

const NOTHING = { action: "delivered", status: "", said: "" } as const;

type Part = { readonly type: string; readonly text: string };

function partsOf(body: string, boundary: string): Part[] {
  const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1);
  return pieces
    .filter((piece) => !piece.startsWith("--"))
    .map((piece) => {
      const { head, body: inner } = split(piece.replace(/^[^\n]*\n/, ""));
      const encoding = (fieldOf(head, "content-transfer-encoding") ?? "").toLowerCase();
      return { type: fieldOf(head, "content-type") ?? "text/plain", text: decoded(inner, encoding) };
    });
}

function decoded(text: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(text, "base64").toString().replaceAll("\r\n", "\n");
  if (encoding !== "quoted-printable") return text;
  return text
    .replaceAll(/=\n/g, "")
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function split(text: string): { head: string; body: string } {
  const at = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
  return at < 0 ? { head: text, body: "" } : { head: text.slice(0, at), body: text.slice(at + (at === 0 ? 1 : 2)) };
}

/** The value of a field, its continued lines joined. */
function fieldOf(head: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\n)${name}[ \\t]*:([^\\n]*(?:\\n[ \\t][^\\n]*)*)`, "i").exec(head);
  return found?.[1]?.replaceAll(/\s+/g, " ").trim();
}
