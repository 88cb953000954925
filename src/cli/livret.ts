/** The process of the command line `livret`: what was typed, read and done, and the exit code. */
import { spoken } from "./asked.ts";
import { EXIT, NotWritten } from "./command.ts";
import { main } from "./main.ts";

// Whoever reads us may stop early (`| head`): that is no fault of the command, and nobody is left to tell.
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
