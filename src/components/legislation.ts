import { accesses } from '#src/shelves/policy.ts';
import type { PolicyRow } from './policies.ts';

const force = (state: PolicyRow['validity']['state']): string => {
  if (state === 'in-force' || state === 'ending' || state === 'spent') return 'InForce';
  return state === 'suspended' ? 'PartiallyInForce' : 'NotInForce';
};

/** schema.org: the document, and the service that it gives where there is one to ask for. Addresses are whole. */
export const legislationOf = ({ entry, path, validity }: PolicyRow, site: URL): object => {
  const it = entry.data;
  const url = new URL(path, site).href;
  const providers = it.issuers.map(name => ({ '@type': 'GovernmentOrganization', name }));
  const last = validity.ends.at(-1)?.date;
  const start = it.effectiveFrom ?? it.issued;
  const document = {
    '@type': 'Legislation',
    '@id': url,
    url,
    name: it.title,
    abstract: it.summary,
    inLanguage: 'zh-Hans',
    ...(it.number && it.numberConfidence !== 'low' ? { legislationIdentifier: it.number } : {}),
    ...(it.issued ? { legislationDate: it.issued } : {}),
    ...(it.published ? { datePublished: it.published } : {}),
    ...(it.source ? { isBasedOn: it.source.url } : {}),
    ...(start ? { temporalCoverage: `${start}/${last ?? '..'}` } : {}),
    legislationPassedBy: providers,
    legislationJurisdiction: it.region,
    ...(validity.state === 'unknown' || validity.state === 'unpublished'
      ? {}
      : { legislationLegalForce: `https://schema.org/${force(validity.state)}` }),
  };
  const service = {
    '@type': 'GovernmentService',
    name: it.summary,
    serviceType: accesses[it.access]['zh-Hans'],
    provider: providers,
    areaServed: it.region,
    audience: it.audience.map(audienceType => ({ '@type': 'Audience', audienceType })),
    termsOfService: url,
  };
  return {
    '@context': 'https://schema.org',
    '@graph': it.access === 'none' ? [document] : [document, service],
  };
};

/** For a data block of a page: nothing in it can end the block. */
export const asData = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');
