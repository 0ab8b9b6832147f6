// node browser.mjs CHROMIUM JOB: opens pages in Chromium and says what it sees there, as JSON.
// JOB is {"check": name, "pages": [file, ...], "scheme": "light" | "dark", "width": pixels, "open": boolean}.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.env.NODE_PATH + "/");
const puppeteer = require("puppeteer-core");
const { source: axe } = require("axe-core");

const checks = {
  /** Violations of WCAG 2.2 AA and of good practice, by axe-core. */
  async accessible(page) {
    await page.evaluate(axe);
    const found = await page.evaluate(() =>
      axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
    );
    return found.violations.map((rule) => `${rule.id}: ${rule.nodes[0].html.slice(0, 200)} (${rule.nodes.length})`);
  },

  /** What hostile text managed to do: run, leave a handler or a javascript: address, ask the network, hide its order. */
  async inert(page, seen) {
    await new Promise((done) => setTimeout(done, 200));
    return page.evaluate((seen) => {
      const attributes = [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes]);
      return {
        executed: window.executed,
        handlers: attributes.filter((one) => /^on/i.test(one.name)).length,
        addresses: attributes.filter((one) => /^\s*(javascript|data|vbscript):/i.test(one.value)).length,
        requests: seen.length,
        controls: (document.documentElement.outerHTML.match(/[\u202a-\u202e\u2066-\u2069\u0000]/g) ?? []).length,
      };
    }, seen);
  },

  /** Pixels by which the page is wider than the window, and the first thing that is. */
  async overflow(page) {
    return page.evaluate(() => {
      const wide = document.documentElement.scrollWidth - innerWidth;
      const first = [...document.querySelectorAll("main *")].find((one) => one.getBoundingClientRect().right > innerWidth + 1);
      return wide > 0 ? `${wide} pixels, ${first?.outerHTML.slice(0, 200)}` : "";
    });
  },

  /** Faults of the keyboard's way: not in the order of the text, or not visible. */
  async keyboard(page) {
    const faults = [];
    let last = -1;
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const now = await page.evaluate(() => {
        const one = document.activeElement;
        const style = getComputedStyle(one);
        const box = one.getBoundingClientRect();
        return {
          place: one === document.body ? -1 : [...document.querySelectorAll("*")].indexOf(one),
          text: one.outerHTML.slice(0, 100),
          seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.bottom > 0 && box.top < innerHeight,
        };
      });
      if (now.place < 0) break;
      if (now.place <= last) faults.push(`out of order: ${now.text}`);
      if (!now.seen) faults.push(`not visible: ${now.text}`);
      last = now.place;
    }
    return last < 0 ? ["nothing takes the focus"] : faults;
  },

  /** How many folded parts a printed page would leave out. */
  async unprinted(page) {
    await page.emulateMediaType("print");
    return page.evaluate(
      () => [...document.querySelectorAll("details > :not(summary)")].filter((one) => !one.checkVisibility()).length,
    );
  },
};

const [chromium, text] = process.argv.slice(2);
const job = JSON.parse(text);
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const results = [];
for (const file of job.pages) {
  const page = await browser.newPage();
  const seen = [];
  page.on("request", (request) => request.isNavigationRequest() || seen.push(request.url()));
  page.on("dialog", (dialog) => dialog.dismiss());
  await page.evaluateOnNewDocument(() => {
    window.executed = 0;
    window.alert = () => (window.executed += 1);
  });
  await page.setViewport({ width: job.width ?? 1200, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: job.scheme ?? "light" }]);
  await page.goto(pathToFileURL(file).href);
  if (job.open) await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  results.push(await checks[job.check](page, seen));
  await page.close();
}
await browser.close();
console.log(JSON.stringify(results));
