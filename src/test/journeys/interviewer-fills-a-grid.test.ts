/**
 * An interview on a telephone, from both sides: a candidate asks for another hour, a guest comes in by a link and a code and fills
 * in a grid; at 320 pixels, by keyboard and ear, and without scripts.
 */
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { Actor } from "../../act/act.ts";
import type { World } from "../../act/world.ts";
import { convoke } from "../../interviews/convoke-acts.ts";
import { saveGrid } from "../../interviews/grid-acts.ts";
import { withSchool } from "../../db/school.ts";
import { SESSION_COOKIE } from "../../page/session.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { type ADay, anInterviewDay, asInterviewer, conforming, placed } from "../interviewing.ts";
import { actorOf, deed, giveRoles, lastCode, makeAccount, openedSession } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { KINDS, type Kind, openWay, stepByStep, type Way } from "./ways.ts";

const SCHOOL = "faire-ess";
const ON = "2026-12-02";
const WORDS = {
  analysis: "Va au fond du texte.",
  synthesis: "Dit l’essentiel.",
  expression: "Parle clairement.",
  fit: "Le projet tient.",
};

const NAMES = { keyboard: "Claire", "no script": "Louise" } as const;
type Prepared = {
  readonly candidate: Awaited<ReturnType<typeof conforming>>;
  readonly interview: string;
  readonly day: ADay;
};

describe("an interview on a telephone", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let now = new Date("2026-12-01T08:00:00Z");
  const made = {} as Record<Kind, Prepared>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const who = await makeAccount(world, { name: "Sacha", address: "sacha@exemple.fr" });
    await giveRoles(world, who, ["admission-officer"]);
    const officer: Actor = await actorOf(world, await openedSession(world, who, ["password", "totp"]));
    for (const kind of KINDS) {
      const candidate = await conforming(world, officer, { name: NAMES[kind] });
      const day = await anInterviewDay(world, officer, { on: ON });
      const interview = await placed(world, officer, day, candidate);
      await deed(world, convoke, officer, { interview, ground: "Vu." });
      made[kind] = { candidate, interview, day };
    }
  });
  after(async () => {
    await app.close();
    await close();
  });

  /** What the invitation of a guest leads to, as its mail has it. */
  async function invitedTo(guest: string): Promise<{ link: string; address: string }> {
    const [mail] = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select(["to_address", "link"]).where("about", "=", guest).orderBy("id").execute(),
    );
    return { link: (mail!.link as { path: string }).path, address: mail!.to_address! };
  }

  for (const kind of KINDS)
    describe(kind === "keyboard" ? "by keyboard and ear" : "without scripts", () => {
      let way: Way;
      const step = stepByStep();
      before(async () => {
        way = await openWay(kind);
      });
      after(() => way.tab.close());

      step("is told to the candidate, who asks for another hour and then comes all the same", async () => {
        now = new Date("2026-12-01T08:00:00Z");
        const { candidate } = made[kind];
        const value = await openedSession(world, candidate);
        await way.page.context().addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
        await way.page.goto(`${origin}/${SCHOOL}/deis/dossier/${candidate.dossier}/entretien`);
        await way.arrives(/^Votre entretien d’admission/);
        await way.says(/mercredi 2 décembre 2026.*À 9 h, Étude.*30 minutes.*À 9 h 30, Bureau/);
        await way.unfold("Demander une autre heure");
        await way.send("Demander une autre heure");
        await way.refused(
          "Dites pourquoi cette heure ne convient pas : l’école en cherche une autre d’après cela.",
          "textbox",
          "Pourquoi cette heure ne convient-elle pas ?",
        );
        await way.write("Pourquoi cette heure ne convient-elle pas ?", "Mon train arrive à dix heures.");
        await way.send("Demander une autre heure");
        await way.arrives(
          /^Votre entretien d’admission/,
          "Votre demande est envoyée. L’école vous répondra par courriel.",
        );
        await way.says(/Mon train arrive à dix heures/);
        await way.send("Finalement, je viendrai à cette heure");
        await way.arrives(/^Votre entretien d’admission/, "Votre venue est notée. L’école vous attend.");
      });

      step("is found by the guest who holds it, once a link and a code have let him in", async () => {
        now = new Date("2026-12-02T08:45:00Z");
        await way.page.context().clearCookies();
        const { link, address } = await invitedTo(made[kind].day.pair.members[1]);
        await way.page.goto(`${origin}${link}`);
        await way.arrives(/vous invite/);
        await way.send("Recevoir le code");
        await way.arrives(/vous invite/);
        await way.write("Code de six chiffres", await lastCode(world, address));
        await way.send("Entrer");
        await way.arrives(/^Bonjour Bruno A/);
        await way.says(/1 à faire/);
        await way.follow("Mes entretiens");
        await way.arrives(/^Mes entretiens/);
        await way.says(/grille à remplir/);
        await way.follow(/^Ouvrir /);
        await way.arrives(/^Entretien avec /);
        await way.says(/Le non-recours aux droits.*sans vous concerter/);
      });

      step("has its grid saved as it is, and finished only when each criterion has its appreciation", async () => {
        await way.write("La capacité d’analyse.", WORDS.analysis);
        await way.write("La capacité de synthèse.", WORDS.synthesis);
        await way.send("Enregistrer");
        await way.arrives(/^Entretien avec /, "Votre grille est enregistrée. Terminez-la quand elle est complète.");
        await way.write("La capacité d’expression.", WORDS.expression);
        await way.send("Terminer ma grille");
        await way.refused(
          "Écrivez une appréciation de ce critère avant de terminer.",
          "textbox",
          /^L’accord du projet/,
        );
        await way.write(/^L’accord du projet/, WORDS.fit);
        await way.send("Terminer ma grille");
        await way.arrives(/^Terminer votre grille \?/);
        await way.says(/Va au fond du texte.*Le projet tient/);
        await way.send("Terminer");
        await way.arrives(/^Entretien avec /, "Votre grille est terminée.");
        await way.says(/Votre grille est terminée.*Celle de l’autre ne l’est pas encore/);
      });

      step("has both grids read once the other is finished, and one proposed for both", async () => {
        const { interview, day } = made[kind];
        const ana = asInterviewer(world, day.pair.members[0]);
        const hers = { ...WORDS, analysis: "Reste à la surface." };
        await deed(world, saveGrid, ana, { interview, version: 0, finish: true, appreciations: hers, remark: "" });
        await way.page.goto(`${origin}/${SCHOOL}/mes-entretiens/${interview}`);
        await way.arrives(/^Entretien avec /);
        await way.says(/Ana A.*Reste à la surface/);
        await way.send("Proposer cette grille");
        await way.arrives(/^Entretien avec /, "Votre proposition est enregistrée.");
        await way.says(/elle attend d’être acceptée/);
      });
    });
});
