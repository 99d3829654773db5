import { createTransport } from 'nodemailer';
import { type Channel, dead, patience, retry, type Sent, sent } from './channel.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the server says of this letter or its recipient decides; of anything else, a name, a certificate, it may be mended. */
const ended = (error: unknown): Sent => {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  const name = textOf(code).toLowerCase();
  if (!['eenvelope', 'emessage'].includes(name) || typeof responseCode !== 'number')
    return retry(`mail-${name || 'error'}`);
  return responseCode >= 500 ? dead(`mail-${responseCode}`) : retry(`mail-${responseCode}`);
};

/**
 * Letters by SMTP, `smtp://name:password@host:587` or `smtps://…:465`. Nothing leaves in the clear: a server without STARTTLS is
 * an error, unless the address says `?ignoreTLS=true`. A letter that is sent again has the same Message-ID.
 */
export const email = ({ url, from }: { readonly url: string; readonly from: string }): Channel => {
  const limits = {
    connectionTimeout: patience / 2,
    greetingTimeout: patience / 2,
    socketTimeout: patience / 2,
  };
  const transport = createTransport({ url, requireTLS: !/[?&]ignoreTLS=true/.test(url), ...limits });
  const domain = from.split('@').at(-1)?.replace('>', '') ?? 'localhost';
  return {
    send: ({ id, to, subject, text }) =>
      transport
        .sendMail({
          from,
          to,
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'auto-submitted': 'auto-generated' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        .then(() => sent, ended),
  };
};
