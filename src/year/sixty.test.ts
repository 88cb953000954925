/**
 * The rates and the yearly declaration of 2028 in a school of sixty people, and then those of 2029, against a count by hand. The people are
 * those of `src/test/sixty/table.ts`, played by the real acts; every number here was counted from that table with a pencil, and how is said
 * beside it.
 */
import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { withSchool } from "../db/school.ts";
import { SESSION_COOKIE } from "../page/session.ts";
import { attack, everyRow } from "../test/attack.ts";
import { addDays, addMonths } from "../kit/day.ts";
import { performedAlike } from "../test/performed-one-by-one.ts";
import { faultsOf } from "../test/playing.ts";
import { deed, openedSession } from "../test/people.ts";
import { openSixty, OTHER_DIPLOMA, SCHOOL, type Sixty } from "../test/sixty/played.ts";
import { SIXTY } from "../test/sixty/table.ts";
import { buildServer } from "../web/server.ts";
import { depositBpf, enterBpf } from "./bpf/acts.ts";
import { seeBpf, seeBpfCell } from "./bpf/views.ts";
import { publishFigures } from "./figures/acts.ts";
import { figuresAsPublished, seeYear, whoIsCounted } from "./figures/views.ts";

/** What the accountant enters, every year alike. */
const ENTERED = {
  version: 0,
  charges: 1_234_567,
  trainerSalaries: 400_000,
  purchases: 34_550,
  otherTurnover: 53_420,
  distance: false,
  publicBody: false,
  naf: "8542Z",
};
const RATES = { diploma: "deis", year: 2028 };

/** What an hour costs in cents: whoever pays for somebody, and a person who pays alone. */
const [OTHERS, OWN] = [2_100, 1_680];

/** Of Abel’s first invoice, 7 123,20 €, the part of 2028: 119 of 181 days. */
const ABEL = { first: 468_320 };

