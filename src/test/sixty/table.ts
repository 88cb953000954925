/**
 * Sixty people of one school in one year, one line each: the year 2028 is played from this table by the real acts, and counted from it by
 * hand in `src/year/sixty.test.ts`.
 *
 * Cohorts: M27 Montpellier, 11 January to 17 December 2027; M28 Montpellier and N28 Nîmes, 10 January to 15 December 2028; M29 Montpellier,
 * 4 September 2028 to 29 June 2029; X28 Montpellier, another diploma, as M28; Z28 as M28, of which nobody has yet said the site.
 * Juries: M27 on 29 February 2028, M28 and N28 on 19 December 2028, M29 on 20 June 2029. `a > b` was ruled on twice in 2028, by two
 * sessions; `a ~ b` is one ruling, corrected on 16 January 2029.
 */
const TABLE = `
name          | cohort | pays           | what happened                            | jury            | end | six months
Ada Aubert    | M27    | own            |                                          | diploma         |     | employed
Bea Bonnet    | M27    | employer       |                                          | diploma         |     | employed
Cyr Carle     | M27    | transition     |                                          | diploma         |     | self-employed
Dina Daudet   | M27    | own            |                                          | diploma         |     | studying
Eli Esteve    | M27    | own            |                                          | partial > diploma |   | employed
Flo Fauve     | M27    | employer       |                                          | partial         |     | seeking
Gus Galy      | M27    | own            |                                          | none            |     |
Hana Hubert   | M27    | france-travail |                                          | diploma         |     |
Julie Jacquet | M27    | own            | interrupted 2027-11-15, back 2029-02-01 M29 |              |     |
Anna Abel     | M28    | own            | signed                                   | diploma         | 4   | employed
Bilal Bret    | M28    | own            |                                          | diploma         | 3   | employed
Carla Coste   | M28    | employer       | signed                                   | diploma         | 4   | employed
David Dumas   | M28    | employer       | apprentice                               | diploma         | 2   | studying
Elise Ferry   | M28    | opco           |                                          | diploma         | 3   | employed
Fabien Gilet  | M28    | opco           |                                          | partial         | 1   | seeking
Gaelle Hamon  | M28    | transition     |                                          | diploma         | 4   | self-employed
Hugo Imbert   | M28    | transition     |                                          | none            |     |
Iris Jolly    | M28    | france-travail |                                          | diploma         | 3   | employed
Jean Kerr     | M28    | france-travail |                                          | partial ~ diploma | 3 | employed
Karim Leduc   | M28    | region         |                                          | diploma         |     | seeking
Lea Morel     | M28    | cpf            | absent 2028-09-11                        | diploma         | 4   | employed
Marc Nadal    | M28    | cpf            | absent 2028-04-03                        | partial         | 2   | other
Nina Orsini   | M28    | public         |                                          | diploma         |     |
Omar Petit    | M28    | self           | interrupted 2028-09-03                   |                 |     |
Paul Quint    | M28    | state          | interrupted 2028-09-04                   |                 |     |
Rosa Rey      | M28    | job-fund       | abandoned 2028-05-02                     |                 |     |
Sami Sorel    | M28    | reconversion   | excluded 2028-06-20                      |                 |     |
Tania Tissot  | M28    | body           |                                          |                 | 3   |
Ugo Urban     | M28    | own            | deferred 2028-03-01                      |                 |     |
Vera Vidal    | M28    | employer       | transferred 2028-04-18                   |                 |     |
Willy Weber   | M28    | own            | force-majeure 2028-05-30                 |                 |     |
Yves Zola     | M28    | own            | interrupted 2028-03-06, back 2028-09-10 M29 |              |     |
Xena Albin    | N28    | own            |                                          | diploma         | 4   | employed
Yann Bayle    | N28    | own            |                                          | diploma         | 4   | employed
Zoe Carre     | N28    | employer       |                                          | diploma         | 3   | studying
Alix Denis    | N28    | employer       |                                          | diploma         |     | employed
Basile Eude   | N28    | transition     |                                          | partial         |     | seeking
Clara Faure   | N28    | france-travail |                                          | diploma         |     | self-employed
Denis Garcia  | N28    | public         |                                          | none            |     |
Emma Huet     | N28    | own            | school 2028-05-10                        |                 |     |
Felix Ivry    | N28    | own            | withdrawn 2027-12-20                     |                 |     |
Gina Jacob    | N28    | employer       | withdrawn 2028-01-17                     |                 |     |
Hadi Klein    | N28    | own            | abandoned 2028-12-20                     |                 |     |
Ida Lopez     | N28    | own            | no address                               | diploma         |     |
Jules Mercier | N28    | own            | no address                               |                 |     |
Kim Nolan     | N28    | body           |                                          |                 |     |
Abel Arnaud   | M29    | own            | signed                                   | diploma         | 3   | employed
Berthe Blanc  | M29    | employer       |                                          | diploma         | 4   | employed
Colin Clerc   | M29    | own            |                                          | diploma         | 4   | self-employed
Dora Dubois   | M29    | france-travail |                                          | partial         | 2   | seeking
Etienne Evrard | M29   | transition     |                                          | diploma         | 3   | employed
Fanny Fabre   | M29    | own            |                                          | none            | 1   | seeking
Gilles Guyot  | M29    | own            | abandoned 2028-11-20                     |                 |     |
Helene Henry  | M29    | employer       |                                          |                 | 3   |
Igor Isnard   | M29    | region         |                                          |                 |     |
Xavier Prat   | X28    | own            |                                          |                 |     |
Yolande Prat  | X28    | employer       |                                          |                 |     |
Zelie Prat    | X28    | own            |                                          |                 |     |
Lou Sans      | Z28    | employer       |                                          |                 |     |
Max Sans      | Z28    | own            |                                          |                 |     |
`;

