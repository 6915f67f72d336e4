/** An event that many wait for: `next` resolves at the next `ring`. */
export interface Bell {
  ring(): void;
  next(): Promise<void>;
}

export function makeBell(): Bell {
  let current = Promise.withResolvers<void>();
  return {
    ring() {
      const rung = current;
      current = Promise.withResolvers<void>();
      rung.resolve();
    },
    next: () => current.promise,
  };
}
