/** A person's requests: a copy of all that is held about them, or its erasure. Both are jobs that follow the act. */
import { Type } from "typebox";
import { defineAct, defineView, done, type Duty, FORBIDDEN, stale } from "../act/act.ts";
import type { Lang } from "../kit/lang.ts";
import { allows, leaves } from "../kit/machine.ts";
import { dayIn } from "../kit/zone.ts";
import { enqueue } from "../jobs/queue.ts";
import type { Errand } from "../jobs/job.ts";
import { postMail } from "../mail/post.ts";
import type { Retained } from "./retained.ts";
import { REQUEST, type KeptLine } from "./rules/request.ts";
import { copyReadyMail, erasureDoneMail } from "./mails.ts";
import { endedCopies, findRequest, insertRequest, requestsOf, updateRequest } from "./store.ts";
import { Id, closed } from "../kit/shapes.ts";
import { oneOf } from "../law/entry.ts";
import * as output from "./output.ts";

declare module "../act/world.ts" {
  interface House {
    readonly myData: ReturnType<typeof myDataView>;
  }
}

const KeptLineForm = Type.Unsafe<KeptLine>(
  Type.Object(
    {
      label: Type.Object({ fr: Type.String(), en: Type.String() }, closed),
      erased: Type.Integer({ minimum: 0 }),
      kept: Type.Integer({ minimum: 0 }),
      why: Type.Union([oneOf("held", "bound", "period", "needed"), Type.Null()]),
      months: Type.Union([Type.Integer(), Type.Null()]),
    },
    closed,
  ),
);

const ById = Type.Object({ request: Id }, closed);

/** Days for which a copy can be downloaded. */
const COPY_DAYS = 7;

const chainOf = (id: string) => `data-request:${id}`;

export const buildCopy: Errand<{ request: string }> = { name: "buildCopy" };
export const removeCopy: Errand<{ request: string }> = { name: "removeCopy" };
export const eraseAll: Errand<{ request: string }> = { name: "eraseAll" };

export const askForData = defineAct({
  name: "askForData",
  label: { fr: "Demander une copie ou l’effacement de ses données", en: "Ask for a copy or the erasure of one’s data" },
  who: "mind one’s own account",
  form: Type.Object(
    {
      kind: Type.Union([Type.Literal("copy"), Type.Literal("erasure")]),
      language: Type.Union([Type.Literal("fr"), Type.Literal("en")]),
    },
    closed,
  ),
  output: output.askForData,
  binds: "a copy of all that is kept of a person leaves with it, or all of it is erased",
  writes: ["data_request"],
  async perform({ tx, input: { kind, language }, actor, at }) {
    if (actor.kind !== "account") return FORBIDDEN;
    const { account } = actor;
    const open = (await requestsOf(tx, account)).find((one) => one.kind === kind && one.state === "asked");
    if (open) return stale({ request: open.id });
    const id = await insertRequest(tx, { account, kind, language, at });
    await enqueue(tx, kind === "copy" ? buildCopy : eraseAll, { request: id }, at);
    return done({ request: id }, chainOf(id));
  },
});

/** Done by the job once the file is stored; repeated tries count once. */
export const copyReady = defineAct({
  name: "copyReady",
  label: { fr: "Annoncer qu’une copie est prête", en: "Tell that a copy is ready" },
  who: "let time pass",
  from: leaves(REQUEST, "copied"),
  form: Type.Object(
    {
      request: Id,
      size: Type.Integer({ minimum: 1 }),
      sha256: Type.String({ pattern: "^[0-9a-f]{64}$" }),
      to: Address(),
    },
    closed,
  ),
  writes: ["mail"],
  async perform({ tx, input: { request: id, size, sha256, to }, at, zone }) {
    const request = await findRequest(tx, id);
    if (!request || !allows(REQUEST, "copied", request.state)) return FORBIDDEN;
    const expiresAt = new Date(at.getTime() + COPY_DAYS * 86_400_000);
    await updateRequest(tx, id, { state: "ready", size, sha256, readyAt: at, expiresAt });
    const { language: lang, account } = request;
    const words = copyReadyMail(lang, dayIn(expiresAt, zone));
    await postMail(tx, { reader: `account:${account}`, to, lang, about: chainOf(id), at, ...words });
    return done({ request: id }, chainOf(id));
  },
});

