/**
 * Parses a delivery report (RFC 3464) that servers send to the service's address. Pure, and wary, since that address is public: it
 * believes only a report that names one of our mails by its Message-ID, which cannot be guessed.
 */

export type Returned = {
  /** The mail's id, from `<id@domain>`. */
  readonly mail: string;
  /** `failed` is final; `delayed`: a server is still trying; the others mean success. */
  readonly action: "failed" | "delayed" | "delivered" | "relayed" | "expanded";
  /** Such as `5.1.1`; empty where the report has none. */
  readonly status: string;
  /** The other server's message, or the status without one. */
  readonly said: string;
};

const ACTIONS = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;
const ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
/** Internationalised reports (RFC 6533) have their own types, one of which is a prefix of another. */
const REPORT = /^message\/(?:global-)?delivery-status(?![\w-])/i;
const ORIGINAL = /^(?:message\/(?:rfc822|global|global-headers)|text\/rfc822-headers)(?![\w-])/i;
const SAID_MAX = 1_000;
/** Reports are short; a longer message is none, or appends the whole mail after the part read here. */
const READ_MAX = 256 * 1024;

/** `undefined` where it is no report on a mail of ours. */
export function readReturned(message: string): Returned | undefined {
  const text = message.slice(0, READ_MAX).replaceAll("\r\n", "\n");
  const { head, body } = split(text);
  const boundary = /^multipart\/report\b.*\bboundary="?([^";]+)/i.exec(fieldOf(head, "content-type"))?.[1];
  if (boundary === undefined) return undefined;
  const parts = partsOf(body, boundary.trim());
  const report = parts.find((part) => REPORT.test(part.type));
  const original = parts.find((part) => ORIGINAL.test(part.type));
  if (!report || !original) return undefined;
  const mail = new RegExp(`<(${ID})@[^<>\\s]+>`, "i").exec(fieldOf(split(original.text).head, "message-id"));
  return mail ? { mail: mail[1]!.toLowerCase(), ...worstOf(report.text) } : undefined;
}

/** A report has a block for the mail and one per addressee; ours have one. The worst counts. */
function worstOf(text: string): Omit<Returned, "mail"> {
  const blocks = text.split("\n\n").flatMap((block) => {
    const action = fieldOf(block, "action").toLowerCase();
    const known = ACTIONS.find((one) => one === action);
    if (!known) return [];
    const status = /\b\d\.\d{1,3}\.\d{1,3}\b/.exec(fieldOf(block, "status"))?.[0] ?? "";
    // «smtp; 550 5.1.1 User unknown»: the prefix is the type of the code.
    const diagnostic = fieldOf(block, "diagnostic-code").replace(/^[\w-]+;\s*/, "");
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
      // The boundary ends with its line; trailing white space is no field.
      const { head, body: inner } = split(piece.slice(1));
      const encoding = fieldOf(head, "content-transfer-encoding").toLowerCase();
      return { type: fieldOf(head, "content-type"), text: decoded(inner, encoding) };
    });
}

function decoded(text: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(text, "base64").toString().replaceAll("\r\n", "\n");
  if (encoding !== "quoted-printable") return text;
  return text
    .replaceAll("=\n", "")
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Headers, an empty line, and the body; without an empty line, all of it is headers. */
function split(text: string): { head: string; body: string } {
  const whole = `\n${text}\n\n`;
  const at = whole.indexOf("\n\n");
  return { head: whole.slice(1, at), body: whole.slice(at + 2) };
}

/** The value of a header, unfolded; empty if absent. */
function fieldOf(head: string, name: string): string {
  const found = new RegExp(`(?:^|\\n)${name}[ \\t]*:([^\\n]*(?:\\n[ \\t][^\\n]*)*)`, "i").exec(head);
  return (found?.[1] ?? "").replaceAll(/\s+/g, " ").trim();
}
