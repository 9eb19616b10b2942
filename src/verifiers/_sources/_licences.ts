/** Licences by the words that only they have, in the names of SPDX; and which of them are open source. */

/** Looked for in this order: a text may quote another licence after its own beginning. */
const MARKS: readonly (readonly [spdx: string, mark: RegExp])[] = [
  ['LicenseRef-Commons-Clause', /"?Commons Clause"? License Condition/i],
  ['BUSL-1.1', /Business Source License 1\.1/i],
  ['SSPL-1.0', /Server Side Public License\s+VERSION 1/i],
  ['Elastic-2.0', /Elastic License 2\.0/i],
  ['LicenseRef-PolyForm', /PolyForm \w+ License/i],
  ['AGPL-3.0', /GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/i],
  ['LGPL-3.0', /GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/i],
  ['LGPL-2.1', /GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1/i],
  ['GPL-3.0', /GNU GENERAL PUBLIC LICENSE\s+Version 3/i],
  ['GPL-2.0', /GNU GENERAL PUBLIC LICENSE\s+Version 2/i],
  ['Apache-2.0', /Apache License,?\s+Version 2\.0/i],
  ['MPL-2.0', /Mozilla Public License,?\s+Version 2\.0/i],
  ['EUPL-1.2', /European Union Public Licen[cs]e,?\s+(?:v\.?|Version)\s?1\.2/i],
  ['EPL-2.0', /Eclipse Public License\s+-\s+v ?2\.0/i],
  ['BSL-1.0', /Boost Software License\s+-\s+Version 1\.0/i],
  ['CC0-1.0', /CC0 1\.0 Universal/i],
  ['CC-BY-4.0', /Creative Commons Attribution 4\.0 International/i],
  ['CC-BY-SA-4.0', /Creative Commons Attribution-ShareAlike 4\.0 International/i],
  ['Unlicense', /This is free and unencumbered software released into the public domain/i],
  ['Artistic-2.0', /The Artistic License 2\.0/i],
  ['Zlib', /This software is provided 'as-is', without any express or implied warranty.*altered from any source/is],
  ['BSD-3-Clause', /Redistribution and use in source and binary forms.*Neither the name/is],
  ['BSD-2-Clause', /Redistribution and use in source and binary forms/i],
  [
    'ISC',
    /Permission to use, copy, modify, and\/?(?:or)? distribute this software.*provided that the above copyright notice/is,
  ],
  ['0BSD', /Permission to use, copy, modify, and\/?(?:or)? distribute this software/i],
  [
    'MIT-0',
    /Permission is hereby granted, free of charge(?!.*The above copyright notice).*THE SOFTWARE IS PROVIDED "AS IS"/is,
  ],
  ['MIT', /Permission is hereby granted, free of charge.*THE SOFTWARE IS PROVIDED "AS IS"/is],
];

/** On the list of the OSI or of the FSF. @see https://spdx.org/licenses/ */
const OPEN =
  /^(?:0BSD|AFL-3\.0|AGPL-3\.0|Apache-[12]\.[01]|Artistic-[12]\.0|BlueOak-1\.0\.0|BSD-[123]-Clause(?:-\w+)*|BSL-1\.0|CC0-1\.0|CC-BY(?:-SA)?-4\.0|CDDL-1\.[01]|CECILL-2\.[01]|ECL-2\.0|EPL-[12]\.0|EUPL-1\.[12]|GPL-[23]\.0|ISC|LGPL-(?:2\.0|2\.1|3\.0)|LPPL-1\.3c|MIT(?:-0)?|MPL-[12]\.[01]|MS-PL|MS-RL|MulanPSL-2\.0|NCSA|OFL-1\.1|OSL-3\.0|PostgreSQL|PSF-2\.0|Python-2\.0|Ruby|Unlicense|UPL-1\.0|Vim|W3C|WTFPL|X11|Zlib|ZPL-2\.1)(?:-only|-or-later|\+)?$/i;

/** As SPDX calls the licence of this text; null when it is none that everybody knows. */
export function licenceOf(text: string): string | null {
  const plain = text
    .slice(0, 20_000)
    .replaceAll(/[\s#*_>]+/g, ' ')
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'");
  return MARKS.find(([, mark]) => mark.test(plain))?.[0] ?? null;
}

/** `MIT`, `(MIT OR Apache-2.0)`, `GPL-2.0-only WITH Classpath-exception-2.0`, `MIT/Apache-2.0` of old. */
export function isOpen(expression: string): boolean {
  const parts = expression
    .replaceAll(/\s+WITH\s+[\w.-]+/gi, '')
    .split(/\s+(?:AND|OR)\s+|\//i)
    .map((part) => part.replaceAll(/[()\s]/g, ''));
  return parts.every((part) => OPEN.test(part));
}
