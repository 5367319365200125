import { formats } from '../reference.ts';
import { lastPart } from './node.ts';
import { plainWord } from './words.ts';

const table = (entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(entries).flatMap(([code, words]) => words.split(',').map((word) => [word.trim(), code] as const)),
  );

/** Words that publishers use for each format, as `plainWord` writes them. */
const words = table({
  csv: 'csv,tsv,comma separated values,text csv,csv file,tab separated values',
  json: 'json,json ld,jsonld,jsonl,ndjson,json lines,application json',
  geojson: 'geojson,geo json,topojson,geojsonl',
  xml: 'xml,rss,atom,gml,rdf,rdf xml,rdfxml,gpx,iati,xsd,inspire gml',
  kml: 'kml,kmz,google earth',
  shp: 'shp,shapefile,shape,esri shapefile,zipped shapefile,shape file,shp zip,zip shp,esri shape file,zipped esri shapefile',
  gpkg: 'gpkg,geopackage,geo package',
  xlsx: 'xlsx,xslx,xlsm,excel,ms excel,microsoft excel,excel xlsx,openxml,spreadsheet',
  xls: 'xls,excel xls,application vnd ms excel',
  ods: 'ods,opendocument spreadsheet',
  pdf: 'pdf,adobe pdf',
  html: 'html,htm,ht ml,xhtml,web page,webpage,website,web site,app,application,web application,web app,aspx,php,dashboard,map viewer',
  txt: 'txt,text,plain text,asc,ascii',
  zip: 'zip,7z,tar,tgz,tar gz,gz,rar,zip file,file geodatabase zip',
  parquet: 'parquet,geoparquet,apache parquet',
  api: 'api,rest,rest api,odata,sparql,graphql,web service,webservice,soap,api json,ogc api,ogc api features,wmts,wcs,wps,csw',
  wms: 'wms,wms srvc,ogc wms,view service,web map service',
  wfs: 'wfs,wfs srvc,ogc wfs,web feature service,download service',
  'esri-rest':
    'esri rest,arcgis geoservice,arcgis geoservices rest api,geoservice,geo service,geoservices,arcgis,arcgis rest,esri,feature service,map service,mapserver,featureserver,arcgis server,arcgis online',
  gtfs: 'gtfs,gtfs rt,gtfs realtime,gtfs schedule',
  tiff: 'tiff,tif,geotiff,geo tiff,cog',
  jpeg: 'jpeg,jpg,jp2,jpeg2000',
  docx: 'docx,word,ms word,microsoft word',
});

/** Words that have a place in other lists but none here: known, and rightly "another format". */
const others = new Set(
  'png,png 24,gif,svg,gdb,file geodatabase,geodatabase,fgdb,mdb,accdb,las,laz,ecw,img,dwg,dxf,tab,mapinfo,doc,ppt,pptx,odt,rtf,sqlite,netcdf,hdf,mp3,mp4,ttl,turtle,n3,n triples,nt,bin,octet stream,other,unknown'.split(
    ',',
  ),
);

const media = new Map<string, string>([
  ...formats.flatMap((format) => (format.media ? [[format.media, format.code] as const] : [])),
  ['application/csv', 'csv'],
  ['text/tab-separated-values', 'csv'],
  ['application/ld+json', 'json'],
  ['application/geo+json', 'geojson'],
  ['application/vnd.geo+json', 'geojson'],
  ['text/xml', 'xml'],
  ['application/rss+xml', 'xml'],
  ['application/gml+xml', 'xml'],
  ['application/rdf+xml', 'xml'],
  ['application/vnd.google-earth.kmz', 'kml'],
  ['application/x-shapefile', 'shp'],
  ['application/vnd.geo+shp', 'shp'],
  ['application/xhtml+xml', 'html'],
  ['application/x-zip-compressed', 'zip'],
  ['application/gzip', 'zip'],
  ['image/tif', 'tiff'],
  ['image/jpg', 'jpeg'],
]);

const codes = new Set(formats.map(({ code }) => code));

/** A format code from a word, an address of the EU or IANA tables, or a file ending; undefined where nothing says it. */
export function formatFromWord(raw: string): string | undefined {
  const text = raw.trim();
  const type = mediaTypeOf(text);
  if (type !== undefined) return media.get(type) ?? (others.has(plainWord(lastPart(type))) ? 'other' : undefined);
  const word = plainWord(/^[a-z][\w.+-]*:|^\//i.test(text) ? lastPart(text) : text.replace(/^\.(?=\w)/, ''));
  return words.get(word) ?? (others.has(word) ? 'other' : undefined);
}

/** Whether a word is how the tables themselves write the format, so that reading it is no repair. */
export const isPlainFormat = (raw: string, code: string): boolean => {
  const last = plainWord(/[:/#]/.test(raw) ? lastPart(raw) : raw);
  return (
    last === plainWord(code) ||
    mediaTypeOf(raw) !== undefined ||
    (codes.has(code) && /^[A-Z_]{2,12}$/.test(lastPart(raw)))
  );
};

export const formatFromMedia = (mediaType: string): string | undefined => media.get(mediaType);

/** What an address itself tells: a service's path or the ending of a file. */
export function formatFromAddress(address: string): string | undefined {
  const path = address.slice(0, 2000).split(/[?#]/, 1)[0] ?? '';
  if (/\/(FeatureServer|MapServer|ImageServer)(\/\d+)?(\/query)?\/?$/i.test(path)) return 'esri-rest';
  if (/[?&]service=wms\b/i.test(address)) return 'wms';
  if (/[?&]service=wfs\b/i.test(address)) return 'wfs';
  const ending = /\/[^/]*\.([a-z0-9]{2,7})$/i.exec(path)?.[1];
  return ending === undefined ? undefined : words.get(ending.toLowerCase());
}

/** A IANA media type, small letters, without parameters; from `text/csv; charset=utf-8` or its address at iana.org. */
export function mediaTypeOf(raw: string): string | undefined {
  const text = raw.trim().replace(/^https?:\/\/(www\.)?iana\.org\/assignments\/media-types\//i, '');
  const type = /^([a-z]+\/[a-z0-9][a-z0-9.+_-]{0,120})(\s*;.{0,200})?$/i.exec(text)?.[1]?.toLowerCase();
  return type !== undefined && /^(application|audio|font|image|message|model|multipart|text|video)\//.test(type)
    ? type
    : undefined;
}
