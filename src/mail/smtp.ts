/**
 * SMTP, one connection per mail. Whatever goes wrong, the caller must learn whether the server may have accepted the mail: it may, from
 * the moment the text is handed over until its answer.
 */
import { isIPv4 } from "node:net";
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Answer, Parcel, Transport } from "./transport.ts";

export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS where the server offers it. */
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
};

/** `smtp://user:password@host:port` or `smtps://…`. */
export function readSmtpUrl(url: string): SmtpServer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    user: username === "" ? undefined : decodeURIComponent(username),
    password: password === "" ? undefined : decodeURIComponent(password),
  };
}

/** The server's time for each answer; long, because giving up early sends twice. */
const ANSWER_MS = 120_000;

export function smtpTransport(server: SmtpServer, waits = { connect: 20_000, answer: ANSWER_MS }): Transport {
  return { outside: true, hand: (parcel, signal) => converse(server, waits, parcel, signal) };
}

async function converse(
  server: SmtpServer,
  waits: { connect: number; answer: number },
  parcel: Parcel,
  signal: AbortSignal,
): Promise<Answer> {
  const message = await composeMessage(parcel);
  let handed = false;
  /** Read by the connection only once the server has asked for the text. */
  const text = Readable.from(
    (function* () {
      handed = true;
      yield message;
    })(),
  );
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    // A password never crosses a network unencrypted.
    requireTLS: !server.secure && server.password !== undefined && !isLoopback(server.host),
    connectionTimeout: waits.connect,
    greetingTimeout: waits.connect,
    socketTimeout: waits.answer,
  });
  const hangUp = () => connection.close();
  signal.addEventListener("abort", hangUp, { once: true });
  try {
    const said = await handOver(connection, server, parcel, { text, size: message.length });
    return { kind: "accepted", said };
  } catch (error) {
    return whatWentWrong(error as SmtpFault, handed);
  } finally {
    signal.removeEventListener("abort", hangUp);
    connection.quit();
    text.destroy();
  }
}

/** Resolves with the server's acceptance. */
function handOver(
  connection: SMTPConnection,
  { user, password }: SmtpServer,
  { from, to }: Parcel,
  { text, size }: { text: Readable; size: number },
): Promise<string> {
  return new Promise((resolve, reject) => {
    connection.on("error", reject);
    // A close without an error still fails a mail that is not settled.
    connection.on("end", () => reject(new Error("The connection was closed")));
    const send = () =>
      connection.send({ from: from.address, to: [to], size, use8BitMime: false }, text, (error, info) =>
        error ? reject(error) : resolve(info.response),
      );
    connection.connect((fault) => {
      if (fault) return reject(fault);
      if (user === undefined) return send();
      connection.login({ user, credentials: { user, pass: password } }, (refusal) =>
        refusal ? reject(refusal) : send(),
      );
    });
  });
}

type SmtpFault = Error & { responseCode?: number; response?: string; command?: string; code?: string };

function whatWentWrong({ responseCode, response, command, code, message }: SmtpFault, handed: boolean): Answer {
  const said = (response ?? message).slice(0, 1000);
  if (responseCode === undefined) {
    if (handed) return { kind: "no-answer", said };
    // The address cannot be written in SMTP.
    if (code === "EENVELOPE") return { kind: "refused", said };
    return { kind: "postponed", problem: "unreachable", said };
  }
  // A refusal before RCPT TO concerns our server, not the addressee: the operator has to fix it.
  const ofThisMail = command === "RCPT TO" || command === "DATA";
  if (responseCode >= 500 && ofThisMail) return { kind: "refused", said };
  return { kind: "postponed", problem: "refused-for-now", said };
}

/** The whole message, deterministic: the same parcel gives the same bytes. */
async function composeMessage(parcel: Parcel): Promise<Buffer> {
  const { messageId, date, from, to, replyTo, lang, subject, text, html, calendar, stop } = parcel;
  const composed = new MailComposer({
    messageId,
    date,
    from,
    // As an object, so that a comma in it makes no second addressee.
    to: { name: "", address: to },
    ...(replyTo !== undefined && { replyTo }),
    subject,
    text,
    html,
    // An alternative, for clients that answer in the mail, and an attachment, for the others.
    ...(calendar && { icalEvent: { method: calendar.method, content: calendar.text, filename: calendar.file } }),
    headers: {
      "Auto-Submitted": "auto-generated",
      "Content-Language": lang,
      // RFC 2369: a page with a form, behind the reader's own sign-in. Opening it changes nothing.
      ...(stop !== undefined && { "List-Unsubscribe": `<${stop}>` }),
    },
    baseBoundary: messageId.replaceAll(/[^A-Za-z0-9]/g, "").slice(0, 40),
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composed.compile().build();
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."));
}
