/**
 * A candidate applies, from the school's home to the receipt and on, on a screen of 320 pixels, with axe on every page she comes to.
 * What she does is written once, for each way of doing it.
 */
import { randomUUID } from "node:crypto";
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Actor } from "../../act/act.ts";
import { askComplement } from "../../dossier/complement-acts.ts";
import { runJobs } from "../../worker/run-jobs.ts";
import { readSmtpUrl, smtpTransport } from "../../mail/smtp.ts";
import { buildServer } from "../../web/server.ts";
import type { World } from "../../act/world.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { anIntake } from "../dossiers.ts";
import { deed } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { type MailPeer, startMailPeer } from "../smtp.ts";
import { applying, type Place } from "./applying.ts";
import { KINDS } from "./ways.ts";

const WHO = {
  keyboard: { who: "who only has a keyboard and her ears", address: "claire@exemple.fr" },
  "no script": { who: "whose browser runs no script", address: "louise@exemple.fr" },
} as const;

describe("a candidate on a telephone", { skip: await noBrowser() }, () => {
  let peer: MailPeer;
  let world: World;
  let app: FastifyInstance;
  let closeWorld: () => Promise<void>;
  let now = new Date("2026-11-25T20:00:00Z");
  const place: Place = {
    get world() {
      return world;
    },
    origin: "",
    mailsTo: async (address) => {
      await runJobs(world);
      return peer.taken.filter(({ to }) => [to].flat().some((one) => one?.text === address));
    },
    asks: (dossier, item, note) =>
      deed(world, askComplement, officer(), { dossier, items: [item], dueOn: "2026-12-15", notes: { [item]: note } }),
    later: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };

  const officer = (): Actor => ({
    kind: "account",
    account: randomUUID(),
    session: "s",
    roles: ["admission-officer"],
    authenticatedAt: now,
  });

  before(async () => {
    peer = await startMailPeer();
    const mail = {
      transport: smtpTransport(readSmtpUrl(peer.url)),
      from: "livret@exemple.fr",
      publicUrl: "https://livret.exemple.fr",
    };
    ({ world, close: closeWorld } = await testWorldOf({ now: () => now, mail }));
    await anIntake(world);
    app = await buildServer(world, { perMinute: 1_000_000 });
    place.origin = await app.listen({ port: 0, host: "127.0.0.1" });
  });
  after(async () => {
    await app.close();
    await closeWorld();
    await peer.close();
  });

  for (const kind of KINDS) describe(WHO[kind].who, () => applying(kind, place, WHO[kind].address));
});
