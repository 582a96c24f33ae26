// What the browser itself refuses, whatever a bug in our code would try.
import { expect, opened, test } from "../fixtures/journey";

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "<img src=/x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<iframe srcdoc='<p>x</p>'></iframe>",
  "<a href='javascript:alert(1)'>x</a>",
  '<a href=" javascript:alert(1)">x</a>',
  "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
  "<svg><animate onbegin=alert(1)></svg>",
  "<img src='//example.nl/x.png'>",
  '<p title="a>b" onclick="alert(1)">x</p>',
  "<p/onclick=alert(1)>x</p>",
  "<object data=/x></object>",
  "<base href='//example.nl/'>",
  "<p style='color:red'>x</p>",
  "<p <script>",
];

const HARMLESS = [
  "<section class=\"a\"><p>Vast <strong>stuk</strong></p></section>",
  "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M0 0h24\"></path></svg>",
  "<p>5 &lt; 6<!> en <!---->verder</p>",
  "<a href=\"/begroting\" class=link>Begroting</a><br/>",
  "",
];

test.describe("with the refusals in the console", () => {
  test.use({ tolerated: [/Content Security [Pp]olicy|Trusted|unsafe-eval/] });

  test("strings become markup only when they are markup that a view could hold", async ({ page }) => {
    await page.goto("/");
    await opened(page);
    const refused = await page.evaluate(
      (strings) =>
        strings.filter((markup) => {
          try {
            document.createElement("template").innerHTML = markup;
            return false;
          } catch {
            return true;
          }
        }),
      [...HOSTILE, ...HARMLESS],
    );
    expect(refused).toEqual(HOSTILE);
  });

  test("no script from a string, from another address or from another origin", async ({ page, site }) => {
    await page.goto("/");
    await opened(page);
    const outcome = await page.evaluate(async () => {
      const refuses = (attempt: () => unknown) => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      };
      // Only what runs by itself, later, is treated as the page's own.
      await new Promise((later) => setTimeout(later));
      const script = document.createElement("script");
      return {
        evaluation: refuses(() => (0, eval)("1")),
        function: refuses(() => new Function("return 1")()),
        text: refuses(() => (script.text = "1")),
        address: refuses(() => (script.src = "/elders.js")),
        stranger: refuses(() => (script.src = "//example.nl/sw.js")),
        worker: refuses(() => new Worker("data:text/javascript,1")),
        secondPolicy: refuses(() => (globalThis as any).trustedTypes.createPolicy("other", {})),
      };
    });
    expect(Object.values(outcome), JSON.stringify(outcome)).toEqual(Object.values(outcome).map(() => true));
    expect(site.asked.filter((path) => path.includes("elders"))).toEqual([]);
  });

  test("no picture or data from a stranger", async ({ page }) => {
    await page.goto("/");
    await opened(page);
    const answer = await page.evaluate(() => fetch("https://example.nl/").then(() => "answered", () => "refused"));
    expect(answer).toBe("refused");
  });
});
