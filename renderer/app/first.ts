import { setNonce } from 'get-nonce';
import { z } from 'zod';
import { styleNonce } from '../platform/style-nonce.ts';

// Imported before anything else: the content security policy allows neither compiled schemas nor styles without the nonce.
z.config({ jitless: true });
setNonce(styleNonce());