describe("a played year of sixty people", () => {
  let sixty: Sixty;
  let app: FastifyInstance;
  before(async () => {
    sixty = await openSixty();
    app = await buildServer(sixty.world, { perMinute: 1_000_000 });
  });
  after(async () => {
    await app.close();
    await sixty.close();
  });

  /** Computed once for each day: between two acts it is the same. */
  const computed = new Map<string, ReturnType<typeof compute>>();
  const compute = async (year: number) => sixty.seen(seeBpf, await sixty.as("officer"), { year });
  const declaration = (year: number) => {
    const key = `${String(year)} ${sixty.world.now().toISOString()}`;
    if (!computed.has(key)) computed.set(key, compute(year));
    return computed.get(key)!;
  };
  const cell = async (year: number, name: string) =>
    sixty.seen(seeBpfCell, await sixty.as("officer"), { year, cell: name });
  /** Every row of a frame in which something stands, as `cell people/hours`. */
  const frame = async (year: number, name: string) =>
    (await declaration(year)).frames
      .filter((one) => one.frame === name)
      .flatMap(({ rows }) => rows)
      .filter(({ values }) => values.some((value) => value !== 0))
      .map((row) => `${(row.cell ?? row.own)!.replace(`${name}-`, "")} ${row.values.join("/")}`);
  const enter = async (year: number, external: readonly ("inside" | "outside")[]) =>
    deed(sixty.world, enterBpf, await sixty.as("officer"), {
      ...ENTERED,
      year,
      external: external.map((who) => `account:${sixty.staff[who].account}`),
    });
  const deposit = async (year: number, on: string) => {
    const { inputHash, unknown } = await declaration(year);
    computed.clear();
    const leftOut = unknown.length > 0 && { leftOut: unknown.map(({ called }) => called) };
    const input = { year, on, receipt: `AR-${year}`, inputHash, ...leftOut };
    await deed(sixty.world, depositBpf, await sixty.as("officer"), input);
  };
  const year = async (of: { diploma: string; year: number }) => sixty.seen(seeYear, await sixty.as("director"), of);
  /** Of each site and of all: the count, the percentage, and of a survey how many answered of how many were asked. */
  const rates = async (of: { diploma: string; year: number }) => {
    const { shown } = await year(of);
    const rows = [...shown.sites, { site: "all", rates: shown.all! }];
    return Object.fromEntries(
      rows.map((row) => [
        row.site,
        row.rates.map(({ numerator, denominator, percent, asked, answered }) => {
          const count = `${numerator ?? "–"}/${denominator ?? "–"} ${percent ?? "–"}`;
          return asked === null ? count : `${count}, ${String(answered)} of ${String(asked)}`;
        }),
      ]),
    );
  };
  const publish = async (of: { diploma: string; year: number }) => {
    const { inputHash } = await year(of);
    return deed(sixty.world, publishFigures, await sixty.as("director"), { ...of, inputHash });
  };
  const page = async (path: string, who?: "director" | "officer") => {
    const cookie =
      who && `${SESSION_COOKIE}=${await openedSession(sixty.world, sixty.staff[who], ["password", "totp"])}`;
    const answer = await app.inject({ url: `/${SCHOOL}${path}`, headers: cookie === undefined ? {} : { cookie } });
    equal(answer.statusCode, 200, path);
    return answer.body;
  };
  const textOf = (body: string) => body.replaceAll(/<[^>]+>/g, " ").replaceAll(/[\u00a0\u202f\s]+/g, " ");

  describe("its year before, 2027", () => {
    before(async () => {
      await sixty.until("2028-01-05");
      await enter(2027, []);
    });

    it("has the three hours of the nine of M27, and the fees of all who applied by then", async () => {
      // 3 h each: two of an employer (line 1), one each of 2d and 7, five alone. 51 of 60 applied in 2026 and 2027: 160 € each.
      deepEqual(await frame(2027, "C"), [
        "1 126",
        "2d 63",
        "7 63",
        "9 252",
        "11 8160",
        "two 63",
        "total 8664",
        // 8 664,00 of 8 664,00 + 534,20.
        "share 94",
      ]);
      deepEqual(await frame(2027, "E"), ["staff 1/3"]);
      deepEqual(await frame(2027, "F1"), ["a 3/9", "c 1/3", "d 5/15", "totals 9/27"]);
      await deposit(2027, "2028-01-05");
    });
  });

  describe("its declaration of 2028", () => {
    before(async () => {
      await sixty.until("2029-04-20");
      await enter(2028, ["outside"]);
    });

    it("has in C what is performed and not invoiced by who pays, what is invoiced by its period, and the year’s fees", async () => {
      // M28 held 15 h 30 of what is billed by the end (the field study is not): 12 h 30 of them were countersigned. N28 held 7 h, M29 3 h,
      // X28 4 h. Whoever stopped: what was held, or attended, until then. Of Z28 nothing can be said: it has no periods.
      const line = {
        // Attended: David 12.5, Vera 6; Zoe and Alix 7; Berthe and Helene 3; Yolande 4. Elise and Fabien 12.5, Sami 9, at 6 € an hour.
        "1": OTHERS * (12.5 + 6 + 14 + 6 + 4) + 600 * (25 + 9),
        // Sami 9 h at 15 €; Elise and Fabien 12.5 h each at 15 €.
        "2c": 1_500 * 9,
        "2h": 1_500 * 25,
        // Gaelle and Hugo 12.5, Basile 7, Etienne 3.
        "2d": OTHERS * (25 + 7 + 3),
        // Lea 12.5 less 3.5, Marc 12.5 less 3.
        "2e": OTHERS * (9 + 9.5),
        // Rosa, until May: 6.
        "2f": OTHERS * 6,
        // Omar, until September: 9; Paul alike.
        "2g": OTHERS * 9,
        "5": OTHERS * 9,
        // Nina 12.5, Denis 7.
        "3": OTHERS * (12.5 + 7),
        // Karim 12.5, Igor 3.
        "6": OTHERS * (12.5 + 3),
        // Iris and Jean 12.5, Clara 7, Dora 3.
        "7": OTHERS * (25 + 7 + 3),
        // Held: Bilal 15.5; Ugo until March 3, Willy until May 6, Yves 3 in M28 and 3 in M29; Xena, Yann, Hadi, Ida and Jules 7, Emma until
        // May 3; Colin, Fanny and Gilles 3; Xavier and Zelie 4.
        "9": OWN * (15.5 + 3 + 6 + 6 + 35 + 3 + 9 + 8),
        // Tania 12.5, Kim 7.
        "10": OTHERS * (12.5 + 7),
        // Of the nine who applied for M29.
        "11": 9 * 16_000,
      };
      // Invoiced: Carla 7 833 € until July. Anna 6 266,40 € less a credit of 500, and 5 493,60 € of the second half, asked in January 2029.
      // Abel 7 123,20 € for 4 September 2028 to 3 March 2029: 119 of 181 days are of 2028.
      line["1"] += 783_300;
      line["9"] += 626_640 - 50_000 + 549_360 + ABEL.first;
      const euros = Object.entries(line).map(([name, cents]) => [name, Math.floor(cents / 100 + 0.5)] as const);
      const total = euros.reduce((sum, [, whole]) => sum + whole, 0);
      const found = await frame(2028, "C");
      deepEqual(new Set(found.slice(0, -3)), new Set(euros.map(([name, whole]) => `${name} ${String(whole)}`)));
      // And written out, so that a fault of this addition would be seen.
      deepEqual(found, [
        "1 8930",
        "2c 135",
        "2d 735",
        "2e 389",
        "2f 126",
        "2g 189",
        "2h 375",
        "3 410",
        "5 189",
        "6 326",
        "7 735",
        "9 17380",
        "10 410",
        "11 1440",
        // 135 + 735 + 389 + 126 + 189 + 375.
        "two 1949",
        `total ${String(total)}`,
        // 31 766,10 of 31 766,10 + 534,20.
        "share 98",
      ]);
      equal(total, 31_769);
    });

    it("has the charges entered in D, and in E all that was taught, the field study and the list that nobody signed too", async () => {
      deepEqual(await frame(2028, "D"), ["charges 12346", "trainerSalaries 4000", "purchases 346"]);
      // Tom: M28 four times 3, N28 3, X28 4. Zita: 3.5 and 3 of M28, N28 4, M29 3, Z28 2: 15 h 30.
      deepEqual(await frame(2028, "E"), ["staff 1/19", "external 1/16"]);
    });

    it("has the same people and hours in its three frames: who was there, where the list was countersigned", async () => {
      // a: M28 Carla, Elise, Fabien, Gaelle and Hugo 12.5, Lea 9, Marc 9.5, Sami 9, Vera 6: 96; N28 Zoe, Alix and Basile 21; M29 Berthe,
      // Etienne and Helene 9; Yolande 4; Lou 2. b: David. c: Iris, Jean and Karim 12.5, Rosa 6, Clara 7, Dora and Igor 3.
      // d: Anna and Bilal 12.5, Ugo 3, Willy 6, Yves 6: 40; N28 Xena, Yann, Hadi, Ida and Jules 7, Emma 3: 38; M29 Abel, Colin, Fanny,
      // and Gilles 12; Xavier and Zelie 8; Max 2. e: Nina 12.5, Omar and Paul 9, Denis 7. Julie was away from 2027 to 2029.
      // 132 + 12.5 + 56.5 + 100 + 37.5 = 338.5, which is 339: of the three halves the first two are rounded up.
      deepEqual(await frame(2028, "F1"), ["a 17/132", "b 1/13", "c 7/57", "d 18/100", "e 4/37", "totals 47/339"]);
      deepEqual(await frame(2028, "F3"), ["rncp-6-8 47/339", "totals 47/339"]);
      // X28 is another speciality: 12 of 338.5; 326.5 has the one half.
      deepEqual(await frame(2028, "F4"), ["332 44/327", "315 3/12", "totals 47/339"]);
      deepEqual(await frame(2028, "F2"), []);
      // Tania and Kim, whom another body sent: 19 h 30.
      deepEqual(await frame(2028, "G"), ["G 2/20"]);
    });

    it("leads from each cell to those who stand in it, with their minutes", async () => {
      const people = async (name: string) =>
        (await cell(2028, name)).people.map((one) => `${one.name} ${String(one.minutes)}`);
      deepEqual(await people("F1-e"), ["Garcia Denis 420", "Orsini Nina 750", "Petit Omar 540", "Quint Paul 540"]);
      deepEqual(await people("G"), ["Nolan Kim 420", "Tissot Tania 750"]);
      // Nobody who withdrew, whenever they did, nor whose training was over before the year, or who was away for all of it.
      const all = await people("totals");
      equal(all.length, 47);
      ok(!all.some((one) => /Ivry|Jacob|Aubert|Jacquet/.test(one)));
      const documents = async (name: string) =>
        (await cell(2028, name)).documents.map((one) => `${one.name} ${one.kind} ${String(one.cents)}`).toSorted();
      deepEqual(await documents("C-1"), [
        "Blanc Berthe accrued 6300",
        "Carre Zoe accrued 14700",
        "Denis Alix accrued 14700",
        "Dumas David accrued 26250",
        "Ferry Elise accrued 7500",
        "Gilet Fabien accrued 7500",
        "Henry Helene accrued 6300",
        "Les Amandiers invoice 783300",
        "Prat Yolande accrued 8400",
        "Sorel Sami accrued 5400",
        "Vidal Vera accrued 12600",
      ]);
    });

    it("says what cannot be counted, and that the total is one of rounded lines", async () => {
      const { findings, lacking, unknown, undeposited } = await declaration(2028);
      deepEqual(
        unknown.map(({ name }) => name),
        ["Sans Lou", "Sans Max"],
      );
      deepEqual([lacking, undeposited], [[], []]);
      // 31 766,10 to the cent.
      deepEqual(
        findings.map(({ fr }) => textOf(fr)),
        ["Le total est la somme des lignes arrondies (31 769,00 €) ; au centime, il ferait 31 766,00 €."],
      );
    });

    it("is deposited", async () => {
      await deposit(2028, "2029-04-20");
      const [found] = (await declaration(2028)).deposits;
      deepEqual(
        [found!.version, found!.receipt, (await declaration(2028)).inputHash],
        [1, "AR-2028", found!.inputHash],
      );
    });
  });

  describe("its rates of 2028, on 3 September 2029", () => {
    before(async () => {
      await sixty.until("2029-09-02");
      await sixty.round();
    });

    it("are published the day before, when Omar is 364 days gone, and is not counted either", async () => {
      equal((await rates(RATES)).Montpellier![1], "15/17 88");
      equal((await publish(RATES)).version, 1);
      await sixty.until("2029-09-03");
    });

    it("count who was ruled on, who stayed, who is satisfied and who found work, site by site", async () => {
      deepEqual(await rates(RATES), {
        Montpellier: [
          // M27 in February: 8, of whom 5 obtained it; Eli obtained it in December. M28: 14; not Fabien, Marc, Hugo; Jean by a correction.
          "17/22 77",
          // 23 of M28 less Yves, who goes on until 2029. Not counted: Ugo, Vera, Willy, and Paul, 364 days gone. Gone: Rosa, Sami, and
          // Omar, 365 days gone.
          "15/18 83",
          // In training on 15 December: the 14 and Tania. 12 answered, with 2, 1 and 2 from David, Fabien and Marc.
          "9/12 75, 12 of 15",
          // Of the 22, 18 answered: 10 employed, Cyr and Gaelle self-employed, Flo, Fabien, Karim and Marc none of it, Dina and David study.
          "12/16 75, 18 of 22",
        ],
        Nîmes: [
          // Not Basile, nor Denis.
          "6/8 75",
          // 14, less Felix and Gina, who withdrew, and Emma, whom the school sent away. Hadi left after the end.
          "11/11 100",
          // Ida and Jules have no address, Hadi was gone: 8 are asked. Three answers are too few to be told.
          "–/3 –, 3 of 8",
          // Ida is not asked. Xena, Yann, Alix and Clara; Basile not; Zoe studies; Denis does not answer.
          "4/5 80, 6 of 7",
        ],
        all: [
          "23/30 77",
          "26/29 90",
          // Of all it would tell Nîmes.
          "–/15 –, 15 of 23",
          "16/21 76, 24 of 29",
        ],
      });
      const { findings, unsited, withdrawn, open } = await year(RATES);
      deepEqual([unsited, withdrawn, open], [2, 2, []]);
      deepEqual(
        findings.map(({ fr }) => textOf(fr)),
        ["Nîmes : 3 réponses pour 8 personnes interrogées (satisfaction) ; moins de la moitié a répondu."],
      );
    });

    it("name who is behind each count, and nobody behind an answer", async () => {
      const director = await sixty.as("director");
      const named = async (rate: "success" | "perseverance") =>
        Map.groupBy((await sixty.seen(whoIsCounted, director, { ...RATES, rate })).people, ({ counts }) => counts);
      const stayed = await named("perseverance");
      const names = (of: typeof stayed, counts: "denominator" | "not") =>
        (of.get(counts) ?? []).map(({ name }) => name).toSorted();
      deepEqual(names(stayed, "denominator"), ["Petit Omar", "Rey Rosa", "Sorel Sami"]);
      deepEqual(
        names(stayed, "not").filter((name) => SIXTY.some((one) => one.cohort !== "M27" && one.name === reversed(name))),
        ["Huet Emma", "Quint Paul", "Urban Ugo", "Vidal Vera", "Weber Willy"],
      );
      deepEqual(names(await named("success"), "denominator"), [
        "Eude Basile",
        "Fauve Flo",
        "Galy Gus",
        "Garcia Denis",
        "Gilet Fabien",
        "Imbert Hugo",
        "Nadal Marc",
      ]);
      // 12 and 3 in January, and 7 of M29 in July.
      equal(sixty.answerers.length, 22);
      const rows = await withSchool(sixty.world.db, SCHOOL, everyRow);
      for (const { wrote } of sixty.answerers) ok(rows.some(({ row }) => JSON.stringify(row).includes(wrote)));
      deepEqual(attack(rows, sixty.answerers), []);
    });

    it("are those of one diploma: three people of another are too few to be told", async () => {
      const hidden = ["–/0 –", "–/3 –", "–/0 –, 0 of 3", "–/– –, 0 of 0"];
      deepEqual((await rates({ ...RATES, diploma: OTHER_DIPLOMA })).Montpellier, hidden);
    });

    it("are published again as they are counted now, though nothing but the day has changed, the count before the percentage where fewer than twenty are counted", async () => {
      equal((await publish(RATES)).version, 2);
      const text = textOf(await page("/deis/resultats"));
      for (const said of ["77 %, soit 17 sur 22", "15 sur 18, soit 83 %", "9 sur 12, soit 75 %", "4 sur 5, soit 80 %"])
        ok(text.includes(said), said);
      ok(text.includes("16 sur 21") && text.includes("23 sur 30"));
      ok(textOf(await page("/deis/resultats/2028/1")).includes("15 sur 17, soit 88 %"));
    });
  });

  describe("its next year, 2029", () => {
    let kept: { readonly rates: string; readonly answers: string; readonly deposit: string };
    const now = async () => ({
      rates: await page("/deis/resultats/2028/1"),
      answers: JSON.stringify(
        await sixty.seen(figuresAsPublished, await sixty.as("director"), { ...RATES, version: 1 }),
      ),
      deposit: JSON.stringify((await declaration(2028)).deposits),
    });
    before(async () => {
      kept = await now();
      await sixty.until("2030-09-03");
      await sixty.round();
      await enter(2029, []);
    });

    it("subtracts what was declared: a late invoice of 2028 and its credit count in 2029, and nothing twice", async () => {
      // 3 h more of M29, at 5 March: Berthe and Helene, Etienne, Dora, Igor; Colin, Fanny, Julie and Yves alone. Carla’s second half, asked
      // in May 2029 after the deposit, 6 867 €, less 1 000 € given up in June. Abel: his price less what 2028 counted.
      deepEqual(await frame(2029, "C"), [
        `1 ${String(126 + 6_867 - 1_000)}`,
        "2d 63",
        "6 63",
        "7 63",
        `9 ${String(Math.floor((OWN * 12 + 1_176_000 - ABEL.first) / 100 + 0.5))}`,
        "two 63",
        "total 13460",
        "share 96",
      ]);
      deepEqual(await frame(2029, "E"), ["staff 1/3"]);
      // The nine of M29 less Gilles, Yves and Julie: Berthe, Etienne and Helene; Dora and Igor; Abel, Colin, Fanny, Julie and Yves.
      deepEqual(await frame(2029, "F1"), ["a 3/9", "c 2/6", "d 5/15", "totals 10/30"]);
      deepEqual(await frame(2029, "F4"), ["332 10/30", "totals 10/30"]);
      const documents = (await cell(2029, "C-1")).documents.filter(({ cents }) => cents !== 0);
      deepEqual(
        documents.map(({ kind, cents }) => [kind, cents]).toSorted(([, a], [, b]) => Number(a) - Number(b)),
        [
          ["credit", -100_000],
          ["accrued", 6_300],
          ["accrued", 6_300],
          ["invoice", 686_700],
        ],
      );
      await deposit(2029, "2030-09-03");
    });

    it("has what is performed at the end of each month as each person alone has it", async () => {
      const ends = Array.from({ length: 30 }, (_, nth) => addDays(addMonths("2027-02-01", nth), -1));
      const found = [];
      for (const on of ends) found.push(await performedAlike(sixty.world, on));
      ok(found.some(({ performed }) => performed > 20) && found.some(({ unknown }) => unknown > 0));
    });

    it("counts no more for all the years together than what was invoiced, performed and charged", async () => {
      const { rows } = await withSchool(sixty.world.db, SCHOOL, (tx) =>
        sql<{
          source: string;
          cents: number;
        }>`select c ->> 'source' as source, sum((c ->> 'amount')::integer)::integer as cents
          from bpf_deposit d, jsonb_array_elements(d.counted) c group by 1 order by 1`.execute(tx),
      );
      const cents = (source: string) => rows.find((one) => one.source === source)!.cents;
      // Anna and Abel 11 760 € each, less 500; and held alone by others 15 h in 2027, 85.5 in 2028, 12 in 2029.
      equal(cents("personal"), 2 * 1_176_000 - 50_000 + OWN * (15 + 85.5 + 12));
      equal(cents("fees"), 60 * 16_000);
    });

    it("counts its own people in its rates: those of 2029, and with them Yves and Julie", async () => {
      deepEqual(await rates({ ...RATES, year: 2029 }), {
        // Abel, Berthe, Colin and Etienne; M29, Yves and Julie, Gilles gone; 3, 4, 4, 2, 3, 1, 3; three employed, Colin self-employed.
        Montpellier: ["4/6 67", "10/11 91", "5/7 71, 7 of 10", "4/6 67, 6 of 6"],
        Nîmes: ["–/0 –", "–/0 –", "–/0 –, 0 of 0", "–/– –, 0 of 0"],
        all: ["4/6 67", "10/11 91", "5/7 71, 7 of 10", "4/6 67, 6 of 6"],
      });
      equal((await publish({ ...RATES, year: 2029 })).version, 1);
    });

    it("leaves what was published and deposited of 2028 as it was, byte for byte", async () => {
      deepEqual(await now(), kept);
    });

    it("differs from 2028 by nothing but facts", async () => {
      const shownOf = async (of: number) =>
        (await sixty.seen(figuresAsPublished, await sixty.as("director"), { diploma: "deis", year: of, version: 1 }))
          .shown;
      equal(withoutFacts(await shownOf(2029)), withoutFacts(await shownOf(2028)));
      const formOf = async (of: number) =>
        (await declaration(of)).frames.map(({ rows, ...one }) => ({
          ...one,
          // The specialities that are named are facts.
          rows: rows
            .filter((row) => one.frame !== "F4" || row.own !== null)
            .map(({ cell: named, mark, label, own }) => ({ named, mark, label, own })),
        }));
      deepEqual(await formOf(2029), await formOf(2028));
      const headings = async (path: string, who?: "officer") =>
        [...(await page(path, who)).matchAll(/<(h[1-3]|th|caption)[^>]*>(.*?)<\/\1>/gs)].map(([, , inside]) =>
          textOf(inside!).trim().replaceAll(/\d+/g, "#"),
        );
      deepEqual(await headings("/deis/resultats/2029/1"), await headings("/deis/resultats/2028/1"));
      const bpf = async (of: number) =>
        (await headings(`/finances/bilan/${String(of)}`, "officer")).filter(
          // What there is to do and to look at are facts.
          (one) => !/ressources humaines|à faire avant le dépôt|à regarder/i.test(one),
        );
      deepEqual(await bpf(2029), await bpf(2028));
    });

    it("leaves the school’s record and its states whole", async () => {
      // Guests and places are rows that the tests' own people are given.
      const faults = await faultsOf(sixty.world, SCHOOL);
      deepEqual(
        faults.filter((one) => !/^faire-ess: guest:|^admissions: /.test(one)),
        [],
      );
    });
  });
});

const reversed = (name: string) => name.split(" ").toReversed().join(" ");

/** The order of what is said and its words, without a number or a day. */
function withoutFacts(shown: object): string {
  return JSON.stringify(shown, (key, value: unknown) =>
    ["numerator", "denominator", "percent", "asked", "answered", "year", "on"].includes(key) ? undefined : value,
  );
}
