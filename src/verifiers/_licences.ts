/** Licences that the Open Source Initiative or the Free Software Foundation recognise, of those that GitHub tells apart. */

/** SPDX ids without `-only` and `-or-later`. @see https://spdx.org/licenses/ */
const RECOGNISED: ReadonlySet<string> = new Set([
  ...[
    '0BSD',
    'AFL-3.0',
    'AGPL-3.0',
    'Apache-2.0',
    'Artistic-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-2-Clause-Patent',
  ],
  ...['BSD-3-Clause', 'BSD-3-Clause-Clear', 'BSD-4-Clause', 'BSL-1.0', 'CECILL-2.1', 'CC0-1.0', 'ECL-2.0', 'EPL-1.0'],
  ...[
    'EPL-2.0',
    'EUPL-1.1',
    'EUPL-1.2',
    'GPL-2.0',
    'GPL-3.0',
    'ISC',
    'LGPL-2.1',
    'LGPL-3.0',
    'LPPL-1.3c',
    'MIT',
    'MIT-0',
  ],
  ...['MPL-2.0', 'MS-PL', 'MS-RL', 'MulanPSL-2.0', 'NCSA', 'OFL-1.1', 'OSL-3.0', 'PostgreSQL', 'UPL-1.0', 'Unlicense'],
  ...['Vim', 'WTFPL', 'Zlib'],
]);

export const isOpenSource = (spdxId: string): boolean => RECOGNISED.has(spdxId.replace(/-(?:only|or-later)$/, ''));
