import { isIP } from 'node:net';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { MethodSettings } from '../../../kernel/login/index.ts';

/**
 * Login methods that can work at this node as it runs: letters need a mail server, passkeys a name in the address (Web
 * Authentication knows no IP address). The doctor says which are missing, and why.
 */
export function usableMethods({ config, identity, login }: Pick<Kernel, 'config' | 'identity' | 'login'>) {
  return (config.login?.methods ?? []).filter((method) => {
    if (method.type === 'email') return login.mail !== null;
    return method.type !== 'passkey' || hasName(identity.origin);
  });
}

export function methodOf<Type extends MethodSettings['type']>(
  kernel: Pick<Kernel, 'config' | 'identity' | 'login'>,
  type: Type,
): Extract<MethodSettings, { type: Type }> | undefined {
  return usableMethods(kernel).find(
    (method): method is Extract<MethodSettings, { type: Type }> => method.type === type,
  );
}

function hasName(origin: string): boolean {
  return isIP(new URL(origin).hostname.replace(/^\[|\]$/g, '')) === 0;
}
