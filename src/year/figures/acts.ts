/** Publishing the rates of a year: frozen as the director saw them, with what they were computed by; later facts make a new version. */
import { Type } from "typebox";
import { begun, defineAct, FORBIDDEN, invalid, stale } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import { newId } from "../../kit/id.ts";
import { issue } from "../../kit/schema.ts";
import { closed } from "../../kit/shapes.ts";
import { KeySchema } from "../../law/entry.ts";
import * as output from "./output.ts";
import { computed, gathered, hashOf } from "./reading.ts";
import { hasFigure } from "./rules/shown.ts";
import { insertPublication, lockFigures, publicationsOf } from "./store.ts";
import { YearNumber } from "./views.ts";
import { nothingToPublish } from "./words.ts";

export const figuresChain = (id: string) => `figures:${id}`;

export const publishFigures = defineAct({
  name: "publishFigures",
  label: { fr: "Publier les taux d’une année", en: "Publish the rates of a year" },
  who: "publish the figures",
  form: Type.Object(
    { diploma: KeySchema, year: YearNumber, inputHash: Type.String({ pattern: "^sha256:[0-9a-f]{64}$" }) },
    closed,
  ),
  output: output.publishFigures,
  shows: { as: "inputHash" },
  writes: ["figures_published"],
  async perform(context) {
    const { tx, at, today, actor, input } = context;
    const { diploma, year } = input;
    await lockFigures(tx);
    const found = await gathered(context, input);
    if (!found) return FORBIDDEN;
    if (Number(today.slice(0, 4)) <= year) return invalid([NOT_OVER]);
    const { answer, basis, shown, inputHash } = computed(context, found, input);
    if (inputHash !== input.inputHash) return stale({ inputHash });
    if (!hasFigure(shown)) return invalid([nothingToPublish(shown)]);
    const [last] = (await publicationsOf(tx, diploma)).filter((one) => one.year === year);
    if (last?.inputHash === inputHash) return invalid([THE_SAME]);
    const id = newId();
    const version = (last?.version ?? 0) + 1;
    const shownHash = hashOf(shown);
    const frozen = { id, diploma, year, version, inputHash, shown, shownHash, basis };
    const by = { publishedOn: today, publishedBy: actorName(actor), at };
    await insertPublication(tx, { ...frozen, ...by, answer: { ...answer } });
    return begun({ version, shownHash }, figuresChain(id));
  },
});

const NOT_OVER = issue(
  "year",
  "L’année n’est pas finie : ses taux se publient à partir du 1er janvier suivant.",
  "The year is not over: its rates are published from the next 1 January on.",
);
const THE_SAME = issue(
  "inputHash",
  "Rien n’a changé depuis la dernière publication de cette année.",
  "Nothing has changed since the last publication of this year.",
);
