/** A real mail server that does what a test tells it, and keeps what it took. */
import { once } from "node:events";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** What the server does with a mail once it has it whole: take it, refuse it with a sentence, or say nothing more. */
type Reaction = "take" | "hang-up" | { readonly code: number; readonly say: string };

export type MailPeer = {
  readonly url: string;
  /** What it has taken so far. */
  readonly taken: ParsedMail[];
  /** Every Message-ID it was handed whole, taken or not. */
  readonly seen: string[];
  /** What it does with the next ones, in turn; the last stands for all that follow. */
  readonly react: (...reactions: Reaction[]) => void;
  /** What it says to an addressee. */
  readonly reactToAddressee: (reaction: Reaction) => void;
  /** How many milliseconds it takes before it says anything of a mail it has whole. */
  readonly answerAfter: (delay: () => number) => void;
  readonly close: () => Promise<void>;
};

export async function startMailPeer(): Promise<MailPeer> {
  const taken: ParsedMail[] = [];
  const seen: string[] = [];
  let reactions: Reaction[] = ["take"];
  let toAddressee: Reaction = "take";
  let delay = () => 0;
  const next = () => (reactions.length > 1 ? reactions.shift()! : reactions[0]!);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, answer) => answer(faultOf(toAddressee)),
    onData: (stream: SMTPServerDataStream, session: SMTPServerSession, answer) => {
      const whole = async (mail: ParsedMail) => {
        seen.push(mail.messageId ?? "");
        const reaction = next();
        if (reaction === "take") taken.push(mail);
        const wait = delay();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        if (reaction === "hang-up") return hangUp(server, session);
        return answer(faultOf(reaction));
      };
      // Cut off before its end (whoever sent it was killed), it was handed over to nobody.
      void simpleParser(stream).then(whole, () => undefined);
    },
  });
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    seen,
    react: (...given) => void (reactions = given),
    reactToAddressee: (given) => void (toAddressee = given),
    answerAfter: (given) => void (delay = given),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function faultOf(reaction: Reaction): Error | null {
  if (typeof reaction === "string") return null;
  return Object.assign(new Error(reaction.say), { responseCode: reaction.code });
}

function hangUp(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of server.connections) if (connection.id === id) connection._socket.destroy();
}
