// Comforts only: every page works without this file.
'use strict';

// A form that came back with errors: the list of what is wrong gets the focus, so that it is read out first.
const errors = document.querySelector('[data-focus]');
if (errors) errors.focus();

// What stands behind the # of an address (a rating's secret) never goes to the server; the browser carries it over the redirect.
for (const link of document.querySelectorAll('[data-keep-fragment]')) {
  link.addEventListener('click', () => { link.hash = location.hash; });
}

// Buttons that print the page show themselves only where they work.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// One press sends a form once, but for a download, after which the page stays.
for (const form of document.querySelectorAll('form[method="post"]:not([data-again])')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'true';
  });
}
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

// A secret that stands behind the # goes into its field and out of the address bar, and so out of the history.
for (const form of document.querySelectorAll('form[data-fragment]')) {
  const field = form.elements[form.dataset.fragment];
  if (location.hash.length > 1 && !field.value) {
    field.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, '', location.pathname + location.search);
  }
}

// Keys of the desk (web/keys.jte lists them). Single letters never while somebody types, and they can be switched off (WCAG 2.1.4).
if (document.documentElement.classList.contains('desk')) {
  const list = document.querySelector('[data-keys]');
  if (list) list.hidden = false;
  const lines = () => [...document.querySelectorAll('[data-line], [data-queues] a')];
  const step = by => {
    const all = lines();
    const at = all.indexOf(document.activeElement);
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
    if (next) next.focus();
  };
  const tick = () => {
    const row = document.activeElement.closest('tr');
    const box = row && row.querySelector('input[type="checkbox"]');
    if (box) box.click();
  };
  const search = () => {
    const field = document.querySelector('[role="search"] input:not([type="hidden"])');
    if (field) field.focus();
  };
  const letters = {
    j: () => step(1),
    k: () => step(-1),
    x: tick,
    '/': search,
    g: () => location.assign('/desk'),
    '?': () => { if (list) { list.open = !list.open; list.querySelector('summary').focus(); } },
  };
  const arrows = { ArrowDown: () => step(1), ArrowUp: () => step(-1) };

  let off = false;
  try { off = localStorage.getItem('keys') === 'off'; } catch { /* no storage: on */ }
  const button = document.querySelector('[data-keys-switch]');
  if (button) {
    const label = () => { button.textContent = off ? button.dataset.on : button.dataset.off; };
    button.hidden = false;
    label();
    button.addEventListener('click', () => {
      off = !off;
      try { localStorage.setItem('keys', off ? 'off' : 'on'); } catch { /* until the next page */ }
      label();
    });
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type="checkbox"]), select, textarea')) return;
    const digit = event.key >= '1' && event.key <= '9' ? document.querySelectorAll('[data-queues] a')[Number(event.key) - 1] : null;
    const act = !off && letters[event.key] || lines().includes(document.activeElement) && arrows[event.key]
      || !off && digit && (() => digit.click());
    if (!act) return;
    event.preventDefault();
    act();
  });
}
