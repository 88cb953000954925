/** Codes asked for, read in their mails and used: every mail arrives, under one Message-ID, and only those in doubt twice. */
import { randomUUID } from "node:crypto";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import type { MailPeer } from "../smtp.ts";
import { Browser, type Page } from "./browser.ts";
import { type Lane, type Scenario, sleep } from "./scenario.ts";

/** On a server, what a dead process had in hand is free after a minute. */
const PATIENCE_MS = 150_000;

/** What the mail server was handed, by addressee. */
type Handed = ReadonlyMap<string, readonly { readonly messageId: string; readonly code: string }[]>;

type Asking = Lane & { readonly asked: readonly string[]; readonly settled: readonly string[] };

/** One person after the other makes an account on the pages, as everybody does, and is in. */
function asking(school: string, handed: () => Handed): Asking {
  const asked: string[] = [];
  const settled: string[] = [];
  /** The browser that made the last account. */
  let last: Browser | undefined;
  const base = `/${school}/connexion`;
  const somebody = () => ({ browser: new Browser({}), address: `p-${randomUUID().slice(0, 13)}@exemple.fr` });
  let person = somebody();
  let at: "ask" | "code" = "ask";
  let doubt: { readonly path: string; readonly body: string } | undefined;

  const form = (): { readonly path: string; readonly fields: Record<string, string> } | undefined => {
    if (at === "ask") return { path: `${base}/code`, fields: { address: person.address } };
    const code = handed().get(person.address)?.[0]?.code;
    return code === undefined ? undefined : { path: `${base}/code/recu`, fields: { code } };
  };
  const acknowledge = ({ status, text }: Page) => {
    if (status !== 303) throw new Error(`${at}: ${status} ${/<h1[^>]*>([^<]*)/.exec(text)?.[1] ?? ""}`);
    if (at === "ask") asked.push(person.address);
    if (at === "code") {
      settled.push(person.address);
      last = person.browser;
      person = somebody();
    }
    at = at === "ask" ? "code" : "ask";
  };
  const opens = async (origin: string, browser: Browser): Promise<boolean> => {
    browser.origin = origin;
    return (await browser.open(`/${school}/compte/acces`)).status === 200;
  };
  return {
    asked,
    settled,
    step: async (origin) => {
      const next = form();
      if (!next) {
        await sleep(5);
        return 0;
      }
      const { browser } = person;
      browser.origin = origin;
      const body = browser.fill(await browser.open(next.path), next.fields);
      doubt = { path: next.path, body };
      const answered = await browser.send(next.path, body);
      doubt = undefined;
      acknowledge(answered);
      return 1;
    },
    recover: async (origin) => {
      const faults: string[] = [];
      const doubts = doubt ? 1 : 0;
      if (doubt) {
        person.browser.origin = origin;
        acknowledge(await person.browser.send(doubt.path, doubt.body));
        doubt = undefined;
      }
      if (last !== undefined && !(await opens(origin, last))) faults.push("an account that was made does not open");
      return { faults, doubts };
    },
  };
}

export function mails(school: string, peer: MailPeer): Scenario {
  const handed = (): Handed =>
    Map.groupBy(
      peer.taken.map((mail) => ({
        to: [mail.to].flat()[0]!.value[0]!.address!,
        messageId: mail.messageId!,
        code: /^\d{6}/.exec(mail.subject!)![0],
      })),
      ({ to }) => to,
    );
  const lanes = Array.from({ length: 6 }, () => asking(school, handed));
  const asked = () => lanes.flatMap((one) => one.asked);
  let twice = 0;
  return {
    name: "mails",
    lanes: () => lanes,
    settled: async () => {
      const ends = Date.now() + PATIENCE_MS;
      for (;;) {
        const arrived = handed();
        const missing = asked().filter((address) => !arrived.has(address));
        if (missing.length === 0) return [];
        if (Date.now() > ends) return [`${missing.length} mails of ${asked().length} never arrived`];
        await sleep(200);
      }
    },
    settle: async (db) => {
      const rows = await withSchool(db, DEPLOYMENT, (tx) =>
        tx
          .selectFrom("mail")
          .innerJoin("mail_sending", "mail_sending.id", "mail.id")
          .select(["to_address as to", "message_id as messageId", "state", "sends"])
          .execute(),
      );
      const faults: string[] = [];
      const arrived = handed();
      for (const { to, messageId, state, sends } of rows) {
        const got = arrived.get(to!) ?? [];
        if (new Set(got.map((one) => one.messageId)).size > 1) faults.push("one mail went out under two Message-IDs");
        if (got.some((one) => one.messageId !== messageId)) faults.push("a mail went out that is not the one kept");
        if (state !== "sent") faults.push(`a mail that arrived is said to be ${state}`);
        if (got.length > sends) faults.push(`a mail taken ${got.length} times is counted ${sends} times`);
        if (got.length > 1) twice++;
      }
      const told = asked();
      if (rows.length !== told.length) faults.push(`${told.length} codes were asked for and ${rows.length} mails kept`);
      const kept = new Set(rows.map(({ to }) => to));
      if ([...arrived.keys()].some((to) => !kept.has(to))) faults.push("a mail was sent by an act that was not done");
      return faults;
    },
    counts: () => ({
      mails: asked().length,
      "handed over again in doubt, same Message-ID, counted": twice,
      "accounts made": lanes.reduce((sum, one) => sum + one.settled.length, 0),
    }),
  };
}
