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

// What axe-core finds wrong with a page.
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).slice(0, 4).join(", ")}`);
}

// Runs a test; whatever a page logs as an error fails it.
export async function run(test) {
  const browser = await launch();
  const wrong = [];
  try {
    const context = async (options) => {
      const made = await browser.newContext(options);
      made.on("page", (page) => {
        page.on("pageerror", (error) => wrong.push(`${page.url()}: ${error}`));
        page.on("console", (message) => {
          // A page that is not there is asked for on purpose, and so is a form refused, and a line that is cut.
          const meant = message.location().url.endsWith("/none") || /status of 4(01|09|22) |ERR_INTERNET_DISCONNECTED/.test(message.text());
          if (message.type() === "error" && !meant) wrong.push(`${page.url()}: ${message.text()}`);
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
