/** The State's guests an intake is open to, and opening it to another. */
import { html } from "../../kit/html.ts";
import { isId } from "../../kit/shapes.ts";
import { see } from "../../page/acting.ts";
import { formPage } from "../../page/form-page.ts";
import { pick } from "../../page/kinds.ts";
import { nameOfIntake } from "../../intake/words.ts";
import { letIntoIntake, seeIntakeGuests } from "../let-in.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";

export const letInPage = formPage({
  name: "admissions-ouverte-a",
  route: places.letIn,
  who: "prepare the commission",
  words: (lang) => admissionWords(lang).lists,
  seen: (visit, { intake }) => (isId(intake) ? see(visit, seeIntakeGuests, { intake }) : Promise.resolve(undefined)),
  form: {
    fields: ({ words, seen }) => ({
      guest: pick({
        options: seen.guests.filter(({ isIn }) => !isIn).map(({ guest, name }) => ({ value: guest, label: name })),
        empty: words.letInChoose,
      }),
    }),
    act: letIntoIntake,
    on: { intake: "guest" },
    done: "ouverte",
    forbidden: ({ params }) => ({ to: places.letIn.to(params) }),
  },
  shown: ({ words, lang, seen }, { form }) => {
    const inside = seen.guests.filter(({ isIn }) => isIn);
    const main =
      seen.guests.length === 0
        ? html`<p>${words.letInNone}</p>`
        : html`<h2>${words.letInto}</h2>
${inside.length === 0 ? html`<p>${words.letInNobody}</p>` : html`<ul>${inside.map(({ name }) => html`<li>${name}</li>`)}</ul>`}
${inside.length < seen.guests.length && form()}`;
    const back = places.admissions.to(undefined, { campagne: seen.intake.id });
    return { title: words.letIn(nameOfIntake(seen.intake.label, lang)), lead: words.letInWhy, main, back };
  },
});
