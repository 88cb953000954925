/** An interview's grid: the reader's own, then all once each is finished, then the common one. */
import { type Html, html } from "../../kit/html.ts";
import type { Lang } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { see } from "../../page/acting.ts";
import type { Field } from "../../page/field.ts";
import { button, linkButton, summaryCard, summaryList, textArea } from "../../page/form.ts";
import { formPage } from "../../page/form-page.ts";
import { carried, text, version } from "../../page/kinds.ts";
import type { Visit } from "../../page/page.ts";
import { agreeGrid, declareInterviewLink, proposeGrid, saveGrid } from "../grid-acts.ts";
import { openGrid } from "../views.ts";
import { interviewWords } from "../words.ts";
import { givenText, written } from "./blocks.ts";
import { heldRows } from "./held.ts";
import { grid, heardText, mine } from "./routes.ts";

type Seen = NonNullable<Awaited<ReturnType<typeof openGrid.read>>>;
type Words = Pick<Seen["own"], "appreciations" | "remark">;

/** All appreciations and the remark as one field; the act's issues appear beside each control. */
function gridField(lang: Lang, { criteria }: Seen, named: "own" | "common"): Field<Words> {
  const { grid: words } = interviewWords(lang);
  const keys = criteria.map(({ key }) => key);
  const remarkIn = (name: string) => `${name}-remark`;
  return {
    label: words.own,
    parts: [...keys.map((key) => `-${key}`), "-remark"],
    read: (typed, name) => ({
      value: {
        appreciations: Object.fromEntries(keys.map((key) => [key, typed.get(`${name}-${key}`).trim()])),
        remark: typed.get(remarkIn(name)).trim(),
      },
    }),
    write: ({ appreciations, remark }, name) => ({
      ...Object.fromEntries(keys.map((key) => [`${name}-${key}`, appreciations[key] ?? ""])),
      [remarkIn(name)]: remark,
    }),
    print: ({ name, typed, errors }) => {
      const area = (control: string, label: string, rows: number, optional = false) =>
        textArea({
          name: control,
          label,
          rows,
          value: typed.get(control),
          errors,
          lang,
          ...(optional && { optional }),
        });
      return html`${criteria.map(({ key, label }) => area(`${name}-${key}`, label[lang], 4))}${area(remarkIn(name), words.remark, 3, true)}`;
    },
    say: ({ appreciations, remark }) => [...keys.map((key) => appreciations[key] ?? ""), remark].join(" "),
    within: (path) => {
      const key = keys.find((one) => path === `appreciations.${one}`);
      return path === "remark" ? remarkIn(named) : key && `${named}-${key}`;
    },
  };
}

/** Which of the two buttons was pressed. */
const finish: Field<boolean> = {
  label: "",
  carried: true,
  read: (typed, name) => ({ value: typed.get(name) === "yes" }),
  write: () => ({}),
  print: () => html``,
  say: () => "",
};

