// Elements of the page from text. Text becomes text nodes and nothing else: no markup that
// somebody pasted is ever parsed here.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== "") made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== "" && child !== null));
  return made;
}
