/** What the authority answers on a dispense that the texts contest: itself, or recorded by the school with its paper. */
import { html } from "../../kit/html.ts";
import { sayDay } from "../../kit/lang.ts";
import { isId } from "../../kit/shapes.ts";
import { may } from "../../act/permissions.ts";
import { see } from "../../page/acting.ts";
import type { At } from "../../page/declared.ts";
import { formPage } from "../../page/form-page.ts";
import { choice, day, longText, pick, text } from "../../page/kinds.ts";
import { summaryList } from "../../page/form.ts";
import type { Visit } from "../../page/page.ts";
import { recordAuthorityAnswer } from "../decide-acts.ts";
import { type SeenDispute, seeDispute } from "../views.ts";
import { places } from "./routes.ts";
import { admissionWords } from "./words.ts";

type Seen = At<SeenDispute, ReturnType<typeof admissionWords>, { readonly dossier: string }>;

export const authorityPage = formPage({
  name: "admissions-autorite",
  route: places.authority,
  who: "answer for the authority",
  words: admissionWords,
  seen: (visit, { dossier }) => (isId(dossier) ? see(visit, seeDispute, { dossier }) : Promise.resolve(undefined)),
  form: {
    fields: (at) => {
      const said = at.words.authority;
      return {
        which: pick({ label: said.which, options: disputes(at), empty: "–", open: true, missing: said.whichMissing }),
        granted: choice({
          label: said.granted,
          options: [
            { value: "yes", label: said.yes },
            { value: "no", label: said.no },
          ],
          missing: said.grantedMissing,
        }),
        on: day({ label: said.on, missing: said.onMissing }),
        by: text({ label: said.by, missing: said.byMissing }),
        paper: text({ label: said.paper, hint: said.paperHint, optional: true }),
        ground: longText({ label: said.ground, rows: 3, optional: true }),
      };
    },
    begin: (at) => {
      const all = disputes(at);
      return { on: at.visit.today, ...(all.length === 1 && { which: all[0]!.value }) };
    },
    go: ({ words }) => words.authority.go,
    act: recordAuthorityAnswer,
    input: ({ which, granted, on, by, paper, ground }, { params }) => {
      const [title = "", domain = ""] = which.split(" ");
      return {
        dossier: params.dossier,
        title,
        domain,
        granted: granted === "yes",
        on,
        by,
        ...(paper !== undefined && { paper }),
        ...(ground !== undefined && { ground }),
      };
    },
    done: (_, { visit, params }) =>
      follows(visit)
        ? places.candidacy.to(params, { fait: "decide" })
        : places.authority.to(params, { fait: "decide" }),
    on: { dossier: "which", confirmations: "which", title: "which" },
  },
  told: ({ words }) => ({ decide: words.candidacy.done }),
  shown: ({ visit, words, lang, seen, params }, forms) => {
    const { number } = seen.dossier;
    const rows = seen.disputes.map(({ title, domain, awardedOn, answer }) => {
      const answered =
        answer &&
        `${answer.granted ? words.authority.yes : words.authority.no} (${answer.by}, ${sayDay(answer.on, lang)})`;
      return {
        key: words.authority.of(title, domain),
        value: answered ?? words.authority.waits(sayDay(awardedOn, lang)),
      };
    });
    return {
      title: words.authority.title,
      lead: words.authority.lead,
      main: html`${summaryList([{ key: words.name, value: `${seen.name ?? words.unnamed}, ${number}` }, ...rows], lang)}${forms.form()}`,
      back: follows(visit) ? places.candidacy.to(params) : visit.person ? "/compte" : "/invite",
    };
  },
});

function follows({ actor }: Visit): boolean {
  return may(actor, "see the admissions");
}

function disputes({ seen, words }: Seen): { value: string; label: string }[] {
  return seen.disputes.map(({ title, domain }) => ({
    value: `${title} ${domain}`,
    label: words.authority.of(title, domain),
  }));
}
