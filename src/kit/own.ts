/** Looks up an untrusted key: plain indexing would also find inherited properties, such as `constructor`. */
export function own<T>(table: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
