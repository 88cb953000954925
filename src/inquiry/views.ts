/** What the holder of a draft or of a kept answer may read. A wrong secret and an expired one look alike. */
import { Type } from "typebox";
import { defineView } from "../act/act.ts";
import { hashSecret, readCode } from "../kit/secret.ts";
import { idleSince, secretOf } from "./acts.ts";
import { findInquiry, findKeptAnswer } from "./store.ts";
import * as output from "./output.ts";

export type { ByDecision, KeptAnswer } from "./store.ts";

const Nothing = Type.Object({}, { additionalProperties: false });

export const openInquiry = defineView({
  name: "openInquiry",
  label: { fr: "Reprendre sa recherche", en: "Resume one’s inquiry" },
  who: "hold a draft",
  form: Nothing,
  output: output.openInquiry,
  async read(context) {
    const inquiry = await findInquiry(context.tx, hashSecret(secretOf(context)), idleSince(context.at));
    return inquiry && { version: inquiry.version, facts: inquiry.facts, touchedAt: inquiry.touchedAt.toISOString() };
  },
});

export const openAnswer = defineView({
  name: "openAnswer",
  label: { fr: "Rouvrir une réponse conservée", en: "Reopen a kept answer" },
  who: "hold a kept answer",
  form: Nothing,
  output: output.openAnswer,
  async read(context) {
    const code = readCode(secretOf(context));
    const answer = code === undefined ? undefined : await findKeptAnswer(context.tx, hashSecret(code), context.today);
    if (!answer) return undefined;
    const { id: _id, ...shown } = answer;
    return shown;
  },
});
