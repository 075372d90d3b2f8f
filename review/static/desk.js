// What makes the desk quicker, on top of pages that work without it: evidence beside a field, keys, tabs.

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const form = one("#form");

/* The words that a value stands on. */

function light(key, { scroll = false } = {}) {
  document.dispatchEvent(new CustomEvent("evidence", { detail: { key, scroll } }));
  const found = all(":is(mark, rect)[data-keys]").filter((mark) => mark.dataset.keys.split(" ").includes(key));
  for (const mark of all("mark.on, rect.on")) mark.classList.remove("on");
  for (const mark of found) mark.classList.add("on");
  const first = found.find((mark) => mark.getClientRects().length) ?? found.find((mark) => !mark.closest("[hidden]"));
  if (!first) return;
  for (let up = first.closest("details"); up; up = up.parentElement.closest("details")) {
    if (scroll || !up.classList.contains("document")) up.open = true;
  }
  if (scroll) zone("bron");
  const pane = one("#bron");
  const apart = getComputedStyle(pane).position === "sticky";
  if (apart && first.getClientRects().length) {
    const top = first.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (top < 60 || top > pane.clientHeight - 120) {
      pane.scrollBy({ top: top - pane.clientHeight / 3, behavior: calm.matches ? "auto" : "smooth" });
    }
  } else if (scroll) {
    first.scrollIntoView({ block: "center" });
  }
}

document.addEventListener("evidence-here", ({ detail }) => light(detail.key, detail));
document.addEventListener("focusin", (event) => {
  const box = event.target.closest?.(".box[data-field]");
  const shown = event.target.closest?.("[data-show]");
  if (shown) light(shown.dataset.show);
  else if (box) light(box.dataset.field);
});
document.addEventListener("click", (event) => {
  const shown = event.target.closest("[data-show]");
  if (!shown) return;
  if (shown.dataset.fill !== undefined) fill(shown.dataset.for, shown.dataset.fill);
  else event.preventDefault();
  light(shown.dataset.show, { scroll: shown.dataset.fill === undefined });
});

/* Another value that was read, one click away. */

function fill(field, text) {
  if (field === "dates") {
    const spans = text ? text.split(";").map((span) => span.split("/")) : [];
    const more = one("#veld-dates .more");
    if (more && spans.length > 1) more.open = true;
    all("#veld-dates .span").forEach((row, number) => {
      const [starts = "", ends = ""] = spans[number] ?? [];
      const [day, from = ""] = starts.split("T");
      const [last, until = ""] = ends.split("T");
      const values = { day, starts: from.replace(":", "."), ends: until.replace(":", "."), last: last === day ? "" : last };
      for (const [part, value] of Object.entries(values)) {
        const control = one(`[name="dates.${number}.${part}"]`, row);
        control.value = part === "day" || part === "last" ? written(value) : value;
        control.dispatchEvent(new Event("filled"));
      }
    });
  } else {
    const control = one(`#f-${field}`);
    if (control.tagName === "SELECT" && ![...control.options].some((option) => option.value === text)) {
      control.add(new Option(text, text));
    }
    control.value = text;
  }
  one(`#f-${field}`).focus();
  one(`#f-${field}`).dispatchEvent(new Event("input", { bubbles: true }));
}

/* An ISO day as its control shows it: "9 mei 2017". */
const months = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
function written(day) {
  return day ? months.format(new Date(`${day}T00:00Z`)) : "";
}

/* A reason for not approving proposes its words, until somebody types their own. */

const reasons = all('input[name="reden"][data-text]');
for (const reason of reasons) {
  reason.addEventListener("change", () => {
    const text = one("#toelichting");
    if (!text.value.trim() || reasons.some((other) => other.dataset.text === text.value)) text.value = reason.dataset.text;
  });
}

/* What was typed and not kept is not lost by a wrong click. */

let changed = false;
let leaving = false;
form?.addEventListener("input", () => { changed = true; });
form?.addEventListener("submit", () => { leaving = true; });
addEventListener("beforeunload", (event) => { if (changed && !leaving) event.preventDefault(); });

/* On a narrow screen the three zones are tabs. */

const three = one(".three");
function zone(id) {
  if (!three) return;
  three.classList.add("tabbed");
  for (const child of three.children) child.classList.toggle("here", child.id === id);
  for (const link of all(".zones a")) {
    if (link.hash === `#${id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}
for (const link of all(".zones a")) {
  link.addEventListener("click", (event) => { event.preventDefault(); zone(link.hash.slice(1)); });
}
zone(/^#(bron|bewijs)/.test(location.hash) ? "bron" : "gegevens");
document.addEventListener("click", (event) => {
  if (event.target.closest('a[href^="#veld-"]')) zone("gegevens");
});

/* Keys. Single letters are for who is not typing; a switch in the profile turns them off. */

function go(selector, key) {
  const found = one(`${selector}[data-key="${key}"]`);
  if (!found) return false;
  if (found.tagName === "DETAILS") {
    found.open = true;
    one("textarea, input", found).focus();
  } else {
    found.click();
  }
  return true;
}

function step(by) {
  const links = all(".line h3 a");
  const at = links.indexOf(one("h3 a", document.activeElement.closest?.(".line") ?? document.createElement("p")));
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.closest(".line").scrollIntoView({ block: "nearest" });
  return Boolean(next);
}

function unsure() {
  const boxes = all(".box.unsure, .file:has(.state-look :checked)");
  const here = document.activeElement.closest?.(".box, .file");
  const next = boxes.find((box) => here && here.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING) ?? boxes[0];
  zone("gegevens");
  const control = next && one("input:not([type=hidden]), select, textarea", next);
  control?.focus();
  next?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  return Boolean(next);
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  o: () => { const link = document.activeElement.closest?.(".line")?.querySelector("h3 a"); link?.click(); return Boolean(link); },
  n: unsure,
  "/": () => { const search = one("#zoek"); search?.focus(); return Boolean(search); },
  "?": () => { const help = one("#hulp"); help?.showModal(); return Boolean(help); },
};
for (const key of "gvwmsz") keys[key] = () => go("", key);

document.addEventListener("keydown", (event) => {
  if (one("dialog[open]")) return;
  const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  if (event.ctrlKey || event.metaKey) {
    if (!form || event.altKey) return;
    const act = event.key === "s" ? '[data-act="save"]' : event.key === "Enter" ? '[data-key="g"]' : null;
    const button = act && one(`.bar ${act}`);
    if (button) { event.preventDefault(); button.click(); }
    return;
  }
  if (event.key === "Escape") {
    for (const pop of all(".pop[open], .me[open]")) { pop.open = false; one("summary", pop).focus(); }
    if (typing) typing.blur();
    return;
  }
  if (event.altKey || typing || document.body.dataset.keys === "uit") return;
  if (keys[event.key]?.()) event.preventDefault();
});

for (const button of all("[data-open]")) {
  button.addEventListener("click", () => one(`#${button.dataset.open}`).showModal());
}
document.addEventListener("click", (event) => {
  for (const open of all(".me[open], .pop[open]")) if (!open.contains(event.target)) open.open = false;
});

/* What went wrong is read first. */
one("#fout[tabindex]")?.focus();
