import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readReturned } from "./returned.ts";

const ID = "0b9d1c0e-5f6a-4c0f-9a55-6f0f3f6a1b2c";

/** A report as a server sends it: a text for people, the fields for programs, the headers of the mail. */
function report(
  given: {
    fields?: string;
    original?: string;
    type?: string;
    fieldsType?: string;
    originalType?: string;
    encoding?: string;
    preamble?: string;
    padding?: string;
    epilogue?: string;
  } = {},
): string {
  const fields =
    given.fields ??
    "Final-Recipient: rfc822; camille@example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <camille@example.org>:\n Recipient address rejected: User unknown";
  const original =
    given.original ?? `Subject: Votre dossier\nMessage-ID: <${ID}@example.org>\nTo: camille@example.org\n`;
  const cut = `--AAA/mx.example.org${given.padding ?? ""}`;
  return `From: MAILER-DAEMON@mx.example.org
To: livret@example.org
Subject: Undelivered Mail Returned to Sender
Content-Type: ${given.type ?? 'multipart/report; report-type=delivery-status;\n boundary="AAA/mx.example.org"'}

${given.preamble ?? "This is a MIME-encapsulated message.\n\n"}${cut}
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

${cut}
Content-Type: ${given.fieldsType ?? "message/delivery-status"}

Reporting-MTA: dns; mx.example.org
Arrival-Date: Wed, 25 Nov 2026 10:00:00 +0100

${fields}

${cut}
Content-Type: ${given.originalType ?? "text/rfc822-headers"}${given.encoding ? `\nContent-Transfer-Encoding: ${given.encoding}` : ""}

${given.encoding?.toLowerCase() === "base64" ? Buffer.from(original).toString("base64") : original}
--AAA/mx.example.org--
${given.epilogue ?? ""}`;
}

