import { setNonce } from 'get-nonce';
import { styleNonce } from '../platform/style-nonce.ts';

// Imported before anything else: the content security policy allows no style without the nonce.
setNonce(styleNonce());
