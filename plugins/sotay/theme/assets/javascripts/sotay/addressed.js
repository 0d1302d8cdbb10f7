/* The element to which the address of the page leads, or null; an address may be one that cannot be read. */

export const addressed = () => {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
};