describe("a report on delivery (RFC 3464)", () => {
  it("tells which mail of ours failed, and what the other server said", () => {
    assert.deepEqual(readReturned(report()), {
      mail: ID,
      action: "failed",
      status: "5.1.1",
      said: "550 5.1.1 <camille@example.org>: Recipient address rejected: User unknown",
    });
  });

  it("is read with either line ending, with the whole mail behind it, and with its headers in base64", () => {
    assert.equal(readReturned(report().replaceAll("\n", "\r\n"))?.mail, ID);
    const whole = `Message-ID: <${ID}@example.org>\nSubject: x\n\nMessage-ID: <not-this-one@example.org>\n`;
    assert.equal(readReturned(report({ originalType: "message/rfc822", original: whole }))?.mail, ID);
    const windows = `Subject: x\r\nMessage-ID: <${ID}@example.org>\r\n`;
    assert.equal(readReturned(report({ original: windows, encoding: "base64" }))?.mail, ID);
    for (const encoding of ["base64", "BASE64"]) assert.equal(readReturned(report({ encoding }))?.mail, ID);
  });

  it("is read with its headers as they are quoted to be printed, and as they are where they are not", () => {
    const quoted = `Subject: x\nMessage-ID: <${ID.replace("-", "=2D").replace("-", "=2d").replace("4c0f", "4c=\n0f")}=40example.org>\n`;
    assert.equal(readReturned(report({ original: quoted, encoding: "Quoted-Printable" }))?.mail, ID);
    assert.equal(readReturned(report({ original: quoted, encoding: "8bit" })), undefined);
    assert.equal(readReturned(report({ original: quoted })), undefined);
    const odd = `Message-ID: <${ID}@mail=ZZ.example.org>\n`;
    assert.equal(readReturned(report({ original: odd, encoding: "quoted-printable" }))?.mail, ID);
  });

  it("is read under each name of its kinds, in capitals or not, with or without quotes and what may stand around", () => {
    for (const type of [
      "Multipart/Report; Boundary=AAA/mx.example.org",
      'multipart/report; boundary="AAA/mx.example.org"; report-type=delivery-status',
      "multipart/report; boundary=AAA/mx.example.org ; report-type=delivery-status",
    ])
      assert.equal(readReturned(report({ type }))?.status, "5.1.1", type);
    for (const fieldsType of ["message/global-delivery-status", "Message/Delivery-Status; charset=utf-8"])
      assert.equal(readReturned(report({ fieldsType }))?.status, "5.1.1", fieldsType);
    for (const originalType of [
      "message/global",
      "message/global-headers",
      "message/rfc822",
      "Text/RFC822-Headers; charset=utf-8",
    ])
      assert.equal(readReturned(report({ originalType }))?.mail, ID, originalType);
    assert.equal(readReturned(report({ preamble: "", padding: "  \t" }))?.status, "5.1.1");
    assert.equal(readReturned(report({ original: `message-id : <${ID.toUpperCase()}@example.org>` }))?.mail, ID);
  });

  it("is of a delay, of a delivery, or of the worst where several addresses are named", () => {
    const of = (fields: string) => readReturned(report({ fields }))?.action;
    assert.equal(of("Action: delayed\nStatus: 4.4.1"), "delayed");
    assert.equal(of("Action: Delivered\nStatus: 2.0.0"), "delivered");
    assert.equal(of("Action: relayed\nStatus: 2.0.0\n\nAction: failed\nStatus: 5.0.0"), "failed");
    assert.equal(of("Nothing: here"), "delivered");
  });

  it("gives the status where the other server said nothing, and what became of the mail where it gives none", () => {
    const said = (fields: string) => readReturned(report({ fields }))?.said;
    assert.equal(said("Action: failed\nStatus: 5.2.2 (mailbox full)"), "5.2.2");
    assert.equal(said("Action: Failed"), "failed");
    assert.deepEqual(readReturned(report({ fields: "Nothing: here" })), {
      mail: ID,
      action: "delivered",
      status: "",
      said: "",
    });
  });

  it("has a status of three numbers, the last two of three figures at most, and no other", () => {
    const status = (given: string) => readReturned(report({ fields: `action: failed\nSTATUS : ${given}` }))?.status;
    for (const good of ["5.1.1", "4.10.25", "5.123.456"]) assert.equal(status(good), good);
    for (const none of ["5.1234.1", "5.1.1234", "5..1", "5.1.", "x.1.1", "5.x.1", "5.1.x", "5,1,1"])
      assert.equal(status(none), "", none);
  });

  it("says what the other server said without the kind of it, up to a thousand signs", () => {
    const said = (code: string) => readReturned(report({ fields: `Action: failed\nDiagnostic-Code: ${code}` }))?.said;
    assert.equal(said("smtp;550 User unknown"), "550 User unknown");
    assert.equal(said("x-unix;  input/output error"), "input/output error");
    assert.equal(said("550 no such user; try another"), "550 no such user; try another");
    assert.equal(said("x".repeat(1200)), "x".repeat(1000));
  });

  it("is not believed of a mail that it does not name, nor where it is no report", () => {
    assert.equal(readReturned(report({ original: "Subject: x\n" })), undefined);
    assert.equal(readReturned(report({ original: "Message-ID: <someone@example.org>\n" })), undefined);
    assert.equal(readReturned(report({ type: "text/plain" })), undefined);
    assert.equal(readReturned(report({ type: "multipart/report" })), undefined);
    assert.equal(
      readReturned(report({ type: "multipart/report" }).replaceAll("AAA/mx.example.org", "undefined")),
      undefined,
    );
    for (const type of ["multipart/reporting", "x-multipart/report", "text/plain; multipart/report"])
      assert.equal(readReturned(report({ type: `${type}; boundary="AAA/mx.example.org"` })), undefined, type);
    for (const fieldsType of ["x-message/delivery-status", "message/delivery-statuses", "text/plain"])
      assert.equal(readReturned(report({ fieldsType })), undefined, fieldsType);
    for (const originalType of ["x-message/rfc822", "message/rfc8222", "text/plain"])
      assert.equal(readReturned(report({ originalType })), undefined, originalType);
    assert.equal(readReturned(""), undefined);
  });

  it("is not believed of a mail that only its text names, nor one outside its parts or behind what is read", () => {
    const named = `Message-ID: <${ID}@example.org>`;
    for (const encoding of ["7bit", "base64"])
      for (const end of ["\n", "\r\n"]) {
        const original = ["Subject: x", "", named, ""].join(end);
        assert.equal(readReturned(report({ originalType: "message/rfc822", original, encoding })), undefined);
      }
    const forged = `Content-Type: text/rfc822-headers\n\n${named}\n`;
    const original = "Subject: x\n";
    const originalType = "text/plain";
    assert.equal(readReturned(report({ original, originalType, preamble: forged })), undefined);
    assert.equal(readReturned(report({ original, originalType, epilogue: forged })), undefined);
    // A line of the text that only begins as the boundary does cuts nothing.
    const said = "I'm sorry";
    const inText = report({ original, originalType }).replace(said, `${said}\n--A\n${forged}`);
    assert.equal(readReturned(inText), undefined);
    assert.equal(readReturned(report({ original: `Subject: ${"x".repeat(256 * 1024)}\n${named}\n` })), undefined);
    assert.equal(readReturned(report({ original: `Subject: ${"x".repeat(255 * 1024)}\n${named}\n` }))?.mail, ID);
    for (const id of [`<${ID}@>`, `<${ID}@example org>`, `<x${ID}@example.org>`, ID])
      assert.equal(readReturned(report({ original: `Message-ID: ${id}\n` })), undefined, id);
  });

  it("does not fall over anything that somebody may send", () => {
    const whole = report();
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length), fc.string(), (from, to, between) => {
        const spoilt = whole.slice(0, from) + between + whole.slice(to);
        const read = readReturned(spoilt);
        assert.ok(read === undefined || read.mail === ID || /^[0-9a-f-]{36}$/.test(read.mail));
      }),
    );
  });
});
