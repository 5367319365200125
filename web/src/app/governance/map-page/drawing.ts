import type { SharingMapView } from '#sharing/contracts';

/** Sizes in the units of the drawing. */
const top = 48;
const rowHeight = 56;
const lineHeight = 18;
const between = 320;
/** What a letter of a name takes up, and the room beside it. */
const letter = 8;
const margin = 32;
/** As many letters as stand beside a post. */
const longestLine = 34;

export interface Post {
  readonly id: string;
  readonly side: 'gives' | 'receives';
  readonly x: number;
  readonly y: number;
  readonly lines: readonly { readonly text: string; readonly y: number }[];
}

export interface Way {
  readonly key: string;
  readonly path: string;
  readonly width: number;
  readonly from: string;
  readonly to: string;
  readonly agreements: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly leftPost: number;
  readonly rightPost: number;
  readonly posts: readonly Post[];
  readonly ways: readonly Way[];
}

/** A name in at most two lines, parted between words; what does not fit is cut. */
export function linesOf(name: string): readonly string[] {
  if (name.length <= longestLine) return [name];
  const lines: string[] = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length <= longestLine) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const [first = '', second = '', ...rest] = lines.filter((line) => line !== '');
  return rest.length === 0 ? [first, second] : [first, `${second.slice(0, longestLine - 1)}…`];
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Those who give in their order, those who receive beside those who give to them, so that few lines cross. */
function orders(flows: SharingMapView['flows']) {
  const givers = [...new Set(flows.map(({ from }) => from))];
  const place = new Map(givers.map((id, index) => [id, index]));
  const weights = new Map(
    [...Map.groupBy(flows, ({ to }) => to)].map(([id, group]) => [
      id,
      mean(group.map(({ from }) => place.get(from) ?? 0)),
    ]),
  );
  const receivers = [...weights].sort(([, one], [, other]) => one - other).map(([id]) => id);
  return { givers, receivers };
}

/** The map as a drawing: posts left and right, and a way for each flow, the wider the more agreements draw it. */
export function drawn({ places, flows }: Pick<SharingMapView, 'places' | 'flows'>): Drawing {
  const { givers, receivers } = orders(flows);
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const room = (ids: readonly string[]): number =>
    margin + letter * Math.max(0, ...ids.flatMap((id) => linesOf(names.get(id) ?? '').map(({ length }) => length)));
  const leftPost = room(givers);
  const rightPost = leftPost + between;
  const width = rightPost + room(receivers);
  const rows = Math.max(givers.length, receivers.length);
  const height = top + rows * rowHeight;
  const column = (ids: readonly string[], side: Post['side']): readonly Post[] => {
    const gap = (rows * rowHeight) / ids.length;
    return ids.map((id, index) => {
      const y = top + gap * (index + 0.5);
      const lines = linesOf(names.get(id) ?? '');
      const first = y - ((lines.length - 1) * lineHeight) / 2 + 5;
      const x = side === 'gives' ? leftPost : rightPost;
      return { id, side, x, y, lines: lines.map((text, line) => ({ text, y: first + line * lineHeight })) };
    });
  };
  const posts = [...column(givers, 'gives'), ...column(receivers, 'receives')];
  const at = (id: string, side: Post['side']): number =>
    posts.find((post) => post.id === id && post.side === side)?.y ?? 0;
  const middle = (leftPost + rightPost) / 2;
  const ways = flows.map(({ from, to, agreements }) => {
    const [start, end] = [at(from, 'gives'), at(to, 'receives')];
    return {
      key: `${from} ${to}`,
      path: `M${leftPost} ${start}C${middle} ${start} ${middle} ${end} ${rightPost} ${end}`,
      width: Math.min(1 + 1.5 * agreements.length, 12),
      from: names.get(from) ?? '',
      to: names.get(to) ?? '',
      agreements: agreements.length,
    };
  });
  return { width, height, leftPost, rightPost, posts, ways };
}
