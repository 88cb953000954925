/** What tests take from `node:test` while mutants run: the tests are collected, to be run one by one, again and again. */
type Body = (context: TestContext) => unknown;
export type Collected = { readonly name: string; readonly body: Body };

export class TestContext {
  readonly #left: (() => unknown)[] = [];
  after(undo: () => unknown): void {
    this.#left.push(undo);
  }
  async end(): Promise<void> {
    for (const undo of this.#left) await undo();
  }
}

export const collected: Collected[] = [];
const within: string[] = [];

export function describe(name: string, body: () => void): void {
  within.push(name);
  body();
  within.pop();
}

export function it(name: string, body: Body): void {
  const full = [...within, name].join(", ");
  const same = collected.filter((one) => one.name === full || one.name.startsWith(`${full} (`)).length;
  collected.push({ name: same === 0 ? full : `${full} (${same + 1})`, body });
}
