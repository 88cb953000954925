import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readReturned } from "./returned.ts";

const ID = "0b9d1c0e-5f6a-4c0f-9a55-6f0f3f6a1b2c";

/** A report as a server sends it: a text for people, the fields for programs, the headers of the mail. */
function report(
  given: { fields?: string; original?: string; type?: string; originalType?: string; encoding?: string } = {},
): string {
  const fields =
    given.fields ??
    "Final-Recipient: rfc822; camille@example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <camille@example.org>:\n Recipient address rejected: User unknown";
  const original =
    given.original ?? `Subject: Votre dossier\nMessage-ID: <${ID}@example.org>\nTo: camille@example.org\n`;
  return `From: MAILER-DAEMON@mx.example.org
To: livret@example.org
Subject: Undelivered Mail Returned to Sender
Content-Type: ${given.type ?? 'multipart/report; report-type=delivery-status;\n boundary="AAA/mx.example.org"'}

This is a MIME-encapsulated message.

--AAA/mx.example.org
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--AAA/mx.example.org
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
Arrival-Date: Wed, 25 Nov 2026 10:00:00 +0100

${fields}

--AAA/mx.example.org
Content-Type: ${given.originalType ?? "text/rfc822-headers"}${given.encoding ? `\nContent-Transfer-Encoding: ${given.encoding}` : ""}

${given.encoding === "base64" ? Buffer.from(original).toString("base64") : original}
--AAA/mx.example.org--
`;
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
    assert.equal(readReturned(report({ encoding: "base64" }))?.mail, ID);
  });

  it("is of a delay, of a delivery, or of the worst where several addresses are named", () => {
    const of = (fields: string) => readReturned(report({ fields }))?.action;
    assert.equal(of("Action: delayed\nStatus: 4.4.1"), "delayed");
    assert.equal(of("Action: Delivered\nStatus: 2.0.0"), "delivered");
    assert.equal(of("Action: relayed\nStatus: 2.0.0\n\nAction: failed\nStatus: 5.0.0"), "failed");
    assert.equal(of("Nothing: here"), "delivered");
  });

  it("gives the status where the other server said nothing", () => {
    assert.equal(readReturned(report({ fields: "Action: failed\nStatus: 5.2.2 (mailbox full)" }))?.said, "5.2.2");
  });

  it("is not believed of a mail that it does not name, nor where it is no report", () => {
    assert.equal(readReturned(report({ original: "Subject: x\n" })), undefined);
    assert.equal(readReturned(report({ original: "Message-ID: <someone@example.org>\n" })), undefined);
    assert.equal(readReturned(report({ type: "text/plain" })), undefined);
    assert.equal(readReturned(report({ type: "multipart/report" })), undefined);
    assert.equal(readReturned(""), undefined);
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
