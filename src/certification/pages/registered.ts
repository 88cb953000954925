/** Corrects a register entry: past appointments and marks under it stay unchanged. */
import { isId } from "../../kit/shapes.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { version } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { changeExamPerson } from "../register/acts.ts";
import { seeRegister } from "../views.ts";
import { certificationWords } from "../words.ts";
import { places } from "./places.ts";
import { entered, registered } from "./register.ts";

export const registeredPage = formPage({
  name: "registre-personne",
  route: places.registered,
  who: "appoint the jury",
  words: (lang) => certificationWords(lang).register,
  seen: async (visit, { person: id }) => {
    const seen = isId(id) ? await see(visit, seeRegister, { person: id }) : undefined;
    const [person] = seen?.persons ?? [];
    return seen && person && { ...seen, person };
  },
  form: {
    fields: ({ visit, seen }) => ({ ...registered(visit, withOwn(visit, seen)), version: version() }),
    begin: ({ seen }) => {
      const { name, actors, address, college, seat, side, employer, version: last } = seen.person;
      const filled = Object.entries({ address, college, seat, side, employer }).filter(([, value]) => value !== null);
      return { name, actors: [...actors], version: last, ...Object.fromEntries(filled) };
    },
    edits: true,
    go: ({ words }) => words.correct,
    act: changeExamPerson,
    on: { actor: "actors" },
    input: (typed, { visit, params }) => ({ person: params.person, version: typed.version, ...entered(visit, typed) }),
    done: () => places.register.to(undefined, { fait: "corrige" }),
  },
  shown: ({ words, seen }, forms) => ({
    title: seen.person.name,
    lead: words.correctWhy,
    main: forms.form(),
    back: places.register.to(),
  }),
});

type Seen = NonNullable<Awaited<ReturnType<typeof seeRegister.read>>> & {
  readonly person: NonNullable<Awaited<ReturnType<typeof seeRegister.read>>>["persons"][number];
};

/** An ended invitation is offered for no other entry, but stays on its own. */
function withOwn({ lang }: Visit, { doers, person, ...seen }: Seen) {
  const gone = person.actors.filter((actor) => !doers.some((one) => one.actor === actor));
  const ended = certificationWords(lang).register.ended;
  return { ...seen, doers: [...doers, ...gone.map((actor) => ({ actor, name: person.name, address: ended }))] };
}
