// Chromium as Debian has it, driven by Playwright; what a test needs is loaded from the folder in NODE_PATH.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const [address] = process.argv.slice(2);

// Chromium refuses to be root in its sandbox.
const args = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];
if (process.getuid?.() === 0) args.push("--no-sandbox");

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args });

export function check(holds, what) {
  if (!holds) throw new Error(what);
}

// Asks the test to do something, and waits until it is done.
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
export async function ask(what) {
  console.log(`ask ${what}`);
  const { value, done } = await answers.next();
  check(!done, "the test is gone");
  return value;
}

// What another theme can change; all that axe-core looks at for WCAG 2.2 A and AA, and best practices.
const colours = ["color-contrast", "link-in-text-block"];
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// What axe-core finds wrong with a page: with all of it, with its `colours`, or with its `shapes`, which is all else.
export async function violations(page, what = "all") {
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(axe);
  const rules = Object.fromEntries(colours.map((rule) => [rule, { enabled: false }]));
  const asked = { all: { runOnly: standards }, colours: { runOnly: colours }, shapes: { runOnly: standards, rules } }[what];
  const found = await page.evaluate((asked) => axe.run(document, { ...asked, resultTypes: ["violations"] }), asked);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 4).join(", ")}`);
}

// Runs a test; whatever a page logs as an error fails it, but what is `meant`: a page that is not there is asked for on purpose, and so
// is a form refused, and a line that is cut.
export async function run(test, meant = /status of 4(01|09|22) |ERR_INTERNET_DISCONNECTED/) {
  const browser = await launch();
  const wrong = [];
  try {
    const context = async (options) => {
      const made = await browser.newContext(options);
      made.on("page", (page) => {
        page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error}`));
        page.on("console", (message) => {
          if (message.type() === "error" && !meant.test(message.text())) wrong.push(`${page.url()}: ${message.text()}`);
        });
      });
      return made;
    };
    await test({ context });
    check(wrong.length === 0, wrong.join("\n"));
  } finally {
    await browser.close();
    // What the test could still say keeps the program from ending.
    process.stdin.destroy();
  }
}
