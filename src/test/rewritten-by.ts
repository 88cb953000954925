/** Which tables have rows that a migration reads otherwise than before: by what it says, and by what the catalogue then shows. */

/** `given`: a column that has a value by itself. */
export type Column = {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly given: boolean;
};

const NAME = String.raw`(?:only\s+)?(?:public\.)?"?(\w+)"?`;
const WRITES = new RegExp(String.raw`\b(?:update|delete\s+from|insert\s+into|merge\s+into)\s+${NAME}`, "gi");
const EMPTIES = /\btruncate\s+(?:table\s+)?([\w\s,."]+)/gi;
/* What a function does, it does when it is called; `do` does it at once. */
const FUNCTION = /create\s+(?:or\s+replace\s+)?function\b[^;]*?\bas\s+(\$\w*\$)[^]*?\1/gi;
const COMMENT = /--[^\n]*/g;

export function rewrittenBy(text: string, was: readonly Column[], is: readonly Column[]): string[] {
  const there = new Set(was.map(({ table }) => table));
  const done = text.replaceAll(COMMENT, "").replaceAll(FUNCTION, "");
  const written = [...done.matchAll(WRITES)].map(([, table]) => table!);
  const emptied = [...done.matchAll(EMPTIES)].flatMap(([, names]) => names!.split(",").map((one) => one.trim()));
  const shaped = [...there].filter((table) => !isReadTheSame(columnsOf(was, table), columnsOf(is, table)));
  return [...new Set([...written, ...emptied, ...shaped])].filter((table) => there.has(table)).toSorted();
}

type Columns = ReadonlyMap<string, Column>;

const columnsOf = (all: readonly Column[], table: string): Columns =>
  new Map(all.filter((one) => one.table === table).map((one) => [one.column, one]));

/** Every column is still there and written the same in JSON; those that came are empty, which the hash does not count. */
function isReadTheSame(was: Columns, is: Columns): boolean {
  const kept = [...was.values()].every(({ column, type }) => {
    const now = is.get(column);
    return now !== undefined && inJson(now.type) === inJson(type);
  });
  return kept && [...is.values()].every(({ column, given }) => was.has(column) || !given);
}

const inJson = (type: string) => (/^(?:smallint|integer|bigint)$/.test(type) ? "a whole number" : type);
