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

// On the desk: a digit opens that line of the list, g leads to the desk, ? shows the keys. Never while somebody types.
if (document.documentElement.classList.contains('desk')) {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
    const keys = document.querySelector('[data-keys]');
    if (event.key === '?' && keys) keys.open = !keys.open;
    else if (event.key === 'g') location.assign('/desk');
    else if (event.key >= '1' && event.key <= '9') {
      const line = document.querySelectorAll('[data-queues] a')[Number(event.key) - 1];
      if (line) line.click();
    }
  });
}
