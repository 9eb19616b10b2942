/** `seaworthy scan`: looks for secrets in files, in what is staged, in the history, or in what comes in. */
import { UserError } from '../core/user-error.js';
import type { Confidence } from '../domain/scanner/rule.js';
import { LocalGitError } from '../infra/scan/local-git.js';
import { type ExitCode, type Io, packageVersion, type Subcommand } from './_contract.js';
import { styleFor } from './_style.js';
import type { Options } from './_scan/options.js';
import type { Format } from './_scan/report.js';
import { type Session, startSession } from './_scan/session.js';
import { type ScanTools, scanTools } from './_scan/tools.js';

export default {
  name: 'scan',
  summary: 'look for secrets in files, staged changes, the history or stdin',
  details:
    'In a git work tree the tracked files and the untracked ones that are not ignored, elsewhere all files. Symbolic links are not followed. Prints where a value stands and a mask, never the value; nothing leaves this machine. Exits 0 when nothing is found, 1 with findings, 2 when anything could not be looked at.',
  arguments: [{ syntax: '[paths...]', summary: 'files and folders (default: the working directory)' }],
  options: [
    { flags: '--staged', summary: 'the lines that the next commit would add' },
    { flags: '--history [range]', summary: 'all contents that files have had, or those new in a range: main..HEAD' },
    { flags: '--stdin', summary: 'one input of any size' },
    { flags: '--path <path>', summary: 'with --stdin: the name it would have' },
    { flags: '--jsonl', summary: 'read {"id","text","path"?} a line, write {"id","findings"} a line' },
    { flags: '--format <format>', summary: 'pretty, json or sarif', default: 'pretty' },
    {
      flags: '--confidence <level>',
      summary: 'low, medium or high: from which one on a finding counts',
      default: 'medium',
    },
  ],
  examples: [
    'npx seaworthy scan',
    'npx seaworthy scan --staged',
    'npx seaworthy scan --history main..HEAD',
    'npx seaworthy scan --format sarif > secrets.sarif',
    'git show HEAD:config.env | npx seaworthy scan --stdin --path config.env',
  ],
  anybodysFolder: true,
  async run(raw, io) {
    const tools = scanTools();
    // What threads are busy with may take them seconds.
    const stop = () => void tools.close();
    io.signal.addEventListener('abort', stop, { once: true });
    try {
      // A thread takes longer to start than everything that is loaded from here on.
      if (raw.history !== undefined) tools.pool().start(2);
      else if (raw.jsonl === true) tools.pool().start(1);
      const { scanOptions } = await import('./_scan/options.js');
      const chosen = scanOptions(raw);
      const scan = modeOf(chosen);
      return await scan(chosen, tools, io);
    } catch (error) {
      if (io.signal.aborted || !(error instanceof LocalGitError)) throw error;
      throw new UserError(`${inWords(error)}.`, { cause: error });
    } finally {
      io.signal.removeEventListener('abort', stop);
      await tools.close();
    }
  },
} satisfies Subcommand;

type Scan = (chosen: Options, tools: ScanTools, io: Io) => Promise<ExitCode>;

/** @throws UserError for options that do not go together. */
function modeOf(chosen: Options): Scan {
  const { staged, history, stdin, jsonl, path, paths, format } = chosen;
  const modes = { staged, history: history !== false, stdin, jsonl };
  const named = Object.entries(modes).filter(([, isOn]) => isOn);
  if (named.length > 1) throw new UserError(`${named.map(([name]) => `--${name}`).join(' and ')} do not go together.`);
  if (path !== undefined && !stdin) throw new UserError('--path goes with --stdin.');
  if (paths.length > 0 && (stdin || jsonl)) throw new UserError('What comes in by stdin has no paths.');
  if (paths.length > 0 && modes.history) throw new UserError('--history looks at all files; run it in the repository.');
  if (jsonl && format !== 'pretty') throw new UserError('--jsonl has a format of its own.');
  if (jsonl)
    return async ({ confidence }, tools, io) => (await import('./_scan/jsonl.js')).scanJsonl(tools, confidence, io);
  if (modes.history) {
    return inSession('file version', async (session, tools, io) => {
      const { scanHistory } = await import('./_scan/history.js');
      await scanHistory(session, tools, typeof history === 'string' ? { range: history } : 'everything', io);
    });
  }
  return inSession('file', async (session, tools, io) => {
    if (stdin) await (await import('./_scan/stdin.js')).scanStdin(session, tools, path, io);
    else if (staged) await (await import('./_scan/staged.js')).scanStaged(session, tools, paths, io);
    else await (await import('./_scan/files.js')).scanFiles(session, tools, paths.length > 0 ? paths : ['.'], io);
  });
}

function inSession(
  unit: 'file' | 'file version',
  work: (session: Session, tools: ScanTools, io: Io) => Promise<void>,
): Scan {
  return async ({ format, confidence, verbose }, tools, io) => {
    const session = startSession({
      io,
      unit,
      format: await formatOf(format, verbose, io),
      atLeast: confidence satisfies Confidence,
      rules: tools.rules,
      engine: tools.engine,
    });
    await work(session, tools, io);
    return await session.end();
  };
}

async function formatOf(name: Options['format'], verbose: boolean, io: Io): Promise<Format> {
  if (name === 'json') return (await import('./_scan/json.js')).jsonFormat();
  if (name === 'sarif') return (await import('./_scan/sarif.js')).sarifFormat(packageVersion(io.packageFolder));
  return (await import('./_scan/pretty.js')).prettyFormat(styleFor(io), { verbose });
}

function inWords({ reason, message }: LocalGitError): string {
  if (reason === 'not installed') return 'git is not installed, and this needs it';
  return reason === 'no repository' ? 'There is no git work tree here' : `git says: ${message}`;
}
