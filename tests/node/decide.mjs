// node decide.mjs CHROMIUM ADDRESS: follows the link to the page of decisions, fills in the first form as a person does,
// sends it, and says in JSON what is shown then, there and in the report.
import { createRequire } from "node:module";

const require = createRequire(process.env.NODE_PATH + "/");
const puppeteer = require("puppeteer-core");
const [chromium, address] = process.argv.slice(2);

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  const told = [];
  page.on("console", (message) => told.push(message.text()));
  await page.goto(address);
  await Promise.all([page.waitForNavigation(), page.click('a[href="/decisions"]')]);
  await page.click('input[value="accepted"]');
  await page.type("textarea", "both are told");
  await page.type('input[name="by"]', "Ines Moreau");
  await Promise.all([page.waitForNavigation(), page.click("button")]);
  const text = () => page.evaluate(() => document.body.innerText);
  const status = await page.evaluate(() => document.querySelector("[role=status]")?.innerText ?? document.body.innerText);
  const place = page.url();
  await Promise.all([page.waitForNavigation(), page.click('a[href="/"]')]);
  console.log(JSON.stringify({ status, place, report: await text(), told }));
} finally {
  await browser.close();
}
