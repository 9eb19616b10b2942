/** Step 1: whose App, which GitHub, where Seaworthy will be reached, and what it may look at. */
import type { Child } from 'hono/jsx';
import type { Form, Problems } from '../answers.js';
import { CORE, OPTIONAL_TIERS, type Tier } from '../../../core/permissions.js';
import { Layout } from './layout.js';

export function DescribePage(props: { form: Form; problems: Problems; formToken: string }) {
  const { form, problems, formToken } = props;
  return (
    <Layout title="Register Seaworthy on GitHub" step="describe">
      <p>
        GitHub makes an App of your own, which only you hold the keys of. Nothing is sent to anybody else. You can
        change all of this later in the App’s settings.
      </p>
      {Object.keys(problems).length > 0 && (
        <p class="note bad" role="alert">
          One more look, please: {Object.keys(problems).length === 1 ? 'a field needs' : 'some fields need'} a change.
        </p>
      )}
      <form method="post" action="/review">
        <input type="hidden" name="formToken" value={formToken} />
        <Field
          name="organisation"
          label="Organisation"
          help="Its name as in github.com/acme. You must own it. Leave it empty for your personal account."
          value={form.organisation}
          problem={problems.organisation}
        />
        <Field
          name="publicUrl"
          type="url"
          label="Address of this Seaworthy"
          help="Where GitHub will send events, over https: https://seaworthy.example.com. It need not be up yet."
          value={form.publicUrl}
          problem={problems.publicUrl}
          required
        />
        <Field
          name="githubUrl"
          type="url"
          label="GitHub"
          help="https://github.com, your ghe.com address, or your Enterprise Server."
          value={form.githubUrl}
          problem={problems.githubUrl}
          required
        />
        <Field
          name="name"
          label="Name of the App"
          help="Unique on all of GitHub, 34 characters at most. Left empty: seaworthy- and the organisation."
          value={form.name}
          problem={problems.name}
        />
        <fieldset>
          <legend>What it may do</legend>
          <p class="muted">
            Start with the core. Each further permission widens what a stolen key could do, and can be added later: an
            owner then approves it.
          </p>
          <Choice tier={CORE} checked fixed />
          {OPTIONAL_TIERS.map((tier) => (
            <Choice tier={tier} checked={form.tiers.includes(tier.id)} />
          ))}
        </fieldset>
        <p>
          <button type="submit">Review</button>
        </p>
      </form>
    </Layout>
  );
}

function Field(props: {
  name: keyof Form;
  label: string;
  help: string;
  value: string;
  problem: string | undefined;
  type?: 'text' | 'url';
  required?: boolean;
}): Child {
  const { name, label, help, value, problem, type = 'text', required = false } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <small id={`${name}-help`}>{help}</small>
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        required={required}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={problem ? `${name}-help ${name}-problem` : `${name}-help`}
        aria-invalid={problem ? 'true' : undefined}
      />
      {problem && (
        <p class="error" id={`${name}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

function Choice({ tier, checked, fixed = false }: { tier: Tier; checked: boolean; fixed?: boolean }): Child {
  const id = `tier-${tier.id}`;
  return (
    <div class="choice">
      <input type="checkbox" id={id} name="tiers" value={tier.id} checked={checked} disabled={fixed} />
      <label for={id}>{tier.title}</label>
      <small>
        {tier.summary} ({tier.permissions.map(({ label, access }) => `${label}: ${access}`).join(', ')})
      </small>
    </div>
  );
}
