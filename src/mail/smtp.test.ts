import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { SMTPServer } from "smtp-server";
import { HAS_OPENSSL } from "../test/timestamp-authority.ts";
import { readSmtpUrl, smtpTransport } from "./smtp.ts";
import type { Answer, Parcel } from "./transport.ts";

const PARCEL: Parcel = {
  messageId: "<0b9d1c0e-5f6a-4c0f-9a55-6f0f3f6a1b2c@example.org>",
  date: new Date("2026-11-25T09:00:00Z"),
  from: { name: "École", address: "livret@example.org" },
  to: "camille@example.org",
  replyTo: undefined,
  calendar: undefined,
  stop: undefined,
  lang: "fr",
  subject: "Votre dossier",
  text: "Il est arrivé.\n",
  html: "<p>Il est arrivé.</p>",
};

/** Speaks the protocol line by line; `say` answers each line, or does worse with the connection. */
function scripted(say: (line: string, socket: Socket) => string | undefined): Server {
  return createServer((socket) => {
    socket.on("error", () => undefined);
    socket.write("220 mx.example.org ESMTP\r\n");
    let rest = "";
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString()).split("\r\n");
      rest = lines.pop()!;
      for (const line of lines) {
        const answer = say(line, socket);
        if (answer !== undefined) socket.write(`${answer}\r\n`);
      }
    });
  });
}

const polite = (line: string): string | undefined => {
  if (line === "DATA") return "354 Go ahead";
  if (line === "QUIT") return "221 Bye";
  return /^(?:EHLO|HELO|MAIL|RCPT|RSET)/.test(line) ? "250 OK" : undefined;
};

describe("a mail server that misbehaves", () => {
  let close: () => void = () => undefined;
  afterEach(() => close());

  const hand = async (server: Server, waits?: { connect: number; answer: number }): Promise<Answer> => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    close = () => server.close();
    const { port } = server.address() as { port: number };
    const transport = smtpTransport(readSmtpUrl(`smtp://127.0.0.1:${port}`), waits);
    return transport.hand(PARCEL, new AbortController().signal);
  };

  it("closes in the middle of the text: the mail may have been taken", async () => {
    const answer = await hand(
      scripted((line, socket) => {
        if (line.startsWith("Subject:")) return void socket.destroy();
        return polite(line);
      }),
    );
    assert.equal(answer.kind, "no-answer");
  });

  it("drops the connection after the text and before its answer: the mail may have been taken", async () => {
    const answer = await hand(
      scripted((line, socket) => {
        if (line === ".") return void socket.destroy();
        return polite(line);
      }),
    );
    assert.equal(answer.kind, "no-answer");
  });

  it("never answers after the text: the mail may have been taken", async () => {
    const answer = await hand(scripted(polite), { connect: 1_000, answer: 50 });
    assert.equal(answer.kind, "no-answer");
  });

  it("closes before the text was asked for: the mail was certainly not taken", async () => {
    const answer = await hand(
      scripted((line, socket) => {
        if (line === "DATA") return void socket.destroy();
        return polite(line);
      }),
    );
    assert.deepEqual([answer.kind, "problem" in answer && answer.problem], ["postponed", "unreachable"]);
  });

  it("never greets: the mail was certainly not taken", async () => {
    const mute = createServer((socket) => void socket.on("error", () => undefined));
    const answer = await hand(mute, { connect: 50, answer: 50 });
    assert.deepEqual([answer.kind, "problem" in answer && answer.problem], ["postponed", "unreachable"]);
  });

  it("speaks nonsense: the mail was certainly not taken", async () => {
    const answer = await hand(
      createServer((socket) => {
        socket.on("error", () => undefined);
        socket.write("HTTP/1.1 400 Bad Request\r\n\r\n");
      }),
    );
    assert.equal(answer.kind, "postponed");
  });

  it("shows a certificate that nobody vouches for: neither the password nor the mail is given to it", async (t) => {
    if (!HAS_OPENSSL) return t.skip("The Debian package openssl is not installed.");
    const folder = mkdtempSync(join(tmpdir(), "livret-smtp-"));
    const files = { key: join(folder, "key.pem"), cert: join(folder, "cert.pem") };
    execFileSync(
      "openssl",
      ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"].concat([
        "-subj",
        "/CN=mx.example.org",
        "-keyout",
        files.key,
        "-out",
        files.cert,
      ]),
      { stdio: "ignore" },
    );
    const passwords: string[] = [];
    const server = new SMTPServer({
      key: readFileSync(files.key),
      cert: readFileSync(files.cert),
      onAuth: ({ password }, _session, answer) => {
        passwords.push(password ?? "");
        answer(null, { user: "livret" });
      },
    });
    server.on("error", () => undefined);
    const listening = server.listen(0, "127.0.0.1");
    await once(listening, "listening");
    const { port } = listening.address() as { port: number };
    try {
      for (const scheme of ["smtp", "smtps"]) {
        const transport = smtpTransport(readSmtpUrl(`${scheme}://livret:secret@127.0.0.1:${port}`), {
          connect: 2_000,
          answer: 2_000,
        });
        const answer = await transport.hand(PARCEL, new AbortController().signal);
        assert.equal(answer.kind, "postponed", scheme);
      }
      assert.deepEqual(passwords, []);
    } finally {
      await new Promise((resolve) => server.close(() => resolve(undefined)));
      rmSync(folder, { recursive: true });
    }
  });

  it("is hung up on when the work was taken over by another", async () => {
    const gone = new AbortController();
    const server = scripted((line) => {
      if (line.startsWith("MAIL")) {
        gone.abort();
        return undefined;
      }
      return polite(line);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    close = () => server.close();
    const { port } = server.address() as { port: number };
    const answer = await smtpTransport(readSmtpUrl(`smtp://127.0.0.1:${port}`)).hand(PARCEL, gone.signal);
    assert.equal(answer.kind, "postponed");
  });
});
