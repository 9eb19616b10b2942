/** All the script there is; every page works without it. */

/** A choice made with the mouse applies at once. With the keyboard one passes others on the way, so there the button does it. */
let byKeyboard = false;
document.addEventListener('keydown', () => {
  byKeyboard = true;
});
document.addEventListener('pointerdown', () => {
  byKeyboard = false;
});
document.addEventListener('change', ({ target }) => {
  const form = target instanceof HTMLSelectElement ? target.form : null;
  if (!byKeyboard && form?.method === 'get') form.requestSubmit();
});
