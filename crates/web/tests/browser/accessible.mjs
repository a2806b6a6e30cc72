// Every page, and what it answers to forms that are wrong, in both languages: axe-core finds nothing in either theme, nor on a
// narrow screen, where nothing is wider than the window; Tab leads through every page, shows where it is, and leads out again.
import { check, run, violations } from "./common.mjs";
import { walked, watched } from "./keys.mjs";

const { visits, cookies } = JSON.parse(process.argv[3]);
const pictures = process.env.HEMICYCLE_PICTURES;
const [wide, narrow] = [{ width: 1280, height: 900 }, { width: 360, height: 800 }];
// As many as the machine has to spare: who looks at one page does not wait for another.
const workers = 2;

await run(async ({ context }) => {
  const wrong = [];
  let looked = 0;
  // Fills a form in as no browser would let somebody do, and sends it.
  const send = async (page, { fields, press }) => {
    await Promise.all([page.waitForEvent("load"), page.evaluate(([fields, press]) => {
      for (const [name, value] of fields) {
        const field = document.querySelector(name);
        if (field.type === "checkbox") field.checked = true;
        else field.value = value;
      }
      const button = document.querySelector(press);
      button.form.noValidate = true;
      button.click();
    }, [fields, press])]);
  };

  const look = async (page, visit, tongue) => {
    const where = `/${tongue}${visit.at}${visit.press ? `, ${visit.press}` : ""} (${visit.who})`;
    await page.setViewportSize(wide);
    const answer = await page.goto(`${visit.base}/${tongue}${visit.at}`);
    if (answer.status() !== visit.status) wrong.push(`${where}: ${answer.status()}`);
    if (visit.press) await send(page, visit);
    const holds = async (how, what) => {
      looked += 1;
      for (const found of await violations(page, what)) wrong.push(`${where}, ${how}: ${found}`);
      if (pictures) await page.screenshot({ path: `${pictures}/${where.replaceAll(/[^a-z0-9-]+/gi, "_")}-${how}.png`, fullPage: true });
    };
    // In each language the whole page in one theme, and its colours in the other; in French also how it stands on a narrow screen.
    const themes = tongue === "en" ? ["light", "dark"] : ["dark", "light"];
    await page.emulateMedia({ colorScheme: themes[0], reducedMotion: "reduce" });
    await holds(themes[0], "all");
    if (tongue === "en" && !visit.press) {
      const { found, first } = await walked(page);
      for (const one of found) wrong.push(`${where}: ${one}`);
      // On a wall nothing stands before the content.
      if (first !== "#content" && !await page.locator("body.wall").count()) wrong.push(`${where}: the first key leads to ${first}`);
    }
    await page.emulateMedia({ colorScheme: themes[1], reducedMotion: "reduce" });
    await holds(themes[1], "colours");
    await page.setViewportSize(narrow);
    if (tongue === "fr") await holds("narrow", "shapes");
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wrong.push(`${where}: ${over} px wider than a narrow window`);
  };

  const queue = visits.flatMap((visit) => ["en", "fr"].map((tongue) => [visit, tongue]));
  const work = async () => {
    const pages = new Map();
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [visit, tongue] = next;
      const { who, base } = visit;
      if (!pages.has(who)) {
        const own = await context();
        if (cookies[who]) await own.addCookies([{ ...cookies[who], url: base }]);
        pages.set(who, await watched(await own.newPage()));
      }
      await look(pages.get(who), visit, tongue).catch((error) => wrong.push(`/${tongue}${visit.at} (${who}): ${error}`));
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  check(wrong.length === 0, wrong.join("\n"));
  console.log(`seen ${looked}`);
}, /status of 4\d\d /);
