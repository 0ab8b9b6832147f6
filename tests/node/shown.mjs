// node shown.mjs CHROMIUM ADDRESS: says in JSON the title and text of a page as the browser built it, and its console.
import { createRequire } from "node:module";

const require = createRequire(process.env.NODE_PATH + "/");
const puppeteer = require("puppeteer-core");
const [chromium, address] = process.argv.slice(2);

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  const told = [];
  page.on("console", (message) => told.push(message.text()));
  await page.goto(address, { waitUntil: "networkidle0" });
  const text = await page.evaluate(() => document.body.innerText);
  console.log(JSON.stringify({ title: await page.title(), text, told }));
} finally {
  await browser.close();
}
