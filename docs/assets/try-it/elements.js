// Elements of the page from text. Text only becomes text nodes: pasted markup is never parsed.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== "") made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== "" && child !== null));
  return made;
}
