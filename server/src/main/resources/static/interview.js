// The interview with the keyboard: one question at a time, number keys answer it. Without this file the form shows all questions.
'use strict';

const form = document.querySelector('[data-questions]');
if (form && !document.querySelector('[data-focus]')) {
  const groups = [...form.querySelectorAll('[data-question-group]')];
  const bar = document.createElement('div');
  bar.className = 'actions';
  const back = button(form.dataset.previous, () => show(current - 1));
  const forth = button(form.dataset.following, () => show(current + 1));
  const where = document.createElement('span');
  bar.append(back, forth, where);
  form.before(bar);
  let current = 0;
  show(0);

  document.addEventListener('keydown', event => {
    const typing = event.target.matches('input:not([type=radio]), textarea, select');
    if (typing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'PageDown') show(current + 1);
    else if (event.key === 'PageUp') show(current - 1);
    else answer(event.key);
  });

  function answer(key) {
    const choices = current < groups.length ? [...groups[current].querySelectorAll('input[type=radio]')] : [];
    const levels = choices.length === 5;
    const choice = levels ? choices.find(input => input.value === key) : choices[Number(key) - 1];
    if (!choice) return;
    choice.checked = true;
    show(current + 1);
  }

  function show(index) {
    current = Math.max(0, Math.min(index, groups.length));
    groups.forEach((group, i) => { group.hidden = i !== current; });
    for (const section of form.querySelectorAll('section')) section.hidden = !section.contains(groups[current] ?? null);
    back.disabled = current === 0;
    forth.disabled = current === groups.length;
    where.textContent = current < groups.length ? `${form.dataset.question} ${current + 1} / ${groups.length}` : '';
    const first = (current < groups.length ? groups[current] : form).querySelector(current < groups.length ? 'input[type=radio]' : '#outcome');
    if (first) first.focus();
  }

  function button(text, press) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'govuk-button govuk-button--secondary';
    made.textContent = text;
    made.addEventListener('click', press);
    return made;
  }
}