export const gridPage = formPage({
  name: "mes-entretiens-grille",
  route: grid,
  who: "hold interviews",
  words: interviewWords,
  seen: async (visit, { interview: id }) => (isId(id) ? see(visit, openGrid, { id }) : undefined),
  form: {
    fields: ({ lang, seen }) => ({ own: gridField(lang, seen, "own"), version: version(), finish }),
    begin: ({ seen: { own } }) => ({ own, version: own.version }),
    go: ({ words }) => ({ label: words.grid.save, variant: "secondary" }),
    beside: ({ words }) => button(words.grid.finish, { name: "finish", value: "yes" }),
    confirm: (typed, { words: { grid: words }, seen, lang }) => {
      if (!typed.finish) return undefined;
      const { appreciations, remark } = typed.own;
      // The act states what is missing, beside its field.
      if (Object.values(appreciations).includes("")) return undefined;
      const rows = seen.criteria.map(({ key, label }) => ({ key: label[lang], value: written(appreciations[key]!) }));
      return {
        title: words.check,
        warning: words.checkWarning,
        rows: [...rows, ...(remark === "" ? [] : [{ key: words.remark, value: written(remark) }])],
        go: words.sure,
      };
    },
    act: saveGrid,
    input: (typed, { params }) => ({
      interview: params.interview,
      version: typed.version,
      finish: typed.finish,
      ...typed.own,
    }),
    edits: true,
    done: (_, { params }, typed) => grid.to(params, { fait: typed.finish ? "fini" : "garde" }),
  },
  also: (form) => ({
    propose: form({
      fields: ({ lang, seen }) => ({ common: gridField(lang, seen, "common") }),
      begin: ({ seen: { own, proposal } }) => ({ common: proposal ?? own }),
      go: ({ words }) => words.grid.propose,
      act: proposeGrid,
      input: ({ common }, { params }) => ({ interview: params.interview, ...common }),
      done: "propose",
    }),
    agree: form({
      fields: () => ({ proposal: carried<string>() }),
      begin: ({ seen: { proposal } }) => ({ proposal: proposal?.id ?? "" }),
      go: ({ words }) => words.grid.agree,
      act: agreeGrid,
      forbidden: ({ params }) => ({ to: grid.to(params) }),
    }),
    know: form({
      words: "grid",
      fields: { said: text({ optional: true }) },
      go: ({ words }) => ({ label: words.grid.knowGo, variant: "secondary" }),
      act: declareInterviewLink,
      input: ({ said = "" }, { params }) => ({ interview: params.interview, said }),
      done: () => mine.to(),
    }),
  }),
  shown: ({ visit, words: { grid: words, mine: list }, seen }, forms) => {
    const { interview, begun: open, own, allFinished } = seen;
    const filling = open && !own.finished && interview.state !== "agreed";
    const body = givenText(visit, interview);
    const main = html`${summaryList(heldRows(visit, interview), visit.lang)}${body && html`<details class="ds-details"><summary>${interview.text}</summary><div>${body}</div></details>`}
${
  interview.linked
    ? html`<p>${list.linked}</p>`
    : html`${seen.hasText && html`<div class="actions">${linkButton(visit.link(heardText.to({ interview: interview.id })), words.theirText, "secondary")}</div>`}
${!open && html`<p>${words.notYet}</p>`}
${filling && html`<h2>${words.own}</h2><p>${words.ownLead}</p>${forms.form()}`}
${own.finished && !allFinished && html`<p>${words.waits}</p>`}
${allFinished && together(visit, seen, forms)}
${interview.state !== "agreed" && html`<details class="ds-details"><summary>${words.know}</summary><div><p>${words.knowWhy}</p>${forms.also.know()}</div></details>`}`
}`;
    return { title: words.heading(interview.name), main, back: mine.to() };
  },
});

type Printing = {
  readonly returned: boolean;
  readonly also: { readonly propose: () => Html; readonly agree: () => Html };
};

/** The individual grids, and the common one so far. */
function together(visit: Visit, seen: Seen, forms: Printing): Html {
  const { grid: words } = interviewWords(visit.lang);
  const { interview, own, others, proposal } = seen;
  const proposing = html`<p>${words.proposeLead}</p>${forms.also.propose()}`;
  const other = html`<details class="ds-details" ${forms.returned && "open"}><summary>${words.proposeOther}</summary><div>${proposing}</div></details>`;
  const status = () => {
    if (interview.state === "agreed" && proposal?.agreed) return words.agreedSaid;
    return proposal!.own ? words.proposedOwn : words.proposedBy(proposal!.by);
  };
  return html`<h2>${words.both}</h2>
${[{ ...own, name: words.you }, ...others].map((one) => gridCard(visit, seen, one))}
<h2>${words.common}</h2>
${
  proposal
    ? html`<p>${status()}</p>${gridCard(visit, seen, { ...proposal, name: words.common })}${!proposal.agreed && forms.also.agree()}${other}`
    : proposing
}`;
}

function gridCard(
  { lang }: Visit,
  { criteria }: Seen,
  { name, appreciations, remark }: Words & { readonly name: string },
): Html {
  const { grid: words } = interviewWords(lang);
  const rows = criteria.map(({ key, label }) => ({ key: label[lang], value: written(appreciations[key] || "–") }));
  const also = remark === "" ? [] : [{ key: words.remark, value: written(remark) }];
  return summaryCard({ title: name, level: 3, rows: [...rows, ...also], lang });
}
