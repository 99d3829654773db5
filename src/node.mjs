// Preloaded by the npm scripts (`node --import ./src/node.mjs …`). An old Node refuses a .ts file before the first line of it runs,
// so the one clear line has to come from plain JavaScript that is loaded earlier.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `需要 Node 22.18 或更新的版本，现在是 ${process.versions.node}。请安装 Node 24；或者先运行 npm ci，再用 npm start（自带 Node 24）。`,
  );
  process.exit(1);
}

// Compiled code is kept from one start to the next: the first answer comes in 250 ms instead of 400. Where the folder cannot be
// written, everything works without it.
const { enableCompileCache } = await import('node:module');
enableCompileCache?.('node_modules/.cache/compiled');