/** Of 14 700 € for 700 hours: 21 € an hour, and 16.80 € for a person who pays alone, with the discount. */
export const PAYS = {
  own: { status: "own-cost", others: [] },
  employer: { status: "private-employee", others: [["employer-plan", 1_470_000]] },
  /** 6 € of an hour, and 15 €. */
  opco: {
    status: "private-employee",
    others: [
      ["employer-plan", 420_000],
      ["opco", 1_050_000],
    ],
  },
  reconversion: {
    status: "private-employee",
    others: [
      ["employer-plan", 420_000],
      ["reconversion", 1_050_000],
    ],
  },
  transition: { status: "private-employee", others: [["transition", 1_470_000]] },
  "france-travail": { status: "job-seeker", others: [["france-travail", 1_470_000]] },
  "job-fund": { status: "job-seeker", others: [["job-seekers-fund", 1_470_000]] },
  region: { status: "job-seeker", others: [["region", 1_470_000]] },
  cpf: { status: "private-employee", others: [["cpf", 1_470_000]] },
  public: { status: "public-employee", others: [["employer-public", 1_470_000]] },
  self: { status: "self-employed", others: [["self-employed-fund", 1_470_000]] },
  state: { status: "other", others: [["state", 1_470_000]] },
  body: { status: "private-employee", others: [["other-body", 1_470_000]] },
} as const satisfies Record<string, { status: string; others: readonly (readonly [string, number])[] }>;

export type Outcome = "diploma" | "partial" | "none";
export type Line = {
  readonly name: string;
  readonly cohort: string;
  readonly pays: keyof typeof PAYS;
  /** In the order in which they happened: what, the day, and the cohort of a return. */
  readonly happened: readonly { readonly kind: string; readonly on: string; readonly into: string | undefined }[];
  readonly absent: readonly string[];
  readonly apprentice: boolean;
  readonly signed: boolean;
  readonly addressed: boolean;
  readonly jury: readonly Outcome[];
  readonly corrected: boolean;
  readonly end: string;
  readonly sixMonths: string;
};

export const SIXTY: readonly Line[] = TABLE.trim()
  .split("\n")
  .slice(1)
  .map((row): Line => {
    const [name = "", cohort = "", pays = "", what = "", jury = "", end = "", sixMonths = ""] = row
      .split("|")
      .map((cell) => cell.trim());
    const said = what.split(",").map((one) => one.trim().split(" "));
    const has = (word: string) => what.split(", ").includes(word);
    return {
      name,
      cohort,
      pays: pays as Line["pays"],
      happened: said.flatMap(([kind = "", on = "", into]) =>
        on.startsWith("2") && kind !== "absent" ? [{ kind, on, into }] : [],
      ),
      absent: said.flatMap(([kind, ...days]) => (kind === "absent" ? days : [])),
      apprentice: has("apprentice"),
      signed: has("signed"),
      addressed: !has("no address"),
      jury: jury === "" ? [] : (jury.split(/[>~]/).map((one) => one.trim()) as Outcome[]),
      corrected: jury.includes("~"),
      end,
      sixMonths,
    };
  });
