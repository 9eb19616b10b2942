/** Hands out objects of a repository, all of them through one `git cat-file`: to start one takes as long as to read a thousand. */
import { batchOutput, type BatchReceiver } from './batch-output.js';
import { type LocalDialogue, localGit, type Repository } from './local-git.js';

export interface ObjectReader {
  /**
   * Answers in the order of the questions, or fewer where git ends early; the next question has a new git then. Ask again only
   * when all is answered.
   * @throws LocalGitError
   */
  read(shas: readonly string[], receiver: BatchReceiver): Promise<void>;
  stop(): void;
}

interface Question {
  readonly receiver: BatchReceiver;
  left: number;
  resolve(): void;
  reject(error: unknown): void;
}

export function objectReader({ folder, environment }: Repository): ObjectReader {
  const git = localGit(folder, environment, new AbortController().signal);
  let dialogue: LocalDialogue | undefined;
  let asked: Question | undefined;

  function answered(): void {
    if (asked === undefined) return;
    asked.left -= 1;
    if (asked.left > 0) return;
    asked.resolve();
    asked = undefined;
  }

  function start(): LocalDialogue {
    const output = batchOutput({
      object: (type, size) => {
        const content = asked?.receiver.object(type, size);
        return {
          write: (part) => content?.write(part),
          end: () => {
            content?.end();
            answered();
          },
        };
      },
      missing: () => {
        asked?.receiver.missing();
        answered();
      },
    });
    const started = git.converse(['cat-file', '--batch'], output);
    const over = (tell: (question: Question) => void): void => {
      dialogue = undefined;
      if (asked !== undefined) tell(asked);
      asked = undefined;
    };
    started.end().then(
      () => over(({ resolve }) => resolve()),
      (error) => over(({ reject }) => reject(error)),
    );
    return started;
  }

  return {
    read: async (shas, receiver) => {
      if (shas.length === 0) return;
      dialogue ??= start();
      const { ask } = dialogue;
      await new Promise<void>((resolve, reject) => {
        asked = { receiver, left: shas.length, resolve, reject };
        ask(shas.map((sha) => `${sha}\n`).join(''));
      });
    },
    stop: () => dialogue?.stop(),
  };
}
