// From an empty instance to the adopted text, with nine people in browsers of their own: who administers makes the accounts, the table
// office brings the draft in, staff draft for a member, five sign, the committee tables its own, the office numbers, translates and
// publishes, the sitting decides, the wall and the public follow, the adopted text is fetched. Where there are several nodes,
// each of them serves some of these people.
import { check, run } from "./common.mjs";

const [nodes, first, english, french] = process.argv.slice(2);
const addresses = nodes.split(",");
const slug = "415-harbours";
const office = `/en/desk/office/${slug}`;
const sitting = `/en/desk/sitting/${slug}`;
const committee = "Committee on Gates / commission des portes";
const password = "the gates of the harbours";
const patience = 30000;

await run(async ({ context }) => {
  let seats = 0;
  const seated = async () => {
    const node = addresses[seats % addresses.length];
    seats += 1;
    const page = await (await context({ reducedMotion: "reduce", acceptDownloads: true })).newPage();
    page.setDefaultTimeout(patience);
    // A page by its address behind that of the node.
    page.open = (path) => page.goto(node + path);
    return page;
  };
  const send = async (page, button) => {
    const [answer] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === "POST" && answer.request().isNavigationRequest()),
      page.locator(button).first().click(),
    ]).catch(async (error) => { throw new Error(`${button}: ${error}\n${await words(page)}`); });
    await page.waitForLoadState();
    check(answer.status() < 400, `${button} on ${page.url()}: ${answer.status()} ${(await page.locator("[role=alert]").allInnerTexts()).join(" ")}`);
  };
  const words = async (page) => (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
  // Another node, or a page that another has, may be a moment behind: it is asked for until it shows this.
  const until = async (page, path, holds, what) => {
    for (const end = Date.now() + patience; Date.now() < end;) {
      await page.open(path);
      if (await holds(page)) return;
    }
    throw new Error(`${path} never showed ${what}: ${(await words(page)).slice(0, 2000)}`);
  };
  const shows = (text) => async (page) => (await words(page)).includes(text);
  // What a page shows by itself.
  const comes = (page, text) => page.waitForFunction((text) => document.querySelector("main").innerText.replaceAll("\u00a0", " ").includes(text), text, { timeout: patience });

  const signIn = async (page, email) => {
    if (await page.locator("main [name=email]").count() === 0) return;
    await page.fill("main [name=email]", email);
    await page.fill("main [name=password]", password);
    await send(page, "main form button");
  };

  // The administrator comes by the link that the server printed, and makes an account for each.
  const admin = await seated();
  await admin.open(first);
  await admin.fill("#name", "Mr Paul KEY");
  await admin.fill("#email", "key@lakes.example");
  await admin.fill("#password", password);
  await admin.fill("#again", password);
  await send(admin, "main form button");
  await admin.open("/en/account/sign-in");
  await signIn(admin, "key@lakes.example");
  const people = {};
  for (const [name, role, body] of [
    ["Ms Vera INK", "table-office", ""],
    ["Ms Ida MEER", "chair", ""],
    ["Mr Otto BANK", "committee", committee],
    ["Mr Emil SHORE", "group-staff", "Group of the North"],
    ["Ms Ada LINDQVIST", "member", ""],
    ["Mr Bruno CASTELL", "member", ""],
    ["Ms Nora FENN", "member", ""],
    ["Mr Jan WEIR", "member", ""],
    ["Ms Ilse MOOR", "member", ""],
  ]) {
    const last = name.split(" ").at(-1).toLowerCase();
    await admin.open("/en/desk/people");
    await admin.fill("#name", name);
    await admin.fill("#email", `${last}@lakes.example`);
    await send(admin, 'form[action$="/desk/people"] button');
    const link = new URL((await admin.locator(".link").innerText()).trim(), addresses[0]).pathname;
    const account = await admin.locator('form[action$="/roles"]').getAttribute("action");
    await admin.selectOption("#role", role);
    if (body) await admin.fill("#body", body);
    await send(admin, `form[action="${account}"] button`);
    const page = await seated();
    await page.open(link);
    await page.fill("#password", password);
    await page.fill("#again", password);
    await send(page, "main form button");
    await page.open("/en/account/sign-in");
    await signIn(page, `${last}@lakes.example`);
    people[last] = page;
  }
  const { ink, meer, bank, shore, lindqvist, castell, fenn, weir, moor } = people;
  const visitor = await seated();
  const wall = await seated();

  // The draft, in both languages, and the committee that reports on it.
  await ink.open("/en/desk/import");
  await ink.fill("#text-0", english);
  await ink.fill("#text-1", french);
  await ink.fill("#slug", slug);
  await send(ink, "button[value=open]");
  if (ink.url().endsWith("/desk/import")) await send(ink, "button[name=confirmed]");
  await ink.open(`${office}/arrange`);
  await ink.fill("#seize-committee", committee);
  await send(ink, "button[value=seize]");

  // Staff draft for a member by editing the paragraph; members sign; the member whose it is tables it.
  await until(shore, `/en/${slug}`, shows("sleep in small huts"), "the draft");
  await shore.locator('a.amend[href$="at=a-para-3"]').click();
  await shore.fill("#member", "Ms Ada LINDQVIST");
  await send(shore, 'button[value="change"]');
  const draft = new URL(shore.url()).pathname;
  await shore.locator("#text").fill((await shore.locator("#text").inputValue()).replace("small huts", "cold and small huts"));
  await shore.waitForFunction(() => document.querySelector("#shown ins")?.innerText.includes("cold"), null, { timeout: patience });
  await send(shore, 'button[value="save"]');
  check(await shore.locator('button[value="sign"]').count() === 0, "staff could sign");
  for (const name of ["Mr Bruno CASTELL", "Ms Nora FENN", "Mr Jan WEIR", "Ms Ilse MOOR"]) {
    await shore.fill("#name", name);
    await send(shore, 'button[value="add"]');
  }
  for (const member of [lindqvist, castell, fenn, weir, moor]) {
    await until(member, draft, async (page) => await page.locator('button[value="sign"]').count() === 1, "the draft that is shared");
    await send(member, 'button[value="sign"]');
  }
  await lindqvist.open(draft);
  await send(lindqvist, "button.main");
  check((await words(lindqvist)).includes("Receipt"), `no receipt: ${await words(lindqvist)}`);

  // The committee's secretariat writes wordings, and tables for it.
  for (const wording of [
    "In the draft resolution, delete paragraph 5.",
    "In the draft resolution, paragraph 4, replace the word “repair” with the following words: “repair and paint”",
    "In the draft resolution, paragraph 4, replace the word “repair” with the following word: “rebuild”",
    "In the draft resolution, after paragraph 5, insert the following paragraph: “The lamps stay lit.”",
  ]) {
    await bank.open(`/en/desk/draft/${slug}`);
    await send(bank, 'button[value="wording"]');
    await bank.fill("#text", wording);
    await send(bank, 'button[value="save"]');
    await send(bank, "button.main");
    check((await words(bank)).includes("Receipt"), `no receipt: ${await words(bank)}`);
  }

  // Numbers; which is which is seen by what they say.
  const waiting = async (page) => await page.locator("button[name=one]").count() === 5;
  await until(ink, office, waiting, "what was tabled");
  await send(ink, "button[value=number-all]");
  const numbers = {};
  const numbered = async (page) => {
    for (const one of await page.locator("article[data-number]").all()) {
      const says = (await one.innerText()).replaceAll("\u00a0", " ");
      const number = await one.getAttribute("data-number");
      for (const [name, mark] of [["huts", "cold and"], ["count", "delete paragraph 5"], ["paint", "repair and paint"], ["rebuild", "“rebuild”"], ["lamps", "The lamps stay lit"]]) {
        if (says.includes(mark)) numbers[name] = number;
      }
    }
    return Object.keys(numbers).length === 5;
  };
  await until(visitor, `/en/${slug}`, numbered, "five amendments");

  // Into French: the words of a new paragraph between what surrounds them, others whole.
  const links = async () => Object.fromEntries(await ink.locator('a[href*="/translate/"]').evaluateAll((all) => all.map((one) => [one.closest("li, tr, article, section").innerText.replaceAll("\u00a0", " "), one.getAttribute("href")])));
  await ink.open(`${office}/translations`);
  const all = await links();
  const of = (name) => Object.entries(all).find(([text]) => new RegExp(`Amendment ${numbers[name]}(?![0-9])`).test(text))?.[1];
  for (const name of ["huts", "paint", "lamps"]) check(of(name), `no translation of ${name}: ${JSON.stringify(all)}`);
  await ink.open(of("lamps"));
  await ink.fill("#blank-0", "Les lampes restent allumées.");
  await send(ink, "form.import button[type=submit]");
  for (const [name, wording] of [
    ["huts", "Dans le projet de résolution, paragraphe 3, première phrase, avant les mots «petites cabanes», insérer les mots suivants: «froides et»"],
    ["paint", "Dans le projet de résolution, paragraphe 4, remplacer le mot «réparer» par les mots suivants: «réparer et peindre»"],
  ]) {
    await ink.open(`${of(name)}?whole=yes`);
    await ink.fill("#wording", wording);
    await send(ink, "form.import button[type=submit]");
  }

  // The committee's position, and the compendium.
  await until(bank, `${office}/positions`, async (page) => await page.locator("#position-position").count() === 1, "the committee's page");
  await send(bank, "button[value=position]");
  for (const [edition, name] of [["provisional", "Provisional version / Version provisoire"], ["final", "Final version / Version finale"]]) {
    await ink.open(`${office}/publish`);
    await ink.selectOption("#publish-edition", edition);
    await ink.fill("#publish-name", name);
    await ink.check("#looked");
    await send(ink, "button[value=publish]");
  }
  await until(visitor, `/en/${slug}/versions`, shows("Final version"), "the published version");

  // The sitting.
  await wall.open(`/en/${slug}/projector`);
  await until(meer, sitting, async (page) => await page.locator("button[value=open]").count() === 1, "the sitting");
  await meer.fill("#sitting-by", "First sitting / Première séance");
  await send(meer, "button[value=open]");
  await visitor.open(`/en/${slug}`);
  const named = async () => (await meer.locator(".chair h2").first().innerText()).replaceAll("\u00a0", " ").match(/Amendment (\d+)/)?.[1];
  const done = {};
  while (await meer.locator("button[value=call]").first().isVisible() && await meer.locator("#next").count()) {
    const number = await named();
    const name = Object.keys(numbers).find((name) => numbers[name] === number);
    check(name && !done[name], `amendment ${number} comes again`);
    if (name === "lamps") {
      await meer.locator("#withdrawal-more summary").click();
      await meer.selectOption("#withdrawal-amendment", { label: `Amendment ${number}` });
      await meer.fill("#withdrawal-by", committee);
      await send(meer, "button[value=withdraw]");
      done[name] = "withdrawn";
      continue;
    }
    await send(meer, "#next button[value=call]");
    await comes(wall, `Amendment ${number}`);
    await send(meer, "#mover button[value=move]");
    await meer.fill("#vote-in_favour", name === "count" ? "10" : "30");
    await meer.fill("#vote-against", "20");
    await send(meer, `#vote button[value=${name === "count" ? "reject" : "adopt"}]`);
    done[name] = name === "count" ? "rejected" : "adopted";
    await visitor.waitForFunction(([number, word]) => document.querySelector(`article[data-number="${number}"]`)?.dataset.standing === word, [number, done[name]], { timeout: patience });
    if (name === "huts") {
      await meer.locator("#correct-more summary").click();
      for (const [field, figure] of [["in_favour", "31"], ["against", "20"], ["abstentions", "0"], ["reason", "one card was not read"]]) await meer.fill(`#correct-${field}`, figure);
      await send(meer, "button[value=correct]");
    }
  }
  check(done.huts === "adopted" && done.count === "rejected" && done.lamps === "withdrawn", `decided: ${JSON.stringify(done)}`);
  check([done.paint, done.rebuild].filter(Boolean).length === 1, `one of two rivals falls: ${JSON.stringify(done)}`);
  // Somebody has found that one sentence is wanting.
  await meer.locator("#oral-more summary").click();
  await meer.fill("#oral-by", "Ms Nora FENN");
  await meer.fill("#oral-wording_en", "In the draft resolution, at the end of paragraph 3, insert the following text: “It is older than the gates.”");
  await meer.fill("#oral-wording_fr", "Dans le projet de résolution, à la fin du paragraphe 3, insérer le texte suivant: «Elle est plus ancienne que les portes.»");
  await send(meer, "button[value=oral]");
  await send(meer, "#offered-oral-1 button[value=declare]");
  // Who offers it has moved it.
  await send(meer, "#next button[value=call]");
  await send(meer, "#vote button[value=adopt]");
  await meer.fill("#text-in_favour", "40");
  await meer.fill("#text-against", "3");
  await send(meer, "#text button[value=adopt-text]");
  await send(meer, "button[value=close]");

  // The public has the adopted text, in both languages, and the figures as they were put right.
  await until(visitor, `/en/${slug}/amendments/${numbers.huts}`, shows("31 in favour"), "the corrected figures");
  await until(visitor, `/en/${slug}/adopted`, shows("It is older than the gates."), "the adopted text");
  const text = async (tongue) => {
    const answer = await visitor.context().request.get(`${addresses.at(-1)}/${tongue}/${slug}/files/adopted.txt`);
    check(answer.ok(), `adopted.txt: ${answer.status()}`);
    return answer.text();
  };
  console.log(`seen ${JSON.stringify({ paint: done.paint ? "paint" : "rebuild", en: await text("en"), fr: await text("fr") })}`);
});
