import { themes } from '../reference.ts';
import { lastPart } from './node.ts';
import { plainWord } from './words.ts';

const codes = new Set(themes.map(({ code }) => code));

/** Names of themes: the EU table's own, ISO 19115 topic categories, INSPIRE themes, and what councils write. */
const names = new Map<string, string>(
  Object.entries({
    AGRI: 'agriculture,agriculture fisheries forestry and food,farming,food,fisheries,forestry,agricultural and aquaculture facilities,farming fishing and food',
    ECON: 'economy,economy and finance,economics,finance,business,business and economy,spending,budget,council budget,business rates,jobs and economy,employment',
    EDUC: 'education,education culture and sport,culture,sport,sports,schools,learning,arts and culture,arts culture history,culture and heritage,culture and leisure,leisure,libraries,arts,recreation,parks recreation,museums',
    ENER: 'energy,energy resources,energy and utilities',
    ENVI: 'environment,environmental,climate,climate change,air quality,waste,recycling,biota,climatology meteorology atmosphere,inland waters,environment and climate,environment and energy,biodiversity,nature,geology,water,oceans,area management restriction regulation zones and reporting units,environmental monitoring facilities,natural risk zones,protected sites,habitats and biotopes',
    GOVE: 'government,government and public sector,public sector,council,council and democracy,council and government,democracy,politics,elections,elections politics,elections and politics,transparency,open government,administration,governance,your council,local government,government spending',
    HEAL: 'health,health and social care,health human services,healthcare,public health,human health and safety,health and wellbeing,social care,wellbeing,health and care',
    INTR: 'international,international issues,international matters',
    JUST: 'justice,justice legal system and public safety,public safety,crime,crime and justice,crime and community safety,community safety,law,legal,law and order,police,safety,intelligence military,emergency services',
    REGI: 'regions and cities,regions,cities,planning,planning cadastre,planning and development,land use,boundaries,property,property land,housing and planning,real estate land records,administrative units,addresses,structure,towns and cities,planning zoning,planning and building',
    SOCI: 'society,population and society,population,demographics,demography,social,communities,community,housing,people,people and communities,population distribution demography,equality,census',
    TECH: 'science and technology,science,technology,digital,research,innovation,science technology',
    TRAN: 'transport,transportation,traffic,roads,parking,transport and infrastructure,transport networks,roads and transport,public transport,transit,streets,travel,transport and travel,cycling,highways',
  }).flatMap(([code, words]) => words.split(',').map((word) => [word, code] as const)),
);

export interface ThemeRead {
  readonly code?: string;
  /** The words to keep where no theme of the list was meant. */
  readonly keyword?: string;
  readonly plain: boolean;
}

/** A theme from an address of the EU table or from words. */
export function themeOf(raw: string): ThemeRead {
  const text = raw.trim();
  const last = lastPart(text);
  if (codes.has(last.toUpperCase()) && last.length === 4) return { code: last.toUpperCase(), plain: true };
  const isAddress = /^[a-z][\w.+-]*:/i.test(text);
  const word = plainWord(isAddress ? last : text);
  const code = names.get(word) ?? names.get(word.replace(/ and /g, ' '));
  if (code) return { code, plain: false };
  return isAddress ? { plain: false } : { keyword: text, plain: false };
}