/** Reports what was erased and what stays; the account, if it goes, is erased after this. */
export const erasureDone = defineAct({
  name: "erasureDone",
  label: { fr: "Rendre compte d’un effacement", en: "Report an erasure" },
  who: "let time pass",
  from: leaves(REQUEST, "erased"),
  form: Type.Object({ request: Id, to: Address(), outcome: Type.Array(KeptLineForm) }, closed),
  writes: ["mail"],
  async perform({ tx, input: { request: id, to, outcome }, at }) {
    const request = await findRequest(tx, id);
    if (!request || !allows(REQUEST, "erased", request.state)) return FORBIDDEN;
    await updateRequest(tx, id, { state: "done", outcome, readyAt: at });
    const { language: lang } = request;
    const words = erasureDoneMail(lang, outcome);
    const reader = `account:${request.account}`;
    await postMail(tx, { reader, to, lang, about: chainOf(id), at, ...words });
    return done({ request: id }, chainOf(id));
  },
});

function Address() {
  return Type.String({ minLength: 3, maxLength: 320 });
}

export const expireCopy = defineAct({
  name: "expireCopy",
  label: { fr: "Retirer une copie arrivée à son terme", en: "Remove a copy past its end" },
  who: "let time pass",
  from: leaves(REQUEST, "expired"),
  form: ById,
  writes: [],
  async perform({ tx, input: { request: id }, at }) {
    const request = await findRequest(tx, id);
    if (!request?.expiresAt || request.expiresAt > at || !allows(REQUEST, "expired", request.state)) return FORBIDDEN;
    await updateRequest(tx, id, { state: "done" });
    await enqueue(tx, removeCopy, { request: id }, at);
    return done({ request: id }, chainOf(id));
  },
});

export const expireCopies: Duty<typeof ById> = {
  act: expireCopy,
  foretold: { unpreventable: "a copy can be asked for again" },
  async due({ tx, at, zone }, limit) {
    const ended = await endedCopies(tx, at, limit);
    return ended.map(({ id, expiresAt }) => ({ input: { request: id }, key: id, day: dayIn(expiresAt, zone) }));
  },
};

/** A person's requests, and counts of what this school holds about them. */
export function myDataView(retained: readonly Retained[]) {
  return defineView({
    name: "myData",
    label: { fr: "Voir ce qui est gardé à son sujet", en: "See what is held about oneself" },
    who: "mind one’s own account",
    form: Type.Object({}, closed),
    output: output.myData,
    async read({ tx, actor, periods }) {
      if (actor.kind !== "account") return undefined;
      const held: { name: string; label: Readonly<Record<Lang, string>>; count: number; erasable: boolean }[] = [];
      for (const { name, label, place, chains, erase, untilOver } of retained) {
        if (place !== "school") continue;
        const count = (await chains(tx, { account: actor.account })).length;
        if (count > 0) held.push({ name, label, count, erasable: erase !== undefined && !untilOver });
      }
      const requests = (await requestsOf(tx, actor.account)).map(({ askedAt, readyAt, expiresAt, ...one }) => ({
        ...one,
        askedAt: askedAt.toISOString(),
        readyAt: readyAt?.toISOString() ?? null,
        expiresAt: expiresAt?.toISOString() ?? null,
      }));
      return { held, requests, periods };
    },
  });
}

/** A copy to download: the person's own, ready, not expired. */
export const openCopy = defineView({
  name: "openCopy",
  label: { fr: "Télécharger la copie de ses données", en: "Download the copy of one’s data" },
  who: "mind one’s own account",
  form: ById,
  output: output.openCopy,
  async read({ tx, actor, input, at }) {
    const request = await findRequest(tx, input.request);
    if (!request || actor.kind !== "account" || request.account !== actor.account) return undefined;
    const { state, expiresAt, size, sha256, askedAt } = request;
    if (state !== "ready" || !expiresAt || expiresAt <= at) return undefined;
    return { request: request.id, size: size!, sha256: sha256!, askedAt: askedAt.toISOString() };
  },
});
