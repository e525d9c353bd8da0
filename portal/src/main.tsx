import { askEarly } from './api/early';
import { wasSignedInHere } from './account/trace';
import './shared/plain.css';

/** Small, so that it runs while the rest is on its way: for whoever comes back it asks who that is, and for what the queue needs. */
if (wasSignedInHere()) {
  askEarly('/me');
  void import('./signed-in.routes.ts');
  if (window.location.pathname === '/review' && window.location.search === '') {
    askEarly('/submissions/queue?limit=200');
    askEarly('/submissions/queue/counts');
    void import('./shell/signed-in.layout.tsx');
    void import('./review/queue.page.tsx');
  }
}
void import('./begin.tsx').then(({ begin }) => begin());
