import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

type Asked = { readonly options: object; readonly state: string };

/** Sends to the form's address; throws with nothing to say where it is not taken. */
const post = async <T>(form: HTMLFormElement, body: object): Promise<T> => {
  const response = await fetch(form.action, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-csrf': form.dataset.csrf ?? '',
    },
    body: JSON.stringify({ use: form.dataset.passkey, ...body }),
  });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as T;
};

const answerOf = (form: HTMLFormElement, { options }: Asked): Promise<object> =>
  form.dataset.passkey === 'new'
    ? startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'] })
    : startAuthentication({
        optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'],
      });

const run = async (form: HTMLFormElement): Promise<void> => {
  const told = form.querySelector('.error');
  const button = form.querySelector('button');
  if (told) told.textContent = '';
  if (button) button.disabled = true;
  try {
    const asked = await post<Asked>(form, {});
    const answer = await answerOf(form, asked);
    const name = new FormData(form).get('name') ?? '';
    const { to } = await post<{ to: string }>(form, { answer, state: asked.state, name });
    location.assign(to);
  } catch (error) {
    // Signed in too long ago: the page itself leads to signing in again.
    if (error instanceof Error && error.message === '401') location.assign(form.dataset.again ?? '');
    if (told) told.textContent = form.dataset.failed ?? '';
    if (button) button.disabled = false;
  }
};

/** Passkeys, where the page offers them and the browser has them. */
export const offerPasskeys = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      void run(form);
    });
  }
};
