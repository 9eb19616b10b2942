/** Reads what a repository is made of, when the day's round or a push asked for it. */
import { type InventoryEvent, readInventory } from '../flows/read-inventory.js';
import { defineHandler } from './_handler.js';

export default defineHandler<InventoryEvent>({
  on: [],
  needs: { contents: 'read' },
  parse: (event) => event as InventoryEvent,
  subject: ({ repository }) => `inventory:${repository.id}`,
  run: readInventory,
});
