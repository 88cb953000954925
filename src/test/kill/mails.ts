/** Codes asked for, read in their mails and used: every mail arrives, under one Message-ID, and only those in doubt twice. */
import { randomUUID } from "node:crypto";
import { DEPLOYMENT, withSchool } from "../../db/school.ts";
import type { Caller, Try } from "./call.ts";
import type { MailPeer } from "../smtp.ts";
import { type Scenario, sleep } from "./scenario.ts";
import { type TryLane, tryLane } from "./try-lane.ts";

const PASSWORD = "trois chats et un tambour";
/** On a server, what a dead process had in hand is free after a minute. */
const PATIENCE_MS = 150_000;

/** What the mail server was handed, by addressee. */
type Handed = ReadonlyMap<string, readonly { readonly messageId: string; readonly code: string }[]>;

type Person = { readonly address: string; readonly request: string; readonly ticket: string | undefined };

function lane(school: string, handed: () => Handed) {
  const asked: string[] = [];
  const settled: string[] = [];
  let person: Person | undefined;
  const next = (): Try | undefined => {
    const attempt = randomUUID();
    if (!person) {
      const address = `p-${randomUUID().slice(0, 13)}@exemple.fr`;
      return { act: "askCode", input: { address, language: "fr", school }, attempt };
    }
    if (person.ticket !== undefined) {
      const input = { name: "Claire", password: PASSWORD, language: "fr", device: "" };
      return { act: "settleAccount", input, attempt, secret: person.ticket };
    }
    const code = handed().get(person.address)?.[0]?.code;
    return code === undefined ? undefined : { act: "tryCode", input: { request: person.request, code }, attempt };
  };
  const acknowledge = ({ act, input }: Try, value: unknown) => {
    const said = value as { request?: string; ticket?: string };
    if (act === "askCode") {
      const { address } = input as { address: string };
      asked.push(address);
      person = { address, request: said.request!, ticket: undefined };
    } else if (act === "tryCode") person = { ...person!, ticket: said.ticket };
    else {
      settled.push(person!.address);
      person = undefined;
    }
  };
  const look = async (caller: Caller): Promise<string[]> => {
    const address = settled.at(-1);
    if (address === undefined) return [];
    const input = { address, password: PASSWORD, device: "" };
    const { value } = await caller.send({ act: "signIn", input, attempt: randomUUID() });
    return (value as { token?: string | null }).token ? [] : ["an account that was made does not open"];
  };
  return { asked, settled, next, acknowledge, look } satisfies TryLane & { asked: string[]; settled: string[] };
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
  const lanes = Array.from({ length: 6 }, () => lane(school, handed));
  const running = lanes.map((one) => tryLane(school, one));
  const asked = () => lanes.flatMap((one) => one.asked);
  let twice = 0;
  return {
    name: "mails",
    lanes: () => running,
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
        const got = arrived.get(to) ?? [];
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
