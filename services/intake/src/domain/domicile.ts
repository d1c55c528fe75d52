// The region of an enterprise is that of its registered domicile 住所, never that of its code's digits (IN-4):
// an enterprise that moved keeps its code. The division 行政区划代码 says it where the register gives one, else
// the words of the address do. An address names the greater place before the lesser, so the first region
// named in it is the one: 昆山市高新区 is Kunshan's, not the Suzhou district of that name.

/** A region of the jurisdiction by the words and digits that name it. */
interface NamedRegion {
  readonly code: string;
  readonly name: string;
  readonly alsoNamed?: readonly string[] | undefined;
  /** Six digits. */
  readonly division: string;
}

/** What is known of the jurisdiction's places. */
export interface Places {
  readonly regions: readonly NamedRegion[];
  /** What addresses call the jurisdiction itself; empty = addresses of other cities are not told apart. */
  readonly addressedAs: readonly string[];
}

const OTHER_CITY = /(?:市|自治州|地区|盟)/;

/** Code of the region with this division; undefined where none has it. */
export function regionOfDivision(division: string, { regions }: Places): string | undefined {
  return regions.find((region) => region.division === division)?.code;
}

/**
 * Code of the region an address lies in; undefined where it names none of ours, or another city before it.
 */
export function regionOfAddress(address: string, { regions, addressedAs }: Places): string | undefined {
  const text = address.normalize('NFKC').replace(/\s/g, '');
  const named = regions.flatMap(({ code, name, alsoNamed = [] }) =>
    [...namesIn(name), ...alsoNamed].flatMap((one) => {
      const at = text.indexOf(one);
      return at < 0 ? [] : [{ code, at, length: one.length }];
    }),
  );
  const [first] = named.toSorted((a, b) => a.at - b.at || b.length - a.length);
  if (first === undefined) return undefined;
  const before = text.slice(0, first.at);
  const elsewhere =
    addressedAs.length > 0 && OTHER_CITY.test(before) && !addressedAs.some((one) => before.includes(one));
  return elsewhere ? undefined : first.code;
}

/** 虎丘区（高新区） is called by both. */
function namesIn(name: string): readonly string[] {
  return name
    .normalize('NFKC')
    .split(/[()]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
