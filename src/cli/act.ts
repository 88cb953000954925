/**
 * `livret act NAME --as ADDRESS < input.json` and `livret view NAME --as ADDRESS`: what a person’s role in the school allows, in their
 * name; the record says that the operator did it. Acts about the person themselves are excluded. With a token in `LIVRET_TOKEN` instead, it
 * is a program like those of the API: what the token allows, recorded as done by it.
 */
import { randomUUID } from "node:crypto";
import { type Act, type Actor, perform, type View, view } from "../act/act.ts";
import { ACTS, HOUSE, VIEWS } from "../house/house.ts";
import type { CommandOutput } from "../db/socket.ts";
import { readObject } from "../kit/json.ts";
import type { Label, Lang } from "../kit/lang.ts";
import { type Issue, sayIssues } from "../kit/schema.ts";
import { ROLES, WHO_MAY } from "../act/permissions.ts";
import { holderOf } from "../people/tokens/holder.ts";
import { lackTitle, sayLack } from "../people/tokens/sentences.ts";
import { whoIs } from "../people/views.ts";
import { byAnyone, byToken, onPagesAlone } from "../act/programs.ts";
import type { World } from "../act/world.ts";
import { EXIT, type UsageError } from "./command.ts";
import { usageOf } from "./usage.ts";

type Doing = {
  readonly world: World;
  readonly establishment: string;
  readonly as: string | undefined;
  readonly token?: string | undefined;
  readonly input: string;
  readonly lang: Lang;
  readonly output: CommandOutput;
};

export async function runDeclared(kind: "act" | "view", name: string | undefined, doing: Doing): Promise<number> {
  const { output, lang } = doing;
  if (name === undefined) return listDeclared(kind, lang, output);
  const declared = allOf(kind).find((one) => one.name === name);
  if (!declared) {
    await output.err(`${unknownName(kind, name)!.said[lang]}\n`);
    return EXIT.usage;
  }
  if (doing.token === undefined && isOwn(declared) && !byRole(declared))
    return tell(output, lang, sayOwn(declared).fr, sayOwn(declared).en);
  const actor = await actorOf(doing);
  if (actor === "token-unknown")
    return tell(
      output,
      lang,
      "Ce jeton ne vaut pas ici : il est inconnu, arrivé à son terme, retiré, ou d’une autre école.",
      "This token is no good here: it is unknown, past its end, taken back, or of another school.",
    );
  if (!actor)
    return tell(output, lang, "Personne n’a de compte à cette adresse.", "Nobody has an account at this address.");
  const read = doing.input.trim() === "" ? { object: {} } : readObject(Buffer.from(doing.input));
  if ("issues" in read) return refuse(output, lang, read.issues);
  const request = { actor, establishment: doing.establishment, input: read.object as never };
  const outcome =
    kind === "act"
      ? await perform(doing.world, declared as Act, { ...request, attempt: randomUUID() })
      : await view(doing.world, declared as View, request);
  if (outcome.kind === "done" || outcome.kind === "found") {
    await output.out(`${JSON.stringify(outcome.value)}\n`);
    return EXIT.done;
  }
  if (outcome.kind === "invalid") return refuse(output, lang, outcome.issues);
  if (outcome.kind === "missing") return tell(output, lang, "Rien de tel.", "Nothing of the kind.");
  if (outcome.kind === "forbidden" && outcome.why) {
    await output.err(
      `${[lackTitle(outcome.why)[lang], sayLack(outcome.why, declared, lang)].filter(Boolean).join(" ")}\n`,
    );
    return EXIT.failed;
  }
  if (outcome.kind === "forbidden") return tell(output, lang, "Cette personne ne le peut pas.", "This person may not.");
  await output.out(`${JSON.stringify(outcome)}\n`);
  return EXIT.failed;
}

/** The names of all acts or views; needs no database. */
export async function listDeclared(kind: "act" | "view", lang: Lang, output: CommandOutput): Promise<number> {
  const lines = (some: readonly Declared[]) =>
    some.map((declared) => `${declared.name.padEnd(24)} ${declared.label[lang]}\n`).join("");
  const all = allOf(kind);
  const own = all.filter((one) => byOwnToken(one) && !byRole(one));
  await output.out(lines(all.filter(byRole)));
  await output.out(`\n${BY_TOKEN[lang]}\n${lines(own)}`);
  return EXIT.done;
}

const BY_TOKEN = {
  fr: "Par un jeton seulement (LIVRET_TOKEN), ce qui est à la personne elle-même\u00a0:",
  en: "By a token alone (LIVRET_TOKEN), what is the person’s own:",
};
/** For an act or view about the person themselves: who does it, and where. */
function sayOwn(declared: Declared): Label {
  const token = byOwnToken(declared);
  return {
    fr: `«\u00a0${declared.name}\u00a0» est à la personne elle-même\u00a0: elle le fait sur ses pages${token ? ", ou par un jeton à elle (LIVRET_TOKEN)" : ""}.`,
    en: `"${declared.name}" is the person’s own: they do it on their pages${token ? ", or by a token of theirs (LIVRET_TOKEN)" : ""}.`,
  };
}

function allOf(kind: "act" | "view"): readonly Declared[] {
  return kind === "act" ? ACTS : VIEWS;
}

/** The usage error for an unknown name, with how to list them; `undefined` for a known one. */
export function unknownName(kind: "act" | "view", name: string): UsageError | undefined {
  if (allOf(kind).some((one) => one.name === name)) return undefined;
  return usageOf(kind, {
    fr: `Aucun${kind === "act" ? " acte" : "e vue"} ne s’appelle « ${name} ».`,
    en: `No ${kind} is called "${name}".`,
  });
}

type Declared = Act | View;

/** Open to `--as`: the school’s work, by a role or the operator, and what is open to anyone. */
function byRole(declared: Declared): boolean {
  const holders = WHO_MAY[declared.who] as readonly string[];
  const theirs = holders.some((holder) => holder === "operator" || (ROLES as readonly string[]).includes(holder));
  return theirs || (hasDoor(declared) && byAnyone(declared));
}

/** Every account does it for itself, and for no other. */
function isOwn({ who }: Declared): boolean {
  return (WHO_MAY[who] as readonly string[]).includes("account");
}

function byOwnToken(declared: Declared): boolean {
  return hasDoor(declared) && byToken(declared) && !("perform" in declared && onPagesAlone(declared));
}

function hasDoor(declared: Declared): boolean {
  return [...HOUSE.programs.acts, ...HOUSE.programs.views].includes(declared);
}

async function actorOf({ world, establishment, as, token }: Doing): Promise<Actor | "token-unknown" | undefined> {
  if (token !== undefined)
    return (await holderOf(world.db, token, { establishment, at: world.now() })) ?? "token-unknown";
  const operator: Actor = { kind: "operator" };
  if (as === undefined) return operator;
  const person = await view(world, whoIs, { actor: operator, establishment, input: { address: as } });
  if (person.kind !== "found") return undefined;
  const { account, roles } = person.value;
  return { ...operator, account, roles };
}

async function refuse(output: CommandOutput, lang: Lang, issues: readonly Issue[]): Promise<number> {
  for (const { path, message } of sayIssues(issues, lang))
    await output.err(`${path === "" ? "" : `${path}: `}${message}\n`);
  return EXIT.failed;
}

async function tell(output: CommandOutput, lang: Lang, fr: string, en: string): Promise<number> {
  await output.err(`${lang === "fr" ? fr : en}\n`);
  return EXIT.failed;
}
