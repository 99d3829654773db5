/** Puts the chosen ready answer into the box without a trip to the server; behind what was typed already. */
export const offerTemplates = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-template]'))
    button.addEventListener('click', event => {
      const form = button.form;
      const select = form?.querySelector<HTMLSelectElement>('select[name="template"]');
      const box = form?.querySelector<HTMLTextAreaElement>('textarea[name="text"]');
      const text = select?.selectedOptions[0]?.dataset.text;
      if (!box || !text) return;
      event.preventDefault();
      box.value = box.value.trim() === '' ? text : `${box.value.trimEnd()}\n${text}`;
      box.focus();
    });
};
