/** Step 3: back from GitHub; one click fetches the keys and writes them. */
import { Layout, Prose } from './layout.js';

export interface KeysProps {
  readonly envFile: string;
  readonly code: string;
  readonly state: string;
  readonly formToken: string;
  /** Variables of the file that would get new values. */
  readonly replaced: readonly string[];
  /** Said in red: why the last try did not work. */
  readonly problem?: string;
}

export function KeysPage({ envFile, code, state, formToken, replaced, problem }: KeysProps) {
  return (
    <Layout title="Save the keys" step="keys">
      {problem && (
        <p class="note bad" role="alert">
          <Prose text={problem} />
        </p>
      )}
      <p>
        GitHub has registered the App. Its keys are fetched now and written to <code>{envFile}</code>, readable by you
        only. They are not shown and go nowhere else. This works for one hour.
      </p>
      <form method="post" action="/finish">
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="state" value={state} />
        {replaced.length > 0 && (
          <div class="note warn">
            <p>
              The file already has keys of an App: {replaced.join(', ')}. Saving replaces them; everything else in the
              file stays. To keep the old ones, copy the file first.
            </p>
            <input type="checkbox" id="replace" name="replace" value="yes" required />{' '}
            <label for="replace">Replace them</label>
          </div>
        )}
        <p>
          <button type="submit">Save the keys</button>
        </p>
      </form>
    </Layout>
  );
}
