/** The whole country: what every reader may use. */
export const everywhere = '全国';

const provinces = /^(内蒙古|黑龙江|[\p{Script=Han}]{2})/u;

/** The province of a place, in short: `福建省厦门市` gives `福建`; `全国（湖北、北京除外）` gives `全国`. */
export const provinceOf = (region: string): string => provinces.exec(region)?.[0] ?? everywhere;

/** The whole country as a filter has it: a code, since words of the page's script are also sent in traditional characters. */
export const nationwide = 'nationwide';

/** What a passage of a place is filtered by: its province, or the whole country. */
export const regionCode = (region: string): string => {
  const province = provinceOf(region);
  return province === everywhere ? nationwide : province;
};

const kindOfPlace = /(?:工业园|高新|经开|新)?[区县]|[省市]/u;

/** The names by which readers call a place and what it lies in: `福建省厦门市集美区` gives 福建, 厦门 and 集美; the whole country gives none. */
export const placesOf = (region: string): readonly string[] =>
  provinceOf(region) === everywhere ? [] : region.split(kindOfPlace).filter(Boolean);
