import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from './account/session';
import { beginMessages } from './messages/messages';
import { router } from './routes';
import { stylesWithNonce } from './styles-with-nonce';
import './shared/plain.css';

async function begin(): Promise<void> {
  stylesWithNonce();
  if (session.mayBe()) {
    void import('./signed-in.routes.ts');
  }
  await beginMessages();
  const place = document.getElementById('portal');
  if (place === null) {
    throw new Error('The page has no place for the portal');
  }
  createRoot(place).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}

void begin();
