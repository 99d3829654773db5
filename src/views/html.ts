import { raw, html as template } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup in which every value from outside was escaped. */
export type View = HtmlEscapedString;

/** hono/html with the type of what it gives when no value is a promise, which is always so here. */
export const html = template as (strings: TemplateStringsArray, ...values: unknown[]) => View;

/** Data about the page for programs (JSON-LD): no script, and nothing in it can end the element. */
export const dataView = (data: object): View =>
  html`<script type="application/ld+json">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`;

/** No markup at all. */
export const nothing: View = raw('');

/** An attribute that is there or not. */
export const flag = (name: string, on: boolean): View => (on ? raw(` ${name}`) : nothing);
