// node report_size.mjs CHROMIUM PAGE: opens a page three times and prints the median of each time, as JSON.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const puppeteer = createRequire(process.env.NODE_PATH + "/")("puppeteer-core");
const [chromium, file] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const runs = [];
for (let run = 0; run < 3; run++) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  await page.goto(pathToFileURL(file).href, { timeout: 120000 });
  runs.push(
    await page.evaluate(async () => {
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
      const [times] = performance.getEntriesByType("navigation");
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      return {
        parsed: times.domContentLoadedEventEnd,
        painted: paint?.startTime ?? 0,
        loaded: times.loadEventEnd,
        elements: document.querySelectorAll("*").length,
      };
    }),
  );
  await page.close();
}
await browser.close();
const median = (key) => runs.map((one) => one[key]).sort((a, b) => a - b)[1];
console.log(JSON.stringify(Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(key)]))));
