/** People who give commands meanwhile, and how long each waited for the answer. */
import type { MemoryRepository } from './memory-github.js';
import type { Simulation } from './simulation.js';

interface Asked {
  readonly at: number;
  readonly repository: MemoryRepository;
  readonly comment: number;
}

export class People {
  readonly #asked: Asked[] = [];
  #comments = 1_000_000;

  constructor(readonly simulation: Simulation) {}

  /** Says a command that gets a reply, and is timed, on the baseline issue. */
  async askForStatus(repository: MemoryRepository): Promise<void> {
    const comment = await this.say(repository, '/baseline status');
    if (comment !== null) this.#asked.push({ at: this.simulation.time.now().getTime(), repository, comment });
  }

  /** The comment's id; null where there is no baseline issue (yet) to say it on. */
  async say(repository: MemoryRepository, text: string): Promise<number | null> {
    const [issue] = repository.issues;
    if (issue === undefined) return null;
    this.#comments += 1;
    await this.simulation.comment(repository, issue.number, this.#comments, text);
    return this.#comments;
  }

  /** Milliseconds from each question to its answer; where there is none yet, until now. */
  get waits(): readonly number[] {
    return this.#asked.map(({ at, repository, comment }) => {
      const answer = repository.comments.find(({ body }) => body.includes(`reply=${comment} `));
      return (answer?.at ?? this.simulation.time.now()).getTime() - at;
    });
  }
}
