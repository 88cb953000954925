/** An admission officer who reads English, by keyboard at 320 pixels: she checks a French application, asks, writes, and no French word of ours is in her way. */
import { match } from "node:assert/strict";
import { describe } from "node:test";
import { noBrowser } from "../browser/shared-browser.ts";
import { aDossier, DECLARED_IN_FULL, FULL_FILES, FULL_SECTIONS, handedIn } from "../dossiers.ts";
import { makeAccount } from "../people.ts";
import { staffDay } from "./staff-day.ts";
import { stepByStep } from "./ways.ts";

describe("an admission officer who reads English and only has a keyboard", { skip: await noBrowser() }, () => {
  const step = stepByStep();
  const day = staffDay({ name: "Sally Bernard", role: "admission-officer", lang: "en" }, async ({ world }) => {
    const claire = await makeAccount(world, { name: "Claire Durand", address: "claire@exemple.fr" });
    const given = { declared: DECLARED_IN_FULL, sections: FULL_SECTIONS, files: FULL_FILES };
    await handedIn(world, claire, await aDossier(world, claire, given));
  });

  step("finds the new application in the queue, and opens it", async () => {
    const { way, open } = day;
    await open("/compte");
    await way.arrives(/^My account/);
    await way.says(/Your roles: admissions\./);
    await way.follow("Applications");
    await way.arrives(/^Applications/);
    await way.says(/New applications \(1\)/);
    await way.follow(/^Durand Claire/);
    await way.arrives(/^Durand Claire/);
    await way.says(/Not taken|Nobody yet/);
    await way.says(/route C3 is open to you/);
  });

  step("takes charge of it, and hears so", async () => {
    const { way } = day;
    await way.send(/^Take charge/);
    await way.arrives(/^Durand Claire/, "Done.");
    await way.says(/Sally Bernard \(you\)/);
  });

  step("gives a verdict; one without a choice is refused aloud, at its place", async () => {
    const { way } = day;
    await way.follow(/^Give a verdict.*Curriculum vit/i);
    await way.send(/^Save the verdict.*Curriculum vit/i);
    await way.refused("Say whether this part conforms.", "radio", "Conforms");
    await way.pick("Does not conform", "Conforms");
    await way.write(/^What is wrong – Curriculum vit/i, "The second page is missing.");
    await way.send(/^Save the verdict.*Curriculum vit/i);
    await way.arrives(
      /^Durand Claire/,
      "Verdict: Curriculum vitæ does not conform Sally Bernard, on 25 November 2026 The second page is missing. Change the verdict – Curriculum vitæ",
    );
  });

  step("asks for a complement, which the verdict has begun to write, with a day that must be whole", async () => {
    const { way } = day;
    await way.follow("Ask for a complement");
    await way.arrives(/^Ask for a complement/);
    await way.send("Send the request");
    await way.refused("Give a whole day: day, month and year.", "textbox", "Day");
    await way.write("Day", "15", "Answer expected at the latest on");
    await way.write("Month", "December", "Answer expected at the latest on");
    await way.write("Year", "2026", "Answer expected at the latest on");
    await way.send("Send the request");
    await way.arrives(/^Durand Claire/, "The request is sent.");
    await way.says(/Complement asked for/);
  });

  step("notes something for colleagues, and reads in the log who did what", async () => {
    const { way } = day;
    await way.write("Note for colleagues", "To be called after the 15th.");
    await way.send("Add the note");
    await way.arrives(/^Durand Claire/, "The note is added.");
    await way.follow("Who did what, act by act");
    await way.arrives(/^Log of application D-2026-000001/);
    await way.says(/Sally Bernard asks for a complement/);
    await way.says(/Claire Durand \(the person\)/);
  });

  step("goes over to French and back by the link that names the other language", async () => {
    const { way } = day;
    await way.unfold(/My account/);
    await way.page.getByRole("link", { name: "Français" }).click();
    await way.page.waitForURL(/faire-ess\/dossiers/);
    match(await way.page.title(), /^Journal du dossier/);
    await way.unfold(/Mon compte/);
    await way.page.getByRole("link", { name: "English" }).click();
    await way.page.waitForURL(/faire-ess\/en\/dossiers/);
    await way.arrives(/^Log of/);
  });
});
