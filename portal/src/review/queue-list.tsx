import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { QueueLine } from './queue';
import { useClaimers } from './queue-columns';
import { QueueRow } from './queue-row';

interface Props {
  rows: readonly QueueLine[];
  /** How many there are, also those that are not loaded yet. */
  total: number;
  chosen: ReadonlyMap<string, QueueLine>;
  toggle: (line: QueueLine) => void;
  more: () => void;
}

/** So near the end of what is loaded, the next page is asked for. */
const ahead = 30;

/** The rows in sight, of however many; one of them has the focus and is moved by the keyboard. */
export function QueueList({ rows, total, chosen, toggle, more }: Props): React.JSX.Element {
  const { t } = useTranslation('review');
  const claimerOf = useClaimers();
  const box = useRef<HTMLDivElement>(null);
  const { current, take, onKeyDown } = useRoving(rows, box, toggle);
  // With another function at each render, it would look at every row again.
  const keyOf = useCallback((index: number) => rows[index]?.serial ?? index, [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 84,
    overscan: 6,
    getItemKey: keyOf,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const [from, to] = [Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)];
      const inSight = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      return current < count && !inSight.includes(current) ? [...inSight, current].sort((one, other) => one - other) : inSight;
    },
  });
  const items = virtual.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) > rows.length - ahead;
  useEffect(() => {
    if (isNearEnd && rows.length < total) {
      more();
    }
  }, [isNearEnd, rows.length, total, more]);
  return (
    <div className="card queue" ref={box} onKeyDown={(event) => onKeyDown(event, virtual.scrollToIndex)}>
      <ol aria-label={t('list', { count: total })} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const line = rows[index];
          return line === undefined ? null : (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              onFocus={() => take(index)}
            >
              <QueueRow
                line={line}
                claimer={claimerOf(line)}
                isCurrent={index === current}
                isChosen={chosen.has(line.serial)}
                toggle={toggle}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

type ScrollTo = (index: number) => void;

/** One row is the current one; keys count only while the focus is in the list. */
function useRoving(rows: readonly QueueLine[], box: React.RefObject<HTMLDivElement | null>, toggle: (line: QueueLine) => void) {
  const [current, setCurrent] = useState(0);
  const isMoving = useRef(false);
  useEffect(() => {
    if (isMoving.current) {
      isMoving.current = false;
      box.current?.querySelector<HTMLElement>(`[data-index="${current}"] a`)?.focus({ preventScroll: true });
    }
  }, [current, box]);
  const goTo = (index: number, scrollTo: ScrollTo): void => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    isMoving.current = to !== current;
    scrollTo(to);
    setCurrent(to);
  };
  const onKeyDown = (event: React.KeyboardEvent, scrollTo: ScrollTo): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / 84));
    const moves: Record<string, number> = {
      ...{ j: current + 1, ArrowDown: current + 1, k: current - 1, ArrowUp: current - 1 },
      ...{ PageDown: current + page, PageUp: current - page, Home: 0, End: rows.length - 1 },
    };
    const [to, line] = [moves[event.key], rows[current]];
    if (to !== undefined) {
      goTo(to, scrollTo);
    } else if (event.key === 'x' && line !== undefined) {
      toggle(line);
    } else if (event.key === '/') {
      document.getElementById('queue-search')?.focus();
    } else {
      return;
    }
    event.preventDefault();
  };
  return { current: Math.min(current, Math.max(0, rows.length - 1)), take: setCurrent, onKeyDown };
}
