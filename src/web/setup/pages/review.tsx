/** Step 2: everything that GitHub will be asked for, explained, and the button that takes it there. */
import type { Answers, Manifest } from '../manifest.js';
import { TIERS } from '../../../core/permissions.js';
import { Layout, Prose } from './layout.js';

export function ReviewPage(props: { answers: Answers; manifest: Manifest; action: string }) {
  const { answers, manifest, action } = props;
  const explained = TIERS.flatMap((tier) => tier.permissions);
  const owner = answers.organisation === '' ? 'your personal account' : answers.organisation;
  return (
    <Layout title="This is what GitHub will be asked for" step="review">
      <p>
        An App <strong>{manifest.name}</strong> for <strong>{owner}</strong> on {answers.site.url}, with events sent to{' '}
        <code>{manifest.hook_attributes.url}</code>. GitHub shows it once more; there you click{' '}
        <em>Create GitHub App</em> and come back here.
      </p>
      <div class="table">
        <table>
          <thead>
            <tr>
              <th scope="col">Permission</th>
              <th scope="col">What for</th>
              <th scope="col">Without it</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(manifest.default_permissions).map(([key, access]) => {
              const permission = explained.find((candidate) => candidate.key === key);
              return (
                <tr>
                  <th scope="row">
                    {permission?.label ?? key}: {access}
                  </th>
                  <td>
                    <Prose text={permission?.reason ?? 'Asked for by `app.yml`.'} />
                  </td>
                  <td>{permission?.without ?? ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <details>
        <summary>The manifest, as it is sent</summary>
        <pre>
          <code>{JSON.stringify(manifest, undefined, 2)}</code>
        </pre>
      </details>
      <form method="post" action={action}>
        <input type="hidden" name="manifest" value={JSON.stringify(manifest)} />
        <p>
          <button type="submit">Register on GitHub</button> <a href="/">Change something</a>
        </p>
      </form>
    </Layout>
  );
}
