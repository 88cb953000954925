/** Counts the codes of papers that are typed on the public page, as codes at signing in are: nobody tries them by the thousand. */
import { newId } from "../../kit/id.ts";
import { Type } from "typebox";
import { defineAct, done, invalid } from "../../act/act.ts";
import { issue } from "../../kit/schema.ts";
import { readCode } from "../../kit/secret.ts";
import { closed } from "../../kit/shapes.ts";
import { Caller, callerOf } from "../forms.ts";
import { FAILURE_LIFE } from "../sessions/acts.ts";
import { failuresBy, insertFailure, lockCount } from "./store.ts";

/** From one network in a quarter of an hour: an employer checks a pile of papers. */
export const PAPER_TRIES = 30;
const KEY = "paper code";

export const tryPaperCode = defineAct({
  name: "tryPaperCode",
  label: { fr: "Taper le code d’un document", en: "Type the code of a paper" },
  who: "verify a paper",
  scope: "deployment",
  form: Type.Object({ code: Type.String({ maxLength: 200 }), caller: Caller }, closed),
  writes: ["sign_in_failure"],
  async perform({ tx, input, at }) {
    const code = readCode(input.code);
    if (code === undefined) return invalid([NO_CODE]);
    const caller = callerOf(input);
    await lockCount(tx, `${KEY} ${caller?.toString("hex") ?? ""}`);
    const before = await failuresBy(tx, KEY, { since: new Date(at.getTime() - FAILURE_LIFE), caller });
    if (before.here >= PAPER_TRIES) return invalid([TOO_MANY]);
    const id = newId();
    await insertFailure(tx, { id, addressKey: KEY, caller, at });
    return done({ code }, `sign-in-failure:${id}`);
  },
});

const NO_CODE = issue(
  "code",
  "Ce n’est pas un code : il compte quatre groupes de quatre lettres ou chiffres. Les espaces, les tirets et les majuscules ne comptent pas.",
  "This is no code: it has four groups of four letters or figures. Spaces, dashes and capitals do not matter.",
);
const TOO_MANY = issue(
  "code",
  "Trop de codes ont été tapés d’ici. Attendez un quart d’heure, ou ouvrez l’adresse imprimée sur le document.",
  "Too many codes were typed from here. Wait a quarter of an hour, or open the address printed on the paper.",
);
