import { CommandLineError } from './run/command-line-error.ts';
import { createEmbeddedServer } from './run/embedded.ts';
import { startStandAlone } from './run/stand-alone.ts';

/** The end of the message port to the desk; only in Electron's utility process. */
interface ParentPort {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

declare global {
  namespace NodeJS {
    interface Process {
      readonly parentPort?: ParentPort;
    }
  }
}

/** Names and stacks of faults, never what somebody typed: Problems have been answered long before (sync.md 28). */
function onFault(fault: unknown): void {
  for (let each = fault; each instanceof Error; each = each.cause) {
    process.stderr.write(`fault: ${each.stack ?? each.message}\n`);
  }
}

function endWith(close: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void close().then(
      () => process.exit(0),
      (fault: unknown) => {
        onFault(fault);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

async function runAlone(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  try {
    const server = await startStandAlone({ arguments: process.argv.slice(2), environment: process.env, say, onFault });
    if (server) endWith(server.close);
  } catch (fault) {
    if (fault instanceof CommandLineError) process.stderr.write(`${fault.message}\n`);
    else onFault(fault);
    process.exit(1);
  }
}

function runEmbedded(port: ParentPort): void {
  const server = createEmbeddedServer(onFault, (news) => port.postMessage(news));
  port.on('message', ({ data }) => void server.hear(data).then((answer) => port.postMessage(answer)));
  endWith(server.close);
}

if (process.parentPort) runEmbedded(process.parentPort);
else await runAlone();
