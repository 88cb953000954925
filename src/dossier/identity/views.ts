/** A civil identity as it stands now, and the requests to correct it: one’s own, or a person’s, to be judged. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { standingOn } from "../../act/standing.ts";
import type { Tx } from "../../db/school.ts";
import { findFile } from "../../files/attach.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { handedInBy, sectionsNow } from "../contact/store.ts";
import { stateOf } from "../happened.ts";
import { isOwn } from "../hands.ts";
import { submissionsOf } from "../history/store.ts";
import { noteOpened } from "../opened.ts";
import * as output from "../output.ts";
import { CIVIL, identityRequests } from "../rules/identity-request.ts";
import { type Contents, lineOf } from "../rules/sections.ts";
import { DOSSIER } from "../rules/state.ts";
import { nameOf } from "../standing.ts";
import { findDossier } from "../store.ts";
import { identityFacts } from "./store.ts";

export const myIdentity = defineView({
  name: "myIdentity",
  label: { fr: "Voir son identité", en: "See one’s identity" },
  who: "apply",
  form: Type.Object({}, closed),
  output: output.myIdentity,
  async read({ tx, actor }) {
    if (actor.kind !== "account") return undefined;
    const ids = await handedInBy(tx, actor.account);
    for (const id of ids)
      if ((await stateOf(tx, id)).state !== "draft")
        return { dossier: id, identity: await civilNow(tx, id), requests: await requestsOn(tx, ids) };
    return undefined;
  },
});

export const identityOfPerson = defineView({
  name: "identityOfPerson",
  label: {
    fr: "Voir l’identité d’une personne et ce qui en est demandé",
    en: "See a person’s identity and what is asked of it",
  },
  who: "handle the dossiers",
  form: Type.Object({ dossier: Id }, closed),
  output: output.identityOfPerson,
  async read(context) {
    const { tx, actor, input } = context;
    const dossier = await findDossier(tx, input.dossier);
    if (!dossier || isOwn(dossier, actor) || (await submissionsOf(tx, dossier.id)).length === 0) return undefined;
    await noteOpened(context, dossier, "identity");
    const { id, number, account } = dossier;
    const ids = account === null ? [id] : await handedInBy(tx, account);
    const { identity } = await sectionsNow(tx, id);
    const follows = await Promise.all(ids.map((one) => standingOn(context, DOSSIER, ["identity-accepted"], one)));
    const { state } = await stateOf(tx, id);
    return {
      dossier: id,
      number,
      name: nameOf(identity) ?? number,
      identity: await civilNow(tx, id),
      requests: await requestsOn(tx, ids),
      follows: follows.flat().map(({ says }) => says),
      /** Without an account, the office asks for the person. */
      enters: account === null && state !== "draft",
    };
  },
});

/** What the chronology of a person tells of the corrections of their identity. */
export const seeIdentities = defineView({
  name: "seeIdentities",
  label: { fr: "Voir les corrections de l’identité d’une personne", en: "See the corrections of a person’s identity" },
  who: "find people",
  form: Type.Object({ dossiers: Type.Array(Id, { maxItems: 50 }) }, closed),
  output: output.seeIdentities,
  async read({ tx, input: { dossiers } }) {
    return { requests: await requestsOn(tx, dossiers) };
  },
});

async function civilNow(tx: Tx, dossier: string): Promise<Record<string, string>> {
  const { identity } = await sectionsNow(tx, dossier);
  return linesOf(
    identity,
    CIVIL.fields.map(({ name }) => name),
  );
}

async function requestsOn(tx: Tx, dossiers: readonly string[]) {
  const requests = identityRequests(await identityFacts(tx, dossiers));
  return Promise.all(
    requests.map(async ({ id, dossier, at, before, asked, said, how, outcome }) => {
      const file = await findFile(tx, id);
      return {
        id,
        dossier,
        at: at.toISOString(),
        before: linesOf(before, Object.keys(before)),
        asked: linesOf(asked, Object.keys(asked)),
        said,
        how,
        proof: file?.name ?? null,
        outcome: outcome && { ...outcome, at: outcome.at.toISOString() },
      };
    }),
  );
}

function linesOf(contents: Contents, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, lineOf(contents, name)]));
}
