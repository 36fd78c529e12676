// Bundles what pages load: app and theme for every page, and one bundle for each folder of src/ that has a main.ts or main.css
// (src/review/main.ts becomes build/review.js). Fails when the frame's style sheet outgrows its budget.
import { context, build } from "esbuild";
import { existsSync, readdirSync, statSync } from "node:fs";

const OUT = "../src/wenming/web/static/build";
const CSS_BUDGET = 40 * 1024; // bytes of app.css: old office PCs parse it on every page

function entries() {
  const found = { app: "src/app.ts", theme: "src/theme.ts" };
  const styles = { app: "src/app.css", dark: "src/dark.css" };
  for (const folder of readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    if (existsSync(`src/${folder.name}/main.ts`)) found[folder.name] = `src/${folder.name}/main.ts`;
    if (existsSync(`src/${folder.name}/main.css`)) styles[folder.name] = `src/${folder.name}/main.css`;
  }
  return [found, styles];
}

const options = entries().map((entryPoints) => ({
  entryPoints,
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome88", "firefox98", "safari15"],
  charset: "utf8",
  logLevel: "warning",
}));

if (process.argv.includes("--watch")) {
  for (const each of options) await (await context({ ...each, logLevel: "info" })).watch();
} else {
  for (const each of options) await build(each);
  const size = statSync(`${OUT}/app.css`).size;
  console.log(`app.css ${size} bytes of ${CSS_BUDGET}, app.js ${statSync(`${OUT}/app.js`).size} bytes`);
  if (size > CSS_BUDGET) {
    console.error("app.css is over its budget: move what one page needs to that page's own main.css");
    process.exit(1);
  }
}
