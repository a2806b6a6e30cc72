// Every kind of page in both languages and themes, wide and narrow: axe-core finds nothing, nothing is wider than the window,
// and the first key leads to the content.
import { address, check, run, violations } from "./common.mjs";

const paths = process.argv.slice(3);
await run(async ({ context }) => {
  const wrong = [];
  for (const [colorScheme, width] of [["light", 1280], ["dark", 360]]) {
    const window = await context({ colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" });
    const page = await window.newPage();
    for (const path of paths) {
      await page.goto(address + path);
      for (const found of await violations(page)) wrong.push(`${path} (${colorScheme}, ${width}): ${found}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) wrong.push(`${path} (${width}): ${wide} px wider than the window`);
      await page.keyboard.press("Tab");
      const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
      // On a wall nothing stands before the content.
      const wall = await page.locator("body.wall").count();
      if (first !== "#content" && !wall) wrong.push(`${path}: the first key leads to ${first}`);
    }
    await window.close();
  }
  check(wrong.length === 0, wrong.join("\n"));
  console.log(`seen ${paths.length * 2}`);
});
