import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { after, before, beforeEach, describe, it } from "node:test";
import { Type } from "typebox";
import { defineAct, done, erased, perform, stale, view } from "../act/act.ts";
import { withSchool } from "../db/school.ts";
import { runJobs } from "../worker/run-jobs.ts";
import type { Role } from "../act/permissions.ts";
import { testWorldOf } from "../test/server.ts";
import { type MailPeer, startMailPeer } from "../test/smtp.ts";
import { newAttempt } from "../test/world.ts";
import type { Opened } from "../db/open.ts";
import type { World } from "../act/world.ts";
import { MOST_COUNTED } from "../kit/counted.ts";
import { PATIENCE } from "../jobs/job.ts";
import { verifyAudit } from "../audit/verify.ts";
import { recordBounce, resendMail } from "./acts.ts";
import { postMail } from "./post.ts";
import { noteReturned } from "./returned.ts";
import { readSmtpUrl, smtpTransport } from "./smtp.ts";
import { deleteMail } from "./store.ts";
import type { MailService, Parcel, Transport } from "./transport.ts";
import { listMails, myMails } from "./views.ts";

const SUBJECT = "Votre dossier est reçu : à compléter";
const PARAGRAPHS = ["Œuvre déposée, garçon : « été » !", "Il reste <trois> pièces & un reçu."];

/** An act like those of any subject: it posts a mail, and may yet come to nothing. */
const tell = defineAct({
  name: "tell",
  label: { fr: "Prévenir", en: "Tell" },
  who: "ask about oneself",
  form: Type.Object({ reader: Type.String(), to: Type.String(), undone: Type.Boolean(), about: Type.String() }),
  writes: ["mail"],
  async perform({ tx, input: { reader, to, undone, about }, at }) {
    const mail = (await postMail(tx, {
      reader,
      to,
      lang: "fr",
      subject: SUBJECT,
      paragraphs: PARAGRAPHS,
      link: { path: "/faire-ess/mon-dossier", label: "Ouvrir mon dossier" },
      about,
      at,
    }))!;
    return undone ? stale({}) : done({ mail }, about);
  },
});

const someone = (account: string, ...roles: Role[]) =>
  ({ kind: "account", account, session: "s", roles, authenticatedAt: new Date(0) }) as const;

