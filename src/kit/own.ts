/** What a table has under a name that came from outside: every object also answers to names of the language, such as `constructor`. */
export function own<T>(table: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
