/**
 * A trainer without an account countersigns on a telephone: the code that let him in this morning is too old to sign by, and the
 * link of his invitation sends another; at 320 pixels, by keyboard and ear, and without scripts.
 */
import { equal, notEqual } from "node:assert/strict";
import { after, before, describe } from "node:test";
import type { FastifyInstance } from "fastify";
import type { World } from "../../act/world.ts";
import { withSchool } from "../../db/school.ts";
import { inviteGuest } from "../../people/guests/acts.ts";
import { planLessons } from "../../training/lessons/acts.ts";
import { buildServer } from "../../web/server.ts";
import { noBrowser } from "../browser/shared-browser.ts";
import { deed, lastCode, freshly } from "../people.ts";
import { testWorldOf } from "../server.ts";
import { aCohort, anAccepted, employed, enrolled } from "../trainees.ts";
import { KINDS, openWay, stepByStep, type Way } from "./ways.ts";

const SCHOOL = "faire-ess";
const GUESTS = {
  keyboard: { name: "Guy Invité", address: "guy@exemple.fr", on: "2026-12-07", said: "lundi 7 décembre 2026" },
  "no script": {
    name: "Gaëlle Invitée",
    address: "gaelle@exemple.fr",
    on: "2026-12-08",
    said: "mardi 8 décembre 2026",
  },
} as const;

describe("a guest who signs", { skip: await noBrowser() }, () => {
  let world: World;
  let app: FastifyInstance;
  let close: () => Promise<void>;
  let origin = "";
  let now = new Date("2026-11-25T09:00:00Z");
  const guests = {} as Record<keyof typeof GUESTS, string>;
  before(async () => {
    ({ world, close } = await testWorldOf({ now: () => now }));
    app = await buildServer(world, { perMinute: 1_000_000 });
    origin = await app.listen({ port: 0, host: "127.0.0.1" });
    const head = await employed(world, "Ines Vidal", "head-of-training");
    const cohort = await aCohort(world, head.actor);
    await enrolled(world, head.actor, await anAccepted(world, { name: "Awa Ndiaye" }), cohort);
    for (const kind of KINDS) {
      const { name, address, on } = GUESTS[kind];
      const actor = await freshly(world, head);
      const invited = { name, address, language: "fr", until: "2027-01-29" } as const;
      const { guest } = await deed(world, inviteGuest, actor, { ...invited, roles: ["trainer"] });
      guests[kind] = guest;
      const lesson = { unit: "UF1.1", on, from: "09:00", to: "12:30", trainer: `guest:${guest}` };
      await deed(world, planLessons, actor, { cohort, lessons: [lesson] });
    }
  });
  after(async () => {
    await app.close();
    await close();
  });

  async function invitationOf(guest: string): Promise<string> {
    const [mail] = await withSchool(world.db, SCHOOL, (tx) =>
      tx.selectFrom("mail").select("link").where("about", "=", `guest:${guest}`).orderBy("id").execute(),
    );
    return (mail!.link as { path: string }).path;
  }

  for (const kind of KINDS)
    describe(kind === "keyboard" ? "by keyboard and ear" : "without scripts", () => {
      const { name, address, on, said } = GUESTS[kind];
      let way: Way;
      let first = "";
      const step = stepByStep();
      before(async () => {
        way = await openWay(kind);
      });
      after(() => way.tab.close());
      const entersByACode = async () => {
        await way.page.goto(`${origin}${await invitationOf(guests[kind])}`);
        await way.arrives(/vous invite/);
        await way.send("Recevoir le code");
        await way.arrives(/vous invite/);
        const code = await lastCode(world, address);
        await way.write("Code de six chiffres", code);
        await way.send("Entrer");
        await way.arrives(new RegExp(`^Bonjour ${name}`));
        return code;
      };
      const opensTheList = async () => {
        await way.follow("Mes séances");
        await way.arrives(/^Mes séances/);
        await way.follow(new RegExp(`^Liste de présence.*${said}`));
        await way.arrives(/^Liste de présence/);
      };
      const countersigns = async () => {
        await opensTheList();
        await way.follow("Contresigner la liste");
        await way.arrives(/^Contresigner la liste/);
        await way.tick("Je contresigne cette liste");
        await way.send("Contresigner");
      };

      step("comes in by a code in the morning, and notes who is there", async () => {
        now = new Date(`${on}T08:30:00Z`);
        first = await entersByACode();
        await opensTheList();
        await way.pick("Présence");
        await way.send("Enregistrer les présences");
        await way.arrives(/^Liste de présence/, "Les présences sont enregistrées.");
      });

      step("is refused at noon, and told where a new code comes from", async () => {
        now = new Date(`${on}T11:35:00Z`);
        await way.page.goto(`${origin}/${SCHOOL}/invite`);
        await way.arrives(new RegExp(`^Bonjour ${name}`));
        await countersigns();
        await way.hears("Il y a un problème");
        await way.says(/votre code date de plus d’une demi-heure.*rouvrez le lien de votre invitation/);
      });

      step("ends the session, is sent another code by the link of the invitation, and signs", async () => {
        await way.page.goto(`${origin}/${SCHOOL}/invite`);
        await way.arrives(new RegExp(`^Bonjour ${name}`));
        await way.send("Fermer ma session");
        await way.arrives(/^Vous n’êtes pas entré/);
        notEqual(await entersByACode(), first);
        await countersigns();
        await way.arrives(/^Liste de présence/, "La liste est contresignée.");
        equal(await way.page.getByRole("link", { name: "Contresigner la liste" }).count(), 0);
      });
    });
});
