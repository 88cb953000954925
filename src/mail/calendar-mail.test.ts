/** A mail that puts an hour into the calendar of its reader: kept with it, sent with it, and sent again as it was. */
import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { defineAct, done, perform } from "../act/act.ts";
import type { World } from "../act/world.ts";
import { withSchool } from "../db/school.ts";
import { PROVEN_TABLES } from "../house/house.ts";
import { runJobs } from "../worker/run-jobs.ts";
import type { CalendarEntry } from "../kit/calendar.ts";
import { testWorldOf } from "../test/server.ts";
import { type MailPeer, startMailPeer } from "../test/smtp.ts";
import { newAttempt } from "../test/world.ts";
import { verifyAudit } from "../audit/verify.ts";
import { recordBounce, resendMail } from "./acts.ts";
import { postMail } from "./post.ts";
import { readSmtpUrl, smtpTransport } from "./smtp.ts";

const SCHOOL = "faire-ess";
const ENTRY: CalendarEntry = {
  uid: "1@livret",
  sequence: 0,
  cancelled: false,
  from: "2027-03-26T08:00:00.000Z",
  until: "2027-03-26T09:00:00.000Z",
  zone: "Europe/Paris",
  title: "Entretien : à 9 h",
  place: "Salle B12",
  words: "Venez dix minutes avant.",
};

const invite = defineAct({
  name: "invite",
  label: { fr: "Inviter", en: "Invite" },
  who: "ask about oneself",
  form: Type.Object({}),
  writes: ["mail"],
  async perform({ tx, at }) {
    const words = { subject: "Votre entretien", paragraphs: ["Vous êtes attendue."] };
    const link = { path: "/faire-ess/entretien", label: "Répondre" };
    const posted = { reader: null, to: "claire@exemple.fr", lang: "fr", about: "test:1", at, link, ...words } as const;
    return done({ mail: await postMail(tx, { ...posted, calendar: ENTRY }) }, "test:1");
  },
});

describe("a mail with an hour", () => {
  let peer: MailPeer;
  let world: World;
  let close: () => Promise<void>;
  let id = "";
  before(async () => {
    peer = await startMailPeer();
    const transport = smtpTransport(readSmtpUrl(peer.url));
    const mail = { transport, from: "livret@exemple.org", publicUrl: "https://livret.exemple.org" };
    ({ world, close } = await testWorldOf({ mail }));
  });
  after(async () => {
    await close();
    await peer.close();
  });

  const did = async <V>(
    ...[act, actor, input]: [Parameters<typeof perform>[1], Parameters<typeof perform>[2]["actor"], object]
  ) => {
    const outcome = await perform(world, act, { actor, establishment: SCHOOL, attempt: newAttempt(), input });
    equal(outcome.kind, "done");
    return (outcome as { value: V }).value;
  };
  const entries = (at: number) =>
    peer.taken[at]!.attachments.map(({ contentType, filename, content }) => ({
      contentType,
      filename,
      text: content.toString("utf8"),
    }));

  it("carries it beside its text and as a file, from the address at which the school answers", async () => {
    ({ mail: id } = await did<{ mail: string }>(invite, { kind: "anyone" }, {}));
    equal(await runJobs(world), 1);
    const found = entries(0);
    deepEqual(
      found.map(({ contentType, filename }) => [contentType, filename]),
      [
        ["text/calendar", undefined],
        ["application/ics", "entretien-a-9-h.ics"],
      ],
    );
    equal(found[0]!.text, found[1]!.text);
    const text = found[1]!.text.replaceAll("\r\n ", "");
    match(text, /METHOD:REQUEST\r\n[^]*UID:1@livret\r\nSEQUENCE:0\r\n[^]*DTSTART;TZID=Europe\/Paris:20270326T090000/);
    match(text, /SUMMARY:Entretien\u00a0: à 9\u00a0h\r\n/);
    match(text, /ORGANIZER;CN="[^"]+":mailto:\S+@\S+\r\nATTENDEE;[^:]*:mailto:claire@exemple\.fr\r\n/);
    match(text, /URL:https:\/\/livret\.exemple\.org\/faire-ess\/entretien\r\n/);
    match(peer.taken[0]!.text!, /Vous êtes attendue\./);
  });

  it("keeps it in its row, which the record proves, and sends it again with the copy", async () => {
    const [row] = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("calendar").where("id", "=", id).execute(),
    );
    equal((row!.calendar as CalendarEntry).uid, ENTRY.uid);
    await did(recordBounce, { kind: "operator" }, { mail: id, said: "550 inconnu" });
    const officer = { kind: "account", account: "1", session: "s", roles: ["admission-officer"] } as const;
    await did(resendMail, { ...officer, authenticatedAt: world.now() }, { mail: id });
    await runJobs(world);
    equal(entries(1)[1]!.text, entries(0)[1]!.text);
    const whole = { establishment: SCHOOL, zone: "Europe/Paris", tables: [...PROVEN_TABLES, "mail"] };
    deepEqual((await verifyAudit(world.db, whole)).tampered, []);
  });
});
