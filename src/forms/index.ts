import { appointment } from './appointment.ts';
import { consultation } from './consultation.ts';
import { dailyReturn } from './daily-return.ts';
import { donation } from './donation.ts';
import { event } from './event.ts';
import type { AnyForm } from './field.ts';
import { filing } from './filing.ts';
import { financing } from './financing.ts';
import { labour } from './labour.ts';
import { lodging } from './lodging.ts';
import { materials } from './materials.ts';
import { other } from './other.ts';
import { preCheck } from './pre-check.ts';
import { several } from './several.ts';
import { supplyChain } from './supply-chain.ts';
import { supplyOffer } from './supply-offer.ts';
import { transport } from './transport.ts';
import { transportPass } from './transport-pass.ts';
import { transportSubsidy } from './transport-subsidy.ts';
import { utilities } from './utilities.ts';

/** The registry: a form is one file, named here once. The order is the order on the page. */
export const forms: readonly AnyForm[] = [
  several,
  materials,
  labour,
  financing,
  transport,
  transportSubsidy,
  transportPass,
  lodging,
  supplyChain,
  utilities,
  preCheck,
  filing,
  dailyReturn,
  consultation,
  appointment,
  event,
  other,
  donation,
  supplyOffer,
];

/** The form of an id, or null. */
export const formOf = (id: string): AnyForm | null => forms.find(form => form.id === id) ?? null;
