/** The last step of a build: the checklists as the program wants them, so that a start need not read them again. */
import { compileChecklists } from '../dist/infra/catalogue.js';

await compileChecklists('checklists');
