// Follows a dossier while its page is open: what is recorded is put into the page as it happens. The tabs of a browser share
// one connection, which the first of them holds; when it goes another takes over.
(() => {
  const root = document.documentElement;
  const address = root.dataset.follow;
  if (!address || !("EventSource" in window)) return;
  let seen = 0;
  let asking = null;

  // Fills an element as another one is, and leaves it where it is: whoever listens to a region hears what comes into it.
  const fill = (old, made) => {
    for (const { name } of [...old.attributes]) if (!made.hasAttribute(name)) old.removeAttribute(name);
    for (const { name, value } of [...made.attributes]) old.setAttribute(name, value);
    if (old.innerHTML !== made.innerHTML) old.replaceChildren(...made.childNodes);
  };

  const put = (message) => {
    if (message.seq <= seen) return;
    if (message.from > seen) return missed();
    seen = message.seq;
    const holder = document.createElement("template");
    for (const [name, piece] of Object.entries(message.pieces)) {
      for (const old of document.querySelectorAll(`[data-live="${CSS.escape(name)}"]`)) {
        holder.innerHTML = piece;
        fill(old, holder.content.firstElementChild);
      }
    }
    for (const [number, word] of Object.entries(message.standings)) {
      for (const one of document.querySelectorAll(`[data-number="${CSS.escape(number)}"]`)) one.dataset.standing = word;
    }
    if (document.querySelector("main[data-anew]")) anew();
  };

  // Asks what happened since, once at a time.
  const missed = () => {
    asking ??= fetch(`${address}/news?after=${seen}`)
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((message) => { asking = null; if (message) put(message); }, () => { asking = null; });
    return asking;
  };

  // A page that is not made of pieces is fetched anew, a moment apart from all the others. Where somebody has begun to fill
  // in a form, or is told why one was refused, the page says that there is news and leaves what stands there.
  let waiting = 0;
  const chosen = ({ selectedIndex, options }) => selectedIndex !== Math.max(0, [...options].findIndex((one) => one.defaultSelected));
  const begun = (main) =>
    main.querySelector("[role=alert]") !== null ||
    [...main.querySelectorAll("input:not([type=hidden]), textarea")].some((one) => one.value !== one.defaultValue || one.checked !== one.defaultChecked) ||
    [...main.querySelectorAll("select")].some(chosen);
  const anew = () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const main = document.querySelector("main");
      const newer = main.querySelector("[data-newer]");
      if (newer && begun(main)) return void (newer.hidden = false);
      const writes = main.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
      if (!newer && writes) return anew();
      const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
      if (!answer?.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const made = page.querySelector("main");
      if (!made || made.innerHTML === main.innerHTML || (newer && begun(main))) return;
      for (const one of main.querySelectorAll("details[id][open]")) made.querySelector(`#${CSS.escape(one.id)}`)?.setAttribute("open", "");
      const here = main.contains(document.activeElement) ? document.activeElement : null;
      main.replaceChildren(...made.childNodes);
      // Who moves by keys goes on where they were.
      const within = here?.closest("details[id], form[id]");
      const told = ["value", "href", "tabindex"].find((name) => here?.hasAttribute(name));
      const part = told ? `${here.localName}[${told}="${CSS.escape(here.getAttribute(told))}"]` : here?.localName;
      const again = here?.id ? `#${CSS.escape(here.id)}` : within ? `#${CSS.escape(within.id)} ${part}` : part;
      if (here) (main.querySelector(again) ?? main).focus({ preventScroll: true });
    }, Math.random() * 500);
  };

  const tabs = "BroadcastChannel" in window ? new BroadcastChannel(`live ${address}`) : null;
  const listen = () => new Promise(() => {
    const open = () => {
      const source = new EventSource(`${address}/live?after=${seen}`);
      source.onmessage = (event) => {
        const message = JSON.parse(event.data);
        tabs?.postMessage(message);
        put(message);
      };
      // A browser tries again by itself unless it was told no.
      source.onerror = () => {
        if (source.readyState === EventSource.CLOSED) setTimeout(open, 2000 + Math.random() * 3000);
      };
    };
    open();
  });

  const begin = () => {
    seen = Number(document.getElementById("stands")?.dataset.event ?? 0);
    if (tabs && navigator.locks) {
      tabs.onmessage = ({ data }) => put(data);
      navigator.locks.request(`live ${address}`, listen);
      missed();
    } else {
      listen();
    }
  };
  document.addEventListener("DOMContentLoaded", begin);
  // Who comes back to a page sees how things stand now.
  addEventListener("pageshow", ({ persisted }) => { if (persisted) missed(); });
})();
