import { lazy, Suspense, useSyncExternalStore } from 'react';
import { gate } from '../api/gate';
import { needMessages } from '../messages/messages';

/** Comes over a page only where it is asked for, so it is loaded only then. */
const GateDialog = lazy(async () => {
  const [{ GateDialog: dialog }] = await Promise.all([import('./gate-dialog.tsx'), needMessages(['account'])]);
  return { default: dialog };
});

export function SessionGate(): React.JSX.Element {
  const asked = useSyncExternalStore(gate.subscribe, gate.asked);
  return <Suspense>{asked !== null && <GateDialog key={asked} asked={asked} />}</Suspense>;
}
