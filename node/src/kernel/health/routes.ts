import { Hono } from 'hono';
import type { Kernel } from '../kernel.ts';
import { VERSION } from '../version.ts';

/** Readiness with its reasons, and figures for Prometheus. */
export function healthRoutes(kernel: Kernel): Hono {
  const app = new Hono();
  app.get('/health', (c) => {
    const { ready, parts } = kernel.health.read();
    const body = { status: ready ? 'ok' : 'unavailable', version: VERSION, parts };
    return c.json(body, ready ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.get('/metrics', async (c) => {
    const { registry } = kernel.metrics;
    return c.body(await registry.metrics(), 200, {
      'Content-Type': registry.contentType,
      'Cache-Control': 'no-store',
    });
  });
  return app;
}
