/** The process of the command line `livret`: streams, arguments and the exit code. */
import { spoken } from "./asked.ts";
import { EXIT, NotWritten } from "./command.ts";
import { main } from "./main.ts";

// The reader may stop early (`| head`): no fault of the command, and no message.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`${new NotWritten(error).said[spoken(process.env.LIVRET_LANG)]}\n`);
  process.exit(EXIT.failed);
});

const { stdin, stdout, stderr, env } = process;
process.exitCode = await main(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  env,
  onInterrupt: (heard) => process.on("SIGINT", heard),
});
