/** NVIDIA: keys of the API catalogue and NGC carry the prefix `nvapi-`; older NGC keys are base64. */
import type { Rule } from '../rule.js';
import { alnum, base64url, named, prefixed } from './_shapes.js';

const common = {
  version: 2,
  provider: 'NVIDIA',
  rank: 'vendor',
  reference: 'https://docs.nvidia.com/ngc/gpu-cloud/ngc-user-guide/index.html',
  runbook: 'nvidia-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('nvapi-', base64url(64)),
    id: 'nvidia-key',
    title: 'NVIDIA API key',
    opens: 'the models, containers and registries of an organisation',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['ngc_api', 'ngc_cli', 'ngc-api', 'ngcapi', 'nvidia_api', 'nvidia_ngc'], alnum(84)),
    id: 'nvidia-ngc-key',
    title: 'NVIDIA NGC API key (older form)',
    opens: 'the containers and registries of an organisation',
    severity: 'HIGH',
  },
];

export default rules;
