/** Makes something once a build, for all its pages; anew for every page while content is being edited (`npm run dev`). */
export const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | null = null;
  return () => {
    if (import.meta.env.DEV) return make();
    made ??= make();
    return made;
  };
};
