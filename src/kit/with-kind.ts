/** «session Juin 2030», and «session de juin 2030» where the name itself begins with the word. */
export function withKind(kind: string, name: string): string {
  const said = name.toLowerCase().startsWith(`${kind.toLowerCase()} `);
  return said ? kind + name.slice(kind.length) : `${kind} ${name}`;
}