describe("a mail", () => {
  let peer: MailPeer;
  let world: World;
  let opened: Opened;
  let close: () => Promise<void>;
  let establishment: string;
  let now: Date;
  let mail: MailService;
  let count = 0;

  before(async () => {
    peer = await startMailPeer();
    mail = serviceOf(smtpTransport(readSmtpUrl(peer.url)));
    ({ world, opened, close } = await testWorldOf({ now: () => now, mail }));
    establishment = world.laws.establishments[0]!.data.establishment;
  });
  after(async () => {
    await close();
    await peer.close();
  });
  beforeEach(() => {
    now = new Date("2026-11-25T09:00:00Z");
    count++;
    peer.taken.length = 0;
    peer.seen.length = 0;
    peer.react("take");
    peer.reactToAddressee("take");
  });

  const post = async (undone = false) => {
    const input = { reader: `account:${count}`, to: "camille@example.org", undone, about: `test:${count}` };
    return perform(world, tell, { actor: { kind: "anyone" }, establishment, attempt: newAttempt(), input });
  };
  const mine = async () => {
    const seen = await view(world, myMails, { actor: someone(String(count)), establishment, input: {} });
    assert.ok(seen.kind === "found");
    return seen.value.mails;
  };
  const state = async () => {
    const [first] = await mine();
    const { state: said, attempts, sends, problem } = first!;
    return { state: said, attempts, sends, problem };
  };
  const pass = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
  const send = (more: Partial<World> = {}) => runJobs({ ...world, ...more });

  it("reaches its addressee whole, in both forms, in the school's name", async () => {
    await post();
    assert.deepEqual(await state(), { state: "queued", attempts: 0, sends: 0, problem: null });
    assert.equal(await send(), 1);
    const [got] = peer.taken;
    assert.equal(got!.subject, "Votre dossier est reçu\u00a0: à compléter");
    assert.match(
      got!.text!,
      /Œuvre déposée, garçon\u00a0: «\u00a0été\u00a0»\u202f!\n\nIl reste <trois> pièces & un reçu\./,
    );
    assert.match(got!.text!, /Ouvrir mon dossier\u00a0:\nhttps:\/\/livret\.example\.org\/faire-ess\/mon-dossier\n/);
    const html = got!.html as string;
    assert.match(html, /<html lang="fr">[^]*Œuvre déposée, garçon\u00a0: «\u00a0été\u00a0»\u202f!/);
    assert.match(html, /&lt;trois&gt; pièces &amp; un reçu/);
    assert.match(html, new RegExp(world.laws.establishments[0]!.data.theme.accent));
    assert.doesNotMatch(html, /<img|url\(|<script|<form/);
    assert.equal(got!.from!.text, `"${world.laws.establishments[0]!.data.name}" <livret@example.org>`);
    assert.equal(got!.headers.get("auto-submitted"), "auto-generated");
    assert.deepEqual(
      [...got!.headers.keys()].filter((name) => name.startsWith("list")),
      [],
    );
    assert.deepEqual(await state(), { state: "sent", attempts: 1, sends: 1, problem: null });
    assert.equal(await send(), 0);
  });

  it("of an act that came to nothing is never sent, and is in nobody's account", async () => {
    assert.equal((await post(true)).kind, "stale");
    assert.equal(await send(), 0);
    assert.deepEqual([await mine(), peer.seen], [[], []]);
  });

  it("refused for the time being is sent later", async () => {
    await post();
    peer.react({ code: 451, say: "Greylisted, come back" }, "take");
    await send();
    assert.deepEqual(await state(), { state: "queued", attempts: 1, sends: 0, problem: "refused-for-now" });
    assert.match((await mine())[0]!.said!, /451 Greylisted, come back/);
    pass(29);
    assert.equal(await send(), 0);
    pass(1);
    await send();
    assert.deepEqual(await state(), { state: "sent", attempts: 2, sends: 1, problem: null });
    assert.equal(peer.taken.length, 1);
    assert.equal(new Set(peer.seen).size, 1);
  });

  for (const when of ["its addressee", "its text"] as const) {
    it(`refused for good because of ${when} comes back at once, with the server's sentence`, async () => {
      await post();
      const reaction = { code: 550, say: "No such user here" };
      if (when === "its text") peer.react(reaction);
      else peer.reactToAddressee(reaction);
      await send();
      assert.deepEqual(await state(), { state: "bounced", attempts: 1, sends: 0, problem: "refused" });
      assert.match((await mine())[0]!.said!, /550 No such user here/);
      pass(100_000);
      assert.equal(await send(), 0);
    });
  }

  it("waits for a server that is away, for two days, then is given up", async () => {
    await post();
    const nobody = serviceOf(smtpTransport(readSmtpUrl(`smtp://127.0.0.1:${await closedPort()}`)));
    const start = now.getTime();
    let tries = 0;
    while (now.getTime() < start + PATIENCE + 1) {
      tries += await send({ mail: nobody });
      pass(1800);
    }
    assert.ok(tries > 20, `${tries} tries`);
    assert.deepEqual(await state(), { state: "failed", attempts: tries, sends: 0, problem: "unreachable" });
  });

  it("not answered for is sent again under the same Message-ID, and counted", async () => {
    await post();
    peer.react("hang-up", "take");
    await send();
    assert.deepEqual(await state(), { state: "in-doubt", attempts: 1, sends: 1, problem: "no-answer" });
    pass(30);
    await send();
    assert.deepEqual(await state(), { state: "sent", attempts: 2, sends: 2, problem: null });
    assert.equal(peer.seen.length, 2);
    assert.equal(new Set(peer.seen).size, 1);
  });

  it("stays in doubt when the next server to be asked refuses for the time being", async () => {
    await post();
    peer.react("hang-up", { code: 421, say: "Too busy" }, "take");
    await send();
    pass(30);
    await send();
    assert.deepEqual(await state(), { state: "in-doubt", attempts: 2, sends: 1, problem: "refused-for-now" });
  });

  it("says that no server is configured, and leaves once there is one", async () => {
    await post();
    const { mail: _none, ...mute } = world;
    await runJobs(mute);
    assert.deepEqual(await state(), { state: "queued", attempts: 0, sends: 0, problem: "no-server" });
    pass(30);
    await send();
    assert.equal((await state()).state, "sent");
  });

  it("stays inside where the transport only keeps", async () => {
    await post();
    const kept: Parcel[] = [];
    const keeping: Transport = {
      outside: false,
      hand: async (parcel) => {
        kept.push(parcel);
        return { kind: "accepted", said: "" };
      },
    };
    await send({ mail: serviceOf(keeping) });
    assert.deepEqual([kept.length, peer.seen.length], [1, 0]);
    assert.deepEqual(await state(), { state: "sent", attempts: 1, sends: 1, problem: "kept-inside" });
  });

  it("is sent by one of two workers", async () => {
    await Promise.all([post(), post(), post(), post()]);
    const counts = await Promise.all([send(), send()]);
    assert.equal(counts[0] + counts[1], 4);
    assert.equal(peer.seen.length, 4);
    assert.equal(new Set(peer.seen).size, 4);
  });

  it("that came back later is entered by the office, once", async () => {
    const posted = await post();
    assert.ok(posted.kind === "done");
    const enter = (...roles: Role[]) =>
      perform(world, recordBounce, {
        actor: someone("officer", ...roles),
        establishment,
        attempt: newAttempt(),
        input: { mail: posted.value.mail, said: "boîte pleine" },
      });
    assert.equal((await enter()).kind, "forbidden");
    assert.equal((await enter("auditor")).kind, "forbidden");
    assert.equal((await enter("admission-officer")).kind, "stale");
    await send();
    assert.equal((await enter("admission-officer")).kind, "done");
    assert.equal((await enter("admission-officer")).kind, "stale");
    const shown = await view(world, listMails, {
      actor: someone("officer", "auditor"),
      establishment,
      input: { state: "bounced", about: `test:${count}` },
    });
    assert.ok(shown.kind === "found");
    assert.deepEqual(
      shown.value.mails.map(({ problem, said }) => [problem, said]),
      [["returned", "boîte pleine"]],
    );
  });

  it("that came back, and was made to look as if it had not, or as if it had never been sent, is told", async () => {
    const posted = await post();
    assert.ok(posted.kind === "done");
    await send();
    const { mail: id } = posted.value;
    await perform(world, recordBounce, {
      actor: someone("officer", "admission-officer"),
      establishment,
      attempt: newAttempt(),
      input: { mail: id, said: "boîte pleine" },
    });
    const whys = async () => {
      const { tampered } = await verifyAudit(world.db, { establishment, zone: "Europe/Paris", tables: [] });
      return tampered.filter(({ chain }) => chain === `mail:${id}`).map(({ why }) => why);
    };
    const owner = (text: string) => opened.asOwner((one) => one.run(text));
    assert.deepEqual(await whys(), []);
    await owner(`update mail_sending set state = 'sent' where id = '${id}'`);
    assert.deepEqual(await whys(), ["returned"]);
    const [kept] = await opened.asOwner((one) =>
      one.query<{ row: string }>(
        `delete from mail_sending where id = '${id}' returning to_jsonb(mail_sending)::text as row`,
      ),
    );
    assert.deepEqual(await whys(), ["unsent"]);
    await opened.asOwner((one) =>
      one.query("insert into mail_sending select * from jsonb_populate_record(null::mail_sending, $1::jsonb)", [
        kept!.row,
      ]),
    );
    await owner(`update mail_sending set state = 'bounced' where id = '${id}'`);
  });

  it("given up or returned is sent again once, as another mail that names it", async () => {
    const posted = await post();
    assert.ok(posted.kind === "done");
    const again = (mail: string, ...roles: Role[]) =>
      perform(world, resendMail, {
        actor: someone("officer", ...roles),
        establishment,
        attempt: newAttempt(),
        input: { mail },
      });
    assert.equal((await again(posted.value.mail, "auditor")).kind, "forbidden");
    assert.equal((await again(posted.value.mail, "admission-officer")).kind, "stale");
    peer.react({ code: 550, say: "No such user here" }, "take");
    await send();
    const returned = async () => {
      const shown = await view(world, listMails, { actor: someone("officer", "auditor"), establishment, input: {} });
      assert.ok(shown.kind === "found");
      return shown.value.unsent.find(({ state: at }) => at === "bounced")?.count ?? 0;
    };
    const waiting = await returned();
    const copy = await again(posted.value.mail, "admission-officer");
    assert.ok(copy.kind === "done");
    assert.equal(await returned(), waiting - 1);
    assert.equal((await again(posted.value.mail, "admission-officer")).kind, "stale");
    await send();
    assert.equal(peer.taken.length, 1);
    assert.equal(new Set(peer.seen).size, 2);
    const both = (await mine()).map(({ id, state: at, again: of, repeated }) => ({ id, at, of, repeated }));
    assert.deepEqual(
      new Set(both.map((one) => JSON.stringify(one))),
      new Set([
        JSON.stringify({ id: posted.value.mail, at: "bounced", of: null, repeated: true }),
        JSON.stringify({ id: copy.value.mail, at: "sent", of: posted.value.mail, repeated: false }),
      ]),
    );
  });

  it("that came back is noted from the report that the mailbox hands in, whichever place it was posted in", async () => {
    const posted = await post();
    assert.ok(posted.kind === "done");
    await send();
    const report = (action: string, id = posted.value.mail) =>
      [
        'Content-Type: multipart/report; boundary="x"',
        "",
        "--x",
        "Content-Type: message/delivery-status",
        "",
        `Action: ${action}`,
        "Status: 5.2.2",
        "Diagnostic-Code: smtp; 552 mailbox full",
        "",
        "--x",
        "Content-Type: text/rfc822-headers",
        "",
        `Message-ID: <${id}@example.org>`,
        "--x--",
      ].join("\r\n");
    const places = ["*", establishment];
    const note = async (message: string) => (await noteReturned(world, places, message)).kind;
    assert.equal(await note(report("delayed")), "nothing to note");
    assert.equal(await note(report("failed", randomUUID())), "not ours");
    assert.equal(await note("Subject: bonjour\r\n\r\n"), "not ours");
    assert.equal((await state()).state, "sent");
    assert.equal(await note(report("failed")), "noted");
    assert.deepEqual([(await state()).state, (await mine())[0]!.said], ["bounced", "552 mailbox full"]);
    assert.equal(await note(report("failed")), "known");
  });

  it("is shown to its reader and to the office, and to nobody else", async () => {
    await post();
    const other = await view(world, myMails, { actor: someone("other"), establishment, input: {} });
    assert.ok(other.kind === "found" && other.value.mails.length === 0);
    const asked = await view(world, listMails, { actor: someone("other"), establishment, input: {} });
    assert.equal(asked.kind, "forbidden");
  });

  it("is counted among those of its state no further than a page says", async () => {
    const many = MOST_COUNTED + 5;
    for (let count = 0; count < many; count++) await post();
    const shown = await view(world, listMails, { actor: someone("officer", "auditor"), establishment, input: {} });
    assert.ok(shown.kind === "found");
    const waiting = shown.value.unsent.find(({ state }) => state === "queued");
    assert.equal(waiting?.count, MOST_COUNTED);
  });

  it("is refused to an address that is none or two, and a link that leaves the service", async () => {
    const posting = { reader: null, lang: "fr", subject: "x", paragraphs: [], about: "x", at: now } as const;
    const attempt = (to: string, path: string) =>
      withSchool(world.db, establishment, (tx) => postMail(tx, { ...posting, to, link: { path, label: "x" } }));
    for (const to of ["", "camille", "a@b.fr, c@d.fr", "a@b.fr\r\nBcc: c@d.fr"])
      await assert.rejects(attempt(to, "/x"), /no address/);
    for (const path of ["x", "//evil.example", "https://evil.example"])
      await assert.rejects(attempt("a@b.fr", path), /leaves the service/);
  });

  it("is in the record of its act, and goes with its subject", async () => {
    await post();
    await send();
    const erase = defineAct({
      name: "eraseTold",
      label: { fr: "Effacer", en: "Erase" },
      who: "ask about oneself",
      form: Type.Object({ about: Type.String() }),
      writes: ["mail"],
      async perform({ tx, input: { about } }) {
        await deleteMail(tx, about);
        return erased({}, about);
      },
    });
    const input = { about: `test:${count}` };
    await perform(world, erase, { actor: { kind: "anyone" }, establishment, attempt: newAttempt(), input });
    assert.deepEqual(await mine(), []);
    const { tampered } = await verifyAudit(world.db, {
      establishment,
      zone: "Europe/Paris",
      tables: ["mail", "mail_bounce"],
    });
    assert.deepEqual(tampered, []);
  });
});

function serviceOf(transport: Transport): MailService {
  return { transport, from: "livret@example.org", publicUrl: "https://livret.example.org" };
}

/** A port where nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
