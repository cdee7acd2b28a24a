// An element with attributes, properties (camel case) and children; text is only ever text.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key in element && typeof value !== "string") element[key] = value
    else element.setAttribute(key, value)
  }
  element.append(...children)
  return element
}
